package org.pawprint.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class StandaloneOptionsTest {
  @ParameterizedTest
  @ValueSource(strings = {"/tmp/data", "my data", "it's $HOME; `ls`"})
  void areWordsThatAShellReadsAsTheyWereGiven(String folder) throws Exception {
    String words = options("--data", folder, "--port-base", "22080").words();

    Process shell = new ProcessBuilder("sh", "-c", "printf '%s\\n' " + words).start();
    assertThat(new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines())
        .containsExactly("--port-base", "22080", "--data", folder);
  }

  @Test
  void leaveOutAFolderThatWasNotGiven() {
    assertThat(options("--port-base", "22080").words()).isEqualTo("--port-base 22080");
  }

  private static StandaloneOptions options(String... given) {
    StandaloneOptions options = new StandaloneOptions();
    new CommandLine(options).parseArgs(given);
    return options;
  }
}

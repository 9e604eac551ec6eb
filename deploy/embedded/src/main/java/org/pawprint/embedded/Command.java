package org.pawprint.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs one short command of the system to its end. */
final class Command {

  /** Exit code and the mixed standard output and error of a finished command. */
  record Result(int exitCode, String output) {
    boolean succeeded() {
      return exitCode == 0;
    }
  }

  private Command() {}

  /**
   * Waits for the command at most {@code limit}, then ends it. The environment is the caller's
   * without PostgreSQL's own variables and with plain messages.
   */
  static Result run(List<String> command, Duration limit) {
    try {
      // A file, not a pipe: a server started by the command would hold a pipe open for ever.
      Path output = Files.createTempFile("pawprint-command", ".log");
      try {
        return run(command, limit, output);
      } finally {
        Files.deleteIfExists(output);
      }
    } catch (IOException e) {
      // The program itself does not exist here.
      return new Result(127, String.valueOf(e.getMessage()));
    }
  }

  private static Result run(List<String> command, Duration limit, Path output) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(name -> name.startsWith("PG"));
    environment.put("LC_ALL", "C");
    Process process = builder.start();
    process.getOutputStream().close();
    try {
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
        return new Result(124, "no end after " + limit.toSeconds() + " s: " + read(output));
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      return new Result(130, "interrupted");
    }
    return new Result(process.exitValue(), read(output));
  }

  private static String read(Path output) throws IOException {
    return new String(Files.readAllBytes(output), StandardCharsets.UTF_8).strip();
  }
}

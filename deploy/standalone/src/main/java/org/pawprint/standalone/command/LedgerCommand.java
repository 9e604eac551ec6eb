package org.pawprint.standalone.command;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pawprint.standalone.archive.RunningArchive;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** What came in and what became of it. */
@Command(name = "ledger", description = "Lists the events of a running archive, newest first.")
class LedgerCommand implements Callable<Integer> {
  @Mixin private StandaloneOptions where = new StandaloneOptions();

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Option(
      names = "--state",
      paramLabel = "STATE",
      description = "received, later, staged, catalogued, already or parked.")
  private @Nullable String state;

  @Option(names = "--lane", paramLabel = "LANE", description = "live or backfill.")
  private @Nullable String lane;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "20",
      description = "How many (default ${DEFAULT-VALUE}).")
  private int limit;

  @Option(
      names = "--files",
      paramLabel = "KEY",
      description = "Only the files of this event, and what became of each.")
  private @Nullable Long files;

  @Option(names = "--json", description = "Print the answer as one JSON object, the last line.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    return files == null ? events() : files(files);
  }

  private int files(long key) throws IOException {
    if (state != null || lane != null) {
      throw new ParameterException(
          spec.commandLine(),
          "--files lists all files of one event; --state and --lane choose events, not files");
    }
    JsonNode all;
    try {
      all = where.running().ops("/ops/ledger/" + key + "/files");
    } catch (RunningArchive.Refused e) {
      throw e.isNotFound()
          ? new IOException(
              "--files: '" + key + "', expected the KEY of an event; there is none", e)
          : e;
    }
    if (json) {
      JsonLine.print(Map.of("key", key, "files", all));
    } else {
      LedgerTable.printFiles(all);
    }
    return ExitCode.DONE;
  }

  private int events() throws IOException {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("limit", String.valueOf(limit));
    if (state != null) {
      parameters.put("state", state);
    }
    if (lane != null) {
      parameters.put("lane", lane);
    }
    StringBuilder path = new StringBuilder(path());
    parameters.forEach(
        (name, value) ->
            path.append(path.indexOf("?") < 0 ? '?' : '&')
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
    JsonNode answer = where.running().ops(path.toString());
    if (json) {
      System.out.println(answer);
    } else {
      LedgerTable.print(answer.path("entries"));
    }
    return ExitCode.DONE;
  }

  String path() {
    return "/ops/ledger";
  }
}

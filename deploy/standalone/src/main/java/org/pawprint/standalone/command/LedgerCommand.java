package org.pawprint.standalone.command;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** What came in and what became of it. */
@Command(name = "ledger", description = "Lists the events of a running archive, newest first.")
class LedgerCommand implements Callable<Integer> {
  @Mixin private StandaloneOptions where = new StandaloneOptions();

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
    if (files != null) {
      JsonNode all = where.running().ops("/ops/ledger/" + files + "/files");
      if (json) {
        JsonLine.print(Map.of("key", files, "files", all));
      } else {
        LedgerTable.printFiles(all);
      }
      return ExitCode.DONE;
    }
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

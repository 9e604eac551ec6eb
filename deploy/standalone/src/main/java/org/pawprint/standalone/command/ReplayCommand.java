package org.pawprint.standalone.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Sends stored events again. */
@Command(
    name = "replay",
    description =
        "Publishes stored events again; what is in the catalogue stays as it is. Give keys of the"
            + " ledger, or a state.")
final class ReplayCommand implements Callable<Integer> {
  @Mixin private StandaloneOptions where = new StandaloneOptions();

  @Parameters(paramLabel = "KEY", description = "Keys of the ledger.")
  private List<Long> keys = new ArrayList<>();

  @Option(
      names = "--state",
      paramLabel = "STATE",
      description = "Every event in this state, e.g. parked.")
  private @Nullable String state;

  @Option(names = "--json", description = "Print the answer as one JSON object, the last line.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    if (keys.isEmpty() == (state == null)) {
      throw new IOException("give either keys of the ledger or --state");
    }
    Map<String, Object> order = new LinkedHashMap<>();
    if (state != null) {
      order.put("state", state);
    } else {
      order.put("keys", keys);
    }
    JsonNode answer = where.running().opsPost("/ops/replay", order);
    if (json) {
      System.out.println(answer);
    } else {
      System.out.println(answer.path("sent").asInt() + " events sent again");
      answer
          .path("refused")
          .forEach(
              r ->
                  System.out.println(
                      "  " + r.path("key").asString() + ": " + r.path("reason").asString("")));
    }
    return answer.path("refused").isEmpty() ? ExitCode.DONE : ExitCode.INCOMPLETE;
  }
}

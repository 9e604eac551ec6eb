package org.pawprint.standalone.command;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** How a running archive stands. */
@Command(
    name = "status",
    description = "Shows events by lane and state, and what waits in the queues.")
final class StatusCommand implements Callable<Integer> {
  @Mixin private StandaloneOptions where = new StandaloneOptions();

  @Option(names = "--json", description = "Print the answer as one JSON object, the last line.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    JsonNode status = where.running().ops("/ops/status");
    if (json) {
      System.out.println(status);
      return ExitCode.DONE;
    }
    System.out.println("deliveries  " + status.path("deliveries").asString());
    status.path("paused").forEach(lane -> System.out.println("paused      " + lane.asString()));
    System.out.println("events");
    for (JsonNode count : status.path("events")) {
      System.out.printf(
          "  %-9s %-11s %9d%n",
          count.path("lane").asString(),
          count.path("state").asString(),
          count.path("events").asLong());
    }
    System.out.println("waiting in queues");
    status
        .path("queues")
        .properties()
        .forEach(q -> System.out.printf("  %-28s %9d%n", q.getKey(), q.getValue().asLong()));
    status
        .path("oldest_waiting")
        .properties()
        .forEach(
            o ->
                System.out.println(
                    "oldest waiting, " + o.getKey() + ": " + o.getValue().asString()));
    return ExitCode.DONE;
  }
}

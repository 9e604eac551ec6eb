package org.pawprint.standalone.command;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pawprint.standalone.archive.Pace;
import org.pawprint.standalone.archive.RunningArchive;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Sends stored events again. */
@Command(
    name = "replay",
    description =
        "Publishes stored events again; what is in the catalogue stays as it is. Give keys of the"
            + " ledger, or say which events are meant: all that is said must hold. Files that have"
            + " left their publisher's disk are read from the original store.")
final class ReplayCommand implements Callable<Integer> {
  private static final int MOST_AT_ONCE = 500;

  @Mixin private StandaloneOptions where = new StandaloneOptions();

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Parameters(paramLabel = "KEY", description = "Keys of the ledger.")
  private List<Long> keys = new ArrayList<>();

  @Option(
      names = {"--state", "--outcome"},
      paramLabel = "STATE",
      description = "How they ended, or where they are: parked, catalogued, already, later, …")
  private @Nullable String state;

  @Option(names = "--lane", paramLabel = "LANE", description = "live or backfill.")
  private @Nullable String lane;

  @Option(names = "--source", paramLabel = "URI", description = "The CloudEvents source.")
  private @Nullable String source;

  @Option(names = "--id", paramLabel = "ID", description = "The CloudEvents id.")
  private @Nullable String id;

  @Option(names = "--collection", paramLabel = "C", description = "Of this collection.")
  private @Nullable String collection;

  @Option(names = "--reduction", paramLabel = "ID", description = "The publisher's reduction id.")
  private @Nullable String reduction;

  @Option(
      names = "--loader",
      paramLabel = "NAME",
      description = "A file of which this survey loader has read.")
  private @Nullable String loader;

  @Option(
      names = "--below-revision",
      paramLabel = "N",
      description = "With --loader: and in a revision below this one.")
  private @Nullable Integer belowRevision;

  @Option(
      names = "--since",
      paramLabel = "TIME",
      description = "Received at this time or later, 2026-11-22T10:00:00Z.")
  private @Nullable String since;

  @Option(names = "--until", paramLabel = "TIME", description = "Received before this time.")
  private @Nullable String until;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "At most so many events, the newest first (default: all).")
  private @Nullable Long limit;

  @Option(names = "--rate", paramLabel = "R", description = "At most so many events a second.")
  private @Nullable Double rate;

  @Option(names = "--dry-run", description = "Only count.")
  private boolean dryRun;

  @Option(names = "--json", description = "Print the result as one JSON object, the last line.")
  private boolean json;

  /** What the parts of a replay came to. */
  private static final class Total {
    private long sent;
    private @Nullable String replay;
    private final List<JsonNode> refused = new ArrayList<>();

    void add(JsonNode answer) {
      replay = answer.path("replay").asString();
      sent += answer.path("sent").asLong();
      answer.path("refused").forEach(refused::add);
    }
  }

  @Override
  public Integer call() throws IOException {
    Map<String, Object> which = which();
    if (keys.isEmpty() == which.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "give either keys of the ledger or which events are meant");
    }
    if (rate != null && !(rate > 0) || limit != null && limit < 1) {
      throw new ParameterException(spec.commandLine(), "--rate and --limit must be above 0");
    }
    RunningArchive archive = where.running();
    if (dryRun) {
      return count(archive, which);
    }
    Total total = new Total();
    Pace pace = new Pace(rate == null ? Double.POSITIVE_INFINITY : rate);
    if (keys.isEmpty()) {
      replayFound(archive, which, pace, total);
    } else {
      replayKeys(archive, pace, total);
    }
    return report(total);
  }

  private Map<String, Object> which() {
    Map<String, Object> which = new LinkedHashMap<>();
    put(which, "state", state);
    put(which, "lane", lane);
    put(which, "source", source);
    put(which, "id", id);
    put(which, "collection", collection);
    put(which, "reduction_id", reduction);
    put(which, "loader", loader);
    put(which, "below_revision", belowRevision);
    put(which, "since", since);
    put(which, "until", until);
    return which;
  }

  private static void put(Map<String, Object> which, String name, @Nullable Object value) {
    if (value != null) {
      which.put(name, value);
    }
  }

  private int count(RunningArchive archive, Map<String, Object> which) throws IOException {
    long matching = keys.size();
    if (keys.isEmpty()) {
      Map<String, Object> order = new LinkedHashMap<>(which);
      order.put("dry_run", true);
      matching = archive.opsPost("/ops/replay", order).path("matching").asLong();
    }
    long would = limit == null ? matching : Math.min(limit, matching);
    System.out.println(matching + " events are meant, " + would + " would be sent again");
    if (json) {
      JsonLine.print(Map.of("matching", matching, "would_send", would));
    }
    return ExitCode.DONE;
  }

  private void replayKeys(RunningArchive archive, Pace pace, Total total) throws IOException {
    int batch = pace.batch(MOST_AT_ONCE);
    int all = (int) Math.min(keys.size(), limit == null ? Long.MAX_VALUE : limit);
    for (int from = 0; from < all; from += batch) {
      pace.await(from);
      List<Long> some = keys.subList(from, Math.min(from + batch, all));
      total.add(archive.opsPost("/ops/replay", Map.of("keys", some)));
    }
  }

  private void replayFound(
      RunningArchive archive, Map<String, Object> which, Pace pace, Total total)
      throws IOException {
    Progress progress = new Progress(Clock.systemUTC());
    Map<String, Object> counting = new LinkedHashMap<>(which);
    counting.put("dry_run", true);
    long all = archive.opsPost("/ops/replay", counting).path("matching").asLong();
    if (limit != null) {
      all = Math.min(all, limit);
    }
    Map<String, Object> order = new LinkedHashMap<>(which);
    long done = 0;
    while (done < all) {
      pace.await(done);
      int batch = (int) Math.min(pace.batch(MOST_AT_ONCE), all - done);
      order.put("limit", batch);
      JsonNode answer = archive.opsPost("/ops/replay", order);
      total.add(answer);
      done += batch;
      progress.step("events", done, all);
      if (!answer.path("cursor").isString()) {
        return;
      }
      order.put("cursor", answer.path("cursor").asString());
      order.put("replay", answer.path("replay").asString());
    }
  }

  private int report(Total total) {
    System.out.println(total.sent + " events sent again");
    for (JsonNode refusal : total.refused) {
      System.out.println(
          "  " + refusal.path("key").asString() + ": " + refusal.path("reason").asString(""));
    }
    if (json) {
      Map<String, Object> result = new LinkedHashMap<>();
      result.put("replay", total.replay);
      result.put("sent", total.sent);
      result.put("refused", total.refused);
      JsonLine.print(result);
    }
    return total.refused.isEmpty() ? ExitCode.DONE : ExitCode.INCOMPLETE;
  }
}

package org.pawprint.standalone.reconcile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pawprint.core.event.Lane;
import org.pawprint.standalone.archive.BareFile;
import org.pawprint.standalone.archive.EventPublisher;
import org.pawprint.standalone.archive.FilePublication;
import org.pawprint.standalone.archive.RunningArchive;
import org.pawprint.standalone.reconcile.Comparison.Gap;
import tools.jackson.databind.JsonNode;

/**
 * Asks again for what is missing: by the event that announced it, else by an event made from the
 * file the publisher names, else the publisher must.
 */
public final class GapRequests {
  private static final int MOST_AT_ONCE = 500;

  private final RunningArchive archive;
  private final Optional<String> source;
  private final List<Gap> replayed = new ArrayList<>();
  private final List<Gap> published = new ArrayList<>();
  private final List<Gap> toAsk = new ArrayList<>();

  /**
   * @param source of events that have to be made, where the catalogue does not tell
   */
  public GapRequests(RunningArchive archive, Optional<String> source) {
    this.archive = archive;
    this.source = source;
  }

  /** Requests all; what the ledger or a file can give is on its way when this returns. */
  public void request(List<Gap> gaps) throws IOException {
    List<Gap> unannounced = new ArrayList<>();
    List<Gap> named = new ArrayList<>();
    gaps.forEach(gap -> (gap.entry().reductionId().isPresent() ? named : unannounced).add(gap));
    for (int from = 0; from < named.size(); from += MOST_AT_ONCE) {
      replay(named.subList(from, Math.min(from + MOST_AT_ONCE, named.size())), unannounced);
    }
    List<Gap> readable = new ArrayList<>();
    for (Gap gap : unannounced) {
      (gap.entry().file().filter(Files::isReadable).isPresent() ? readable : toAsk).add(gap);
    }
    if (!readable.isEmpty()) {
      publish(readable);
    }
  }

  private void replay(List<Gap> gaps, List<Gap> unannounced) throws IOException {
    List<Map<String, Object>> order = new ArrayList<>();
    for (Gap gap : gaps) {
      Map<String, Object> wanted = new LinkedHashMap<>();
      wanted.put("collection", gap.entry().collection());
      gap.entry().reductionId().ifPresent(id -> wanted.put("reduction_id", id));
      gap.entry().version().ifPresent(version -> wanted.put("version", version));
      gap.entry().sha256().ifPresent(sha -> wanted.put("sha256", sha));
      order.add(wanted);
    }
    JsonNode answer = archive.opsPost("/ops/gaps", Map.of("gaps", order));
    answer.path("replayed").forEach(i -> replayed.add(gaps.get(i.asInt())));
    answer.path("unknown").forEach(i -> unannounced.add(gaps.get(i.asInt())));
  }

  private void publish(List<Gap> gaps) throws IOException {
    try (EventPublisher publisher = EventPublisher.connect(archive.broker())) {
      FilePublication files = new FilePublication(archive, publisher, List.of());
      for (Gap gap : gaps) {
        Path path = gap.entry().file().orElseThrow();
        Instant modified =
            Files.getLastModifiedTime(path).toInstant().truncatedTo(ChronoUnit.SECONDS);
        GapEvent event = new GapEvent(gap.entry(), files.place(path), modified, sourceOf(gap));
        publisher.publish(Lane.BACKFILL, event.id(), event.json());
        published.add(gap);
      }
    }
  }

  /** Versions of a reduction compete only under one source. */
  private String sourceOf(Gap gap) {
    return gap.held().stream()
        .map(HeldReduction::source)
        .findFirst()
        .or(() -> source)
        .orElse(BareFile.SOURCE);
  }

  /** The form of {@code --json}. */
  public Map<String, Object> asMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("replayed", replayed.size());
    map.put("published", published.size());
    map.put("ask_publisher", toAsk.stream().map(Gap::asMap).toList());
    return map;
  }

  /** For people. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%d requested from their events, %d from their files, %d for the publisher to send"
            .formatted(replayed.size(), published.size(), toAsk.size()));
    toAsk.forEach(gap -> lines.add("  ask for   " + gap.entry().words()));
    return lines;
  }
}

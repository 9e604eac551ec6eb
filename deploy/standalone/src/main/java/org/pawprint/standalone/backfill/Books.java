package org.pawprint.standalone.backfill;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.pawprint.standalone.archive.RunningArchive;
import tools.jackson.databind.JsonNode;

/** The archive's books of one backfill: where it stands, and what became of its files. */
final class Books {
  private final RunningArchive archive;
  private final long run;
  private final Optional<String> place;
  private final long files;

  private Books(RunningArchive archive, JsonNode run) {
    this.archive = archive;
    this.run = run.path("id").asLong();
    this.place = Optional.ofNullable(run.path("place").asStringOpt().orElse(null));
    this.files = run.path("files").asLong();
  }

  /** Opens the books of an unfinished run over the same files, or new ones. */
  static Books open(RunningArchive archive, Path what, Optional<String> collection, boolean fresh)
      throws IOException {
    Map<String, Object> order = new LinkedHashMap<>();
    order.put("what", what.toAbsolutePath().normalize().toString());
    collection.ifPresent(c -> order.put("collection", c));
    order.put("fresh", fresh);
    return new Books(archive, archive.opsPost("/ops/backfill", order));
  }

  long run() {
    return run;
  }

  /** Where an earlier process came to. */
  Optional<String> place() {
    return place;
  }

  /** Files that an earlier process came past. */
  long files() {
    return files;
  }

  private String path(String rest) {
    return "/ops/backfill/" + run + rest;
  }

  long register(String source, String eventId, List<String> names) throws IOException {
    Map<String, Object> order = new LinkedHashMap<>();
    order.put("source", source);
    order.put("id", eventId);
    order.put("names", names);
    return archive.opsPost(path("/batches"), order).path("id").asLong();
  }

  void putAside(List<Found.Aside> asides) throws IOException {
    List<Map<String, Object>> entries = new ArrayList<>();
    for (Found.Aside aside : asides) {
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("name", aside.name());
      entry.put("parked", aside.parked());
      entry.put("reason", aside.reason());
      entries.add(entry);
    }
    archive.opsPost(path("/aside"), Map.of("files", entries));
  }

  /** How far a batch is. */
  record BatchState(long waiting, long parked, Map<String, Long> reasons) {}

  BatchState batch(long batch) throws IOException {
    JsonNode answer = archive.ops(path("/batches/" + batch));
    Map<String, Long> reasons = new TreeMap<>();
    answer
        .path("reasons")
        .properties()
        .forEach(reason -> reasons.put(reason.getKey(), reason.getValue().asLong()));
    return new BatchState(answer.path("waiting").asLong(), answer.path("parked").asLong(), reasons);
  }

  /** Moves the cursor past a batch that has ended. */
  void advance(long batch, String toPlace, long filesUpTo) throws IOException {
    archive.opsPost(
        path("/batches/" + batch + "/end"), Map.of("place", toPlace, "files", filesUpTo));
  }

  /** Ends the run; gives the account of every file. */
  JsonNode end() throws IOException {
    return archive.opsPost(path("/end"), Map.of());
  }
}

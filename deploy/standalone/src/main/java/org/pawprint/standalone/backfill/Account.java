package org.pawprint.standalone.backfill;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The account of every file of a run, as the archive gave it. */
public record Account(long run, JsonNode report) {
  public boolean hasParked() {
    return !report.path("parked").isEmpty();
  }

  public long files() {
    return report.path("files").asLong();
  }

  /** The form of {@code --json}. */
  public Map<String, Object> asMap(double seconds) {
    Map<String, Object> map = new LinkedHashMap<>();
    report.properties().forEach(field -> map.put(field.getKey(), field.getValue()));
    map.remove("waiting");
    map.put("run", run);
    map.put("seconds", Math.rint(seconds * 10) / 10);
    return map;
  }

  /** For people. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%d files: %d catalogued, %d already there, %d parked; %d spectra"
            .formatted(
                files(),
                report.path("catalogued").asLong(),
                report.path("already").asLong(),
                report.path("parked").size(),
                report.path("spectra").asLong()));
    report
        .path("by_collection")
        .properties()
        .forEach(c -> lines.add("  " + c.getKey() + ": " + c.getValue().asLong() + " spectra"));
    add(lines, "parked", report.path("parked"));
    add(lines, "not announced", report.path("not_announced"));
    return lines;
  }

  private static void add(List<String> lines, String head, JsonNode entries) {
    entries.forEach(
        entry ->
            lines.add(
                "  %s %s: %s"
                    .formatted(
                        head, entry.path("file").asString(""), entry.path("reason").asString(""))));
  }
}

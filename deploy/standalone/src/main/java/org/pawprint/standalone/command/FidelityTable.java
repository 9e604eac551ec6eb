package org.pawprint.standalone.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** The report of {@code bench fidelity} for people. */
final class FidelityTable {
  private FidelityTable() {}

  static List<String> lines(JsonNode report) {
    List<String> lines = new ArrayList<>();
    Map<String, Integer> reasons = new TreeMap<>();
    lines.add(
        form(
            "%-44s %-10s %8s %6s %9s %8s",
            "file", "loader", "spectra", "equal", "load ms", "× as fast"));
    for (JsonNode file : report.path("by_file")) {
      String path = file.path("path").asString();
      lines.add(
          form(
              "%-44s %-10s %8d %6d %9.2f %8s",
              path.substring(path.lastIndexOf('/') + 1),
              file.path("loader").asString(),
              file.path("spectra").asInt(),
              file.path("equal").asInt(),
              file.path("load_ms").asDouble(),
              file.has("times_faster") ? file.path("times_faster").asString() : "–"));
      for (JsonNode known : file.path("explained")) {
        reasons.merge(known.path("because").asString(), 1, Integer::sum);
      }
      for (JsonNode unknown : file.path("unexplained")) {
        lines.add(
            form(
                "    %s: %s: %s",
                unknown.path("spectrum").asString(),
                unknown.path("quantity").asString(),
                unknown.path("difference").asString()));
      }
    }
    lines.add(
        form(
            "%d files, %d spectra: %d equal, %d differ for a known reason, %d differences without one; %d files refused",
            report.path("files").asInt(),
            report.path("spectra").asInt(),
            report.path("equal").asInt(),
            report.path("explained").asInt(),
            report.path("unexplained").asInt(),
            report.path("refused").size()));
    reasons.forEach((reason, count) -> lines.add(form("  %d × %s", count, reason)));
    return lines;
  }

  private static String form(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}

package org.pawprint.standalone.command;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** Entries of the ledger as lines for people. */
final class LedgerTable {
  private static final String FORM = "%-7s %-8s %-11s %-24s %-22s %7s  %s%n";

  private LedgerTable() {}

  static void print(JsonNode entries) {
    System.out.printf(FORM, "KEY", "LANE", "STATE", "REDUCTION", "RECEIVED", "SPECTRA", "REASON");
    for (JsonNode entry : entries) {
      String received = entry.path("received_at").asString("");
      System.out.printf(
          FORM,
          entry.path("key").asString(),
          entry.path("lane").asString(""),
          entry.path("state").asString(""),
          firstOf(entry, List.of("reduction_id", "event_id")),
          received.substring(0, Math.min(19, received.length())),
          entry.path("spectra").asString("0"),
          reason(entry));
    }
  }

  private static String firstOf(JsonNode entry, List<String> names) {
    return names.stream()
        .map(name -> entry.path(name).asString(""))
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static String reason(JsonNode entry) {
    String step = entry.path("step").asString("");
    return step.isEmpty() ? "" : step + ": " + entry.path("reason").asString("");
  }
}

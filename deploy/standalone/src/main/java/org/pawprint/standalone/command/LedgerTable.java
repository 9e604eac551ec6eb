package org.pawprint.standalone.command;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** Entries of the ledger as lines for people. */
final class LedgerTable {
  private static final String FORM = "%-7s %-8s %-11s %-24s %-22s %7s  %s%n";

  private static final String FILE_FORM = "%-11s %-14s %7s  %s%n";

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
      parkedFiles(entry);
    }
  }

  /** The files of one event, as {@code /ops/ledger/KEY/files} lists them. */
  static void printFiles(JsonNode files) {
    System.out.printf(FILE_FORM, "STATE", "LOADER", "SPECTRA", "FILE");
    for (JsonNode file : files) {
      System.out.printf(
          FILE_FORM,
          file.path("state").asString(""),
          file.path("loader").asString(""),
          file.path("spectra").asString("0"),
          file.path("name").asString("") + why(file));
    }
  }

  /** Those of a batch: the reason of an event is that of one of its files. */
  private static void parkedFiles(JsonNode entry) {
    JsonNode files = entry.path("files");
    if (!isBatch(entry)) {
      return;
    }
    for (JsonNode file : files.path("parked_files")) {
      System.out.println("        parked " + file.path("name").asString("") + why(file));
    }
    int more = files.path("parked").asInt() - files.path("parked_files").size();
    if (more > 0) {
      System.out.printf(
          "        and %d more: pawprint ledger --files %s%n", more, entry.path("key").asString());
    }
  }

  private static boolean isBatch(JsonNode entry) {
    return entry.path("files").path("files").asInt() > 1;
  }

  private static String why(JsonNode file) {
    String reason = file.path("reason").asString("");
    return reason.isEmpty() ? "" : ": " + file.path("step").asString("") + ": " + reason;
  }

  private static String firstOf(JsonNode entry, List<String> names) {
    return names.stream()
        .map(name -> entry.path(name).asString(""))
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static String reason(JsonNode entry) {
    if (isBatch(entry)) {
      JsonNode files = entry.path("files");
      return "%d files: %d catalogued, %d parked"
          .formatted(
              files.path("files").asInt(),
              files.path("catalogued").asInt(),
              files.path("parked").asInt());
    }
    String step = entry.path("step").asString("");
    return step.isEmpty() ? "" : step + ": " + entry.path("reason").asString("");
  }
}

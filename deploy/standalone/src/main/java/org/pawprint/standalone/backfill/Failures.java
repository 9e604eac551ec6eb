package org.pawprint.standalone.backfill;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Files that were parked so far, by kind of reason: what names the single file is left out. */
final class Failures {
  private static final int KINDS_KEPT = 100;
  private static final int KINDS_SHOWN = 3;
  private static final String OTHERS = "other reasons";

  private final Map<String, Long> byKind = new LinkedHashMap<>();
  private long parked;

  void add(Map<String, Long> reasons) {
    reasons.forEach(this::add);
  }

  void add(String reason, long files) {
    parked += files;
    String kind = kind(reason);
    byKind.merge(
        byKind.containsKey(kind) || byKind.size() < KINDS_KEPT ? kind : OTHERS, files, Long::sum);
  }

  /** The reason without the names and numbers of its file. */
  static String kind(String reason) {
    return reason
        .replaceAll("^\\S*\\.\\S*( \\[?HDU \\d+\\]?)?: ", "")
        .replaceAll("'[^']*'", "'…'")
        .replaceAll("\\d+", "n");
  }

  /** In one line, the most frequent first; empty when nothing failed. */
  String text() {
    if (parked == 0) {
      return "";
    }
    return byKind.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .limit(KINDS_SHOWN)
        .map(kind -> kind.getValue() + " × " + kind.getKey())
        .collect(Collectors.joining("; ", parked + " parked (", ")"));
  }
}

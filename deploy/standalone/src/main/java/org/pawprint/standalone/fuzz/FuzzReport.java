package org.pawprint.standalone.fuzz;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a run has found so far. Not for threads to share. */
public final class FuzzReport {
  private final Map<Reading.Outcome, Long> outcomes = new EnumMap<>(Reading.Outcome.class);
  private final List<FuzzFailure> failures = new ArrayList<>();
  private long done;
  private long slowestNanos;
  private String slowest = "";
  private long mostBytes;
  private String greediest = "";

  void add(FuzzWorker.Result result, FuzzLimits limits) {
    done++;
    if (result.outcome() != null) {
      outcomes.merge(result.outcome(), 1L, Long::sum);
    }
    if (result.thrown() != null) {
      failures.add(FuzzFailure.thrown(result.fuzzed(), result.thrown()));
    } else if (result.busyNanos() > limits.busy().toNanos()) {
      failures.add(
          FuzzFailure.hang(
              result.fuzzed(),
              "ended after " + result.busyNanos() / 1_000_000 + " ms of work",
              new StackTraceElement[0]));
    } else if (result.allocatedBytes() > limits.allocatedBytes()) {
      failures.add(FuzzFailure.memory(result.fuzzed(), result.allocatedBytes()));
    }
    if (result.busyNanos() > slowestNanos) {
      slowestNanos = result.busyNanos();
      slowest = result.fuzzed().toString();
    }
    if (result.allocatedBytes() > mostBytes) {
      mostBytes = result.allocatedBytes();
      greediest = result.fuzzed().toString();
    }
  }

  void addHang(FuzzFailure hang) {
    done++;
    failures.add(hang);
  }

  public long done() {
    return done;
  }

  public List<FuzzFailure> failures() {
    return List.copyOf(failures);
  }

  /** For people and for JSON; numbers of all, the extremes, then the failures. */
  public Map<String, Object> asMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    Map<String, Object> counts = new LinkedHashMap<>();
    outcomes.forEach((outcome, n) -> counts.put(outcome.name().toLowerCase(Locale.ROOT), n));
    map.put("outcomes", counts);
    map.put("slowest_ms", slowestNanos / 1_000_000);
    map.put("slowest", slowest);
    map.put("most_allocated_mb", mostBytes >> 20);
    map.put("most_allocated", greediest);
    map.put(
        "failures",
        failures.stream()
            .map(
                failure ->
                    Map.of(
                        "case", failure.number(),
                        "kind", failure.kind(),
                        "what", failure.what(),
                        "file", failure.subject()))
            .toList());
    return map;
  }
}

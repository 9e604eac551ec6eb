package org.pawprint.standalone.archive;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

/** Waits for a reduction to appear in the answers of SSA, as an observer's script would. */
public final class Arrivals {
  private final RunningArchive archive;
  private final Duration interval;

  /**
   * @param interval pause between two searches
   */
  public Arrivals(RunningArchive archive, Duration interval) {
    this.archive = archive;
    this.interval = interval;
  }

  /**
   * Searches for a target until a row of that reduction is among the answers.
   *
   * @param since nanosecond time from which to count
   * @return milliseconds from then to the first answer that holds the row, empty if it took longer
   *     than {@code patience}
   */
  public OptionalDouble await(String target, String reductionId, long since, Duration patience)
      throws IOException {
    Map<String, String> search = new LinkedHashMap<>();
    search.put("REQUEST", "queryData");
    search.put("TARGETNAME", target);
    long deadline = System.nanoTime() + patience.toNanos();
    while (System.nanoTime() < deadline) {
      if (archive.search(search).contains(">" + reductionId + "<")) {
        return OptionalDouble.of((System.nanoTime() - since) / 1e6);
      }
      Pause.of(interval);
    }
    return OptionalDouble.empty();
  }
}

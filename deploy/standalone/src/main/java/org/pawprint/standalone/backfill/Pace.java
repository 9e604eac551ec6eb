package org.pawprint.standalone.backfill;

import java.io.IOException;
import java.time.Duration;
import org.pawprint.standalone.archive.Pause;

/** Holds announcements to so many files a second. Not thread-safe. */
final class Pace {
  private final double filesPerSecond;
  private long nextAt = System.nanoTime();

  /**
   * @param filesPerSecond 0 for as fast as it goes
   */
  Pace(double filesPerSecond) {
    this.filesPerSecond = filesPerSecond;
  }

  /**
   * Files of a batch: at a slow pace no more than a second's, so that it is one pace and no
   * stutter.
   */
  int batchFiles() {
    return filesPerSecond > 0
        ? (int) Math.max(1, Math.min(BackfillEvent.MOST_FILES, filesPerSecond))
        : BackfillEvent.MOST_FILES;
  }

  /** Returns when so many files may go. */
  void waitFor(int files) throws IOException {
    if (filesPerSecond > 0) {
      long now = System.nanoTime();
      if (nextAt - now > 0) {
        Pause.of(Duration.ofNanos(nextAt - now));
      }
      nextAt = Math.max(now, nextAt) + (long) (files * 1e9 / filesPerSecond);
    }
  }
}

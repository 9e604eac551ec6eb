package org.pawprint.standalone.archive;

import java.io.InterruptedIOException;
import java.time.Duration;

/** Keeps work at so many a second, counted from its beginning. */
public final class Pace {
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

  private final double perSecond;
  private final long began = System.nanoTime();

  /**
   * @param perSecond infinite for as fast as it goes
   */
  public Pace(double perSecond) {
    if (!(perSecond > 0)) {
      throw new IllegalArgumentException("rate " + perSecond + " is not above 0");
    }
    this.perSecond = perSecond;
  }

  /** How many to do before looking again: about a second's worth, at most this many. */
  public int batch(int most) {
    return (int) Math.max(1, Math.min(most, perSecond));
  }

  /** Waits until so many may have been done. */
  public void await(long done) throws InterruptedIOException {
    double due = done / perSecond;
    double left = due - (System.nanoTime() - began) / 1e9;
    while (left > 0) {
      Duration pause = Duration.ofNanos((long) (left * 1e9));
      Pause.of(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
      left = due - (System.nanoTime() - began) / 1e9;
    }
  }
}

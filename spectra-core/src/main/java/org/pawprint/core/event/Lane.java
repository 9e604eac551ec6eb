package org.pawprint.core.event;

import java.util.Locale;

/** The two ways in: fresh reductions, and the archive behind them. */
public enum Lane {
  LIVE,
  BACKFILL;

  /** Lower-case word used in routing keys, queue names, tables and metrics. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws IllegalArgumentException when the word is neither {@code live} nor {@code backfill}
   */
  public static Lane of(String word) {
    for (Lane lane : values()) {
      if (lane.word().equals(word)) {
        return lane;
      }
    }
    throw new IllegalArgumentException("lane '" + word + "' is neither live nor backfill");
  }
}

package org.pawprint.core.time;

import java.util.Locale;
import java.util.Optional;

/**
 * Scales in which files count their days, on the way to UTC. Leap seconds are those of IERS
 * Bulletin C up to number 70: none after 2017-01-01. Before 1972, where UTC was stretched, the ten
 * seconds of 1972 are used.
 */
public enum TimeScale {
  UTC(0),
  TAI(0),
  /** Terrestrial Time, ahead of TAI by definition. */
  TT(32.184);

  private static final double SECONDS_PER_DAY = 86400;

  /** TAI − UTC in seconds from the first day on that has it. */
  private static final int FIRST_OFFSET = 10;

  /** MJD (UTC) of the day before which a leap second was put in, from 1972-07-01 on. */
  private static final int[] LEAPS = {
    41499, 41683, 42048, 42413, 42778, 43144, 43509, 43874, 44239, 44786, 45151, 45516, 46247,
    47161, 47892, 48257, 48804, 49169, 49534, 50083, 50630, 51179, 53736, 54832, 56109, 57204, 57754
  };

  private final double aheadOfTai;

  TimeScale(double aheadOfTai) {
    this.aheadOfTai = aheadOfTai;
  }

  /** The scale of that name, in any case; empty for others. */
  public static Optional<TimeScale> of(String name) {
    return switch (name.strip().toUpperCase(Locale.ROOT)) {
      case "UTC", "UT" -> Optional.of(UTC);
      case "TAI" -> Optional.of(TAI);
      case "TT", "TDT", "ET" -> Optional.of(TT);
      default -> Optional.empty();
    };
  }

  /**
   * A day of this scale as a day of UTC.
   *
   * @param mjd Modified Julian Date in this scale
   */
  public double toUtcMjd(double mjd) {
    if (this == UTC) {
      return mjd;
    }
    double tai = mjd - aheadOfTai / SECONDS_PER_DAY;
    int offset = FIRST_OFFSET;
    for (int leap : LEAPS) {
      // The leap second itself still counts to the day before.
      if (tai < leap + (offset + 1) / SECONDS_PER_DAY) {
        break;
      }
      offset++;
    }
    return tai - offset / SECONDS_PER_DAY;
  }

  /**
   * Seconds since MJD 0 of this scale as a day of UTC.
   *
   * @param seconds e.g. SDSS's TAI-BEG
   */
  public double secondsToUtcMjd(double seconds) {
    return toUtcMjd(seconds / SECONDS_PER_DAY);
  }
}

package org.pawprint.core.time;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * Modified Julian Date in days, UTC: 0 is 1858-11-17T00:00. A double resolves about a microsecond.
 */
public final class Mjd {
  private static final long UNIX_EPOCH_DAY = 40587;
  private static final double SECONDS_PER_DAY = 86400;
  private static final double MICROS_PER_DAY = 86400e6;

  /** Dates from the year −9999 to 9999 lie within this, and DALI timestamps cannot say more. */
  private static final double FARTHEST_DAY = 5e6;

  private Mjd() {}

  public static double of(Instant utc) {
    long days = Math.floorDiv(utc.getEpochSecond(), 86400L);
    long seconds = Math.floorMod(utc.getEpochSecond(), 86400L);
    return UNIX_EPOCH_DAY + days + (seconds + utc.getNano() * 1e-9) / SECONDS_PER_DAY;
  }

  /** The date and time are taken as UTC. */
  public static double of(LocalDateTime utc) {
    return of(utc.toInstant(ZoneOffset.UTC));
  }

  /**
   * The instant, rounded to the microsecond.
   *
   * @throws IllegalArgumentException for NaN, infinities and days outside ±5,000,000
   */
  public static Instant toInstant(double mjd) {
    if (!(Math.abs(mjd) <= FARTHEST_DAY)) {
      throw new IllegalArgumentException("MJD " + mjd + " is not a day within -5000000 to 5000000");
    }
    double day = Math.floor(mjd);
    long micros = Math.round((mjd - day) * MICROS_PER_DAY);
    return Instant.ofEpochSecond(((long) day - UNIX_EPOCH_DAY) * 86400)
        .plus(micros, ChronoUnit.MICROS);
  }

  /** UTC date and time, rounded to the microsecond; same range as {@link #toInstant}. */
  public static LocalDateTime toDateTime(double mjd) {
    return LocalDateTime.ofInstant(toInstant(mjd), ZoneOffset.UTC);
  }
}

package org.pawprint.standalone.simulate;

import java.time.Instant;

/** The AAT's place on the Earth, as frame headers give it. */
final class Site {
  static final double LATITUDE_DEGREES = -31.27704;
  static final double LONGITUDE_DEGREES = 149.0661;
  static final int ALTITUDE_METRES = 1164;

  private static final double UNIX_EPOCH_MJD = 40587;

  private Site() {}

  /** Modified Julian Date, UTC days. */
  static double mjd(Instant time) {
    return UNIX_EPOCH_MJD + time.getEpochSecond() / 86400.0;
  }

  /**
   * Local mean sidereal time in [0, 360) degrees, UT1 taken as UTC (Explanatory Supplement 2.24).
   */
  static double siderealDegrees(Instant time) {
    double days = mjd(time) - 51544.5;
    double degrees = 280.46061837 + 360.98564736629 * days + LONGITUDE_DEGREES;
    return degrees - 360 * Math.floor(degrees / 360);
  }

  /** Hour angle in [-180, 180) degrees. */
  static double hourAngleDegrees(Instant time, double raDegrees) {
    double angle = siderealDegrees(time) - raDegrees + 180;
    return angle - 360 * Math.floor(angle / 360) - 180;
  }

  /** Zenith distance in degrees. */
  static double zenithDistanceDegrees(Instant time, double raDegrees, double decDegrees) {
    double latitude = StrictMath.toRadians(LATITUDE_DEGREES);
    double dec = StrictMath.toRadians(decDegrees);
    double hourAngle = StrictMath.toRadians(hourAngleDegrees(time, raDegrees));
    double cosine =
        StrictMath.sin(latitude) * StrictMath.sin(dec)
            + StrictMath.cos(latitude) * StrictMath.cos(dec) * StrictMath.cos(hourAngle);
    return StrictMath.toDegrees(StrictMath.acos(cosine));
  }
}

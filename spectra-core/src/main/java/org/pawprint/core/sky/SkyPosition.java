package org.pawprint.core.sky;

/**
 * A place on the sky in ICRS.
 *
 * @param raDeg right ascension in degree, brought into [0, 360)
 * @param decDeg declination in degree, −90 to 90
 */
public record SkyPosition(double raDeg, double decDeg) {
  public SkyPosition {
    if (!Double.isFinite(raDeg)) {
      throw new IllegalArgumentException("right ascension " + raDeg + " is not a finite number");
    }
    if (!(Math.abs(decDeg) <= 90)) {
      throw new IllegalArgumentException("declination " + decDeg + " is not within -90 to 90");
    }
    raDeg = intoCircle(raDeg);
  }

  private static double intoCircle(double deg) {
    double inside = deg % 360;
    if (inside < 0) {
      inside += 360;
    }
    // A tiny negative angle rounds up to 360, which is 0; adding 0.0 turns -0.0 into 0.
    return inside >= 360 ? 0 : inside + 0.0;
  }

  public UnitVector unitVector() {
    double ra = Math.toRadians(raDeg);
    double dec = Math.toRadians(decDeg);
    double inPlane = Math.cos(dec);
    return new UnitVector(inPlane * Math.cos(ra), inPlane * Math.sin(ra), Math.sin(dec));
  }

  /**
   * Great-circle distance in degree, 0 to 180, by Vincenty's formula on a sphere, which keeps its
   * accuracy for close and for opposite places.
   */
  public double separationDeg(SkyPosition other) {
    double deltaRa = Math.toRadians(other.raDeg - raDeg);
    double dec1 = Math.toRadians(decDeg);
    double dec2 = Math.toRadians(other.decDeg);
    double east = Math.cos(dec2) * Math.sin(deltaRa);
    double cosCos = Math.cos(dec2) * Math.cos(deltaRa);
    double north = Math.cos(dec1) * Math.sin(dec2) - Math.sin(dec1) * cosCos;
    double along = Math.sin(dec1) * Math.sin(dec2) + Math.cos(dec1) * cosCos;
    return Math.toDegrees(Math.atan2(Math.hypot(east, north), along));
  }
}

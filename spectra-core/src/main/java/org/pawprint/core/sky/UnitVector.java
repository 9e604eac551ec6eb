package org.pawprint.core.sky;

/**
 * A direction in ICRS: x towards RA 0°, y towards RA 90°, z towards the north pole. Components are
 * of a unit vector to rounding.
 */
public record UnitVector(double x, double y, double z) {
  public UnitVector {
    double norm2 = x * x + y * y + z * z;
    if (!(Math.abs(norm2 - 1) < 1e-9)) {
      throw new IllegalArgumentException("(%s, %s, %s) is not of length 1".formatted(x, y, z));
    }
  }

  /**
   * The direction of a vector of any length.
   *
   * @throws IllegalArgumentException for the vector of length 0
   */
  static UnitVector towards(double x, double y, double z) {
    double length = Math.sqrt(x * x + y * y + z * z);
    return new UnitVector(x / length, y / length, z / length);
  }

  UnitVector opposite() {
    return new UnitVector(-x, -y, -z);
  }

  /** Cosine of the angle between the two directions. */
  public double dot(UnitVector other) {
    return x * other.x + y * other.y + z * other.z;
  }

  /** Angle between the two directions in radian, 0 to π; good to 1e-15 everywhere. */
  public double angleRad(UnitVector other) {
    double cx = y * other.z - z * other.y;
    double cy = z * other.x - x * other.z;
    double cz = x * other.y - y * other.x;
    return Math.atan2(Math.sqrt(cx * cx + cy * cy + cz * cz), dot(other));
  }

  /**
   * Square of the straight line between the ends of the two directions, 0 to 4. It rises with the
   * angle, costs no arc function, and is best where angles are small.
   */
  public double chordSquared(UnitVector other) {
    double dx = x - other.x;
    double dy = y - other.y;
    double dz = z - other.z;
    return dx * dx + dy * dy + dz * dz;
  }

  /**
   * {@link #chordSquared(UnitVector)} of two directions with an angle between them.
   *
   * @param rad 0 to π
   */
  public static double chordSquared(double rad) {
    double half = Math.sin(rad / 2);
    return 4 * half * half;
  }

  /** The position in this direction; RA is 0 at the poles. */
  public SkyPosition position() {
    double decDeg = Math.toDegrees(Math.atan2(z, Math.hypot(x, y)));
    return new SkyPosition(Math.toDegrees(Math.atan2(y, x)), decDeg);
  }
}

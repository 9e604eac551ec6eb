package org.pawprint.core.sky;

/**
 * Places of the FK4 catalogue system, mean equator and equinox of B1950, in terms of ICRS. In
 * order: the elliptic terms of aberration, which FK4 leaves in a catalogue's places, are taken out;
 * the rotation from B1950 to J2000 (Murray 1989, A&A 218, 325, equations 28 and 29) is applied; the
 * FK5 place so found is turned by the offset of FK5 from ICRS (Hilton and Hohenkerk 2004, A&A 413,
 * 765).
 *
 * <p>FK4 rotates against the sky by half an arcsecond in a century, so a place without proper
 * motion of its own needs the date at which it was measured.
 */
public final class Fk4 {
  /** The Julian year of the Besselian epoch 1950.0, JD 2433282.42346. */
  public static final double B1950 = 1949.9997904;

  /** Elliptic terms of aberration at B1950 in radian (Standish 1982, A&A 115, 20). */
  private static final double[] ELLIPTIC_TERMS = {-1.62557e-6, -0.31919e-6, -0.13843e-6};

  private static final double[][] TO_J2000 = {
    {0.9999256794956877, -0.0111814832204662, -0.0048590038153592},
    {0.0111814832391717, 0.9999374848933135, -0.0000271625947142},
    {0.0048590037723143, -0.0000271702937440, 0.9999881946023742}
  };

  /** Per Julian century of the date since 1950. */
  private static final double[][] ROTATION = {
    {-0.0026455262e-6, -1.1539918689e-6, 2.1111346190e-6},
    {1.1540628161e-6, -0.0129042997e-6, 0.0236021478e-6},
    {-2.1112979048e-6, -0.0056024448e-6, 0.0102587734e-6}
  };

  private static final double MILLIARCSECOND = Math.toRadians(1 / 3.6e6);

  /** Offsets of the pole of FK5 and of its origin of right ascension. */
  private static final double ETA = -19.9 * MILLIARCSECOND;

  private static final double XI = 9.1 * MILLIARCSECOND;
  private static final double ORIGIN = -22.9 * MILLIARCSECOND;

  private Fk4() {}

  /**
   * @param raDeg B1950 right ascension in degree
   * @param decDeg B1950 declination in degree, −90 to 90
   * @param epoch Julian year at which the place was measured, {@link #B1950} where nobody tells
   */
  public static SkyPosition toIcrs(double raDeg, double decDeg, double epoch) {
    UnitVector place = new SkyPosition(raDeg, decDeg).unitVector();
    double[] mean = withoutEllipticTerms(place);
    double centuries = (epoch - 1950) / 100;
    double[] fk5 = new double[3];
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        fk5[i] += (TO_J2000[i][j] + centuries * ROTATION[i][j]) * mean[j];
      }
    }
    return icrs(fk5);
  }

  private static double[] withoutEllipticTerms(UnitVector place) {
    double[] v = {place.x(), place.y(), place.z()};
    double along = 0;
    for (int i = 0; i < 3; i++) {
      along += v[i] * ELLIPTIC_TERMS[i];
    }
    double[] mean = new double[3];
    for (int i = 0; i < 3; i++) {
      mean[i] = v[i] - ELLIPTIC_TERMS[i] + along * v[i];
    }
    return mean;
  }

  private static SkyPosition icrs(double[] fk5) {
    double x = fk5[0] - ORIGIN * fk5[1] + XI * fk5[2];
    double y = fk5[1] + ORIGIN * fk5[0] + ETA * fk5[2];
    double z = fk5[2] - XI * fk5[0] - ETA * fk5[1];
    double norm = Math.sqrt(x * x + y * y + z * z);
    return new UnitVector(x / norm, y / norm, z / norm).position();
  }
}

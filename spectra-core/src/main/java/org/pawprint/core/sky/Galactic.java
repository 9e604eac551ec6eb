package org.pawprint.core.sky;

/**
 * Galactic coordinates (IAU 1958) in terms of ICRS, with the pole and the zero of longitude as the
 * Hipparcos Catalogue fixes them (ESA SP-1200, vol. 1, section 1.5.3): pole at RA 192.85948°, Dec
 * 27.12825°, and the ascending node of the galactic plane on the equator at l = 32.93192°.
 */
public final class Galactic {
  private static final double POLE_RA = Math.toRadians(192.85948);
  private static final double POLE_DEC = Math.toRadians(27.12825);
  private static final double NODE_L = Math.toRadians(32.93192);

  private static final double[][] TO_ICRS = toIcrsMatrix();

  private Galactic() {}

  /**
   * @param lDeg galactic longitude in degree
   * @param bDeg galactic latitude in degree, −90 to 90
   */
  public static SkyPosition toIcrs(double lDeg, double bDeg) {
    if (!Double.isFinite(lDeg) || !(Math.abs(bDeg) <= 90)) {
      throw new IllegalArgumentException(
          "galactic longitude %s, latitude %s; needed are a finite longitude and a latitude within"
                  .formatted(lDeg, bDeg)
              + " -90 to 90 deg");
    }
    double l = Math.toRadians(lDeg);
    double b = Math.toRadians(bDeg);
    double x = Math.cos(b) * Math.cos(l);
    double y = Math.cos(b) * Math.sin(l);
    double z = Math.sin(b);
    double[] v = new double[3];
    for (int i = 0; i < 3; i++) {
      v[i] = TO_ICRS[i][0] * x + TO_ICRS[i][1] * y + TO_ICRS[i][2] * z;
    }
    return new UnitVector(v[0], v[1], v[2]).position();
  }

  /** Columns: the ICRS directions of the galactic x, y and z axes. */
  private static double[][] toIcrsMatrix() {
    double sa = Math.sin(POLE_RA);
    double ca = Math.cos(POLE_RA);
    double sd = Math.sin(POLE_DEC);
    double cd = Math.cos(POLE_DEC);
    double sn = Math.sin(NODE_L);
    double cn = Math.cos(NODE_L);
    // Node direction (on the equator, 90° east of the pole's RA) and the one 90° on along the
    // plane.
    double[] node = {-sa, ca, 0};
    double[] next = {-sd * ca, -sd * sa, cd};
    double[] pole = {cd * ca, cd * sa, sd};
    double[][] m = new double[3][3];
    for (int i = 0; i < 3; i++) {
      m[i][0] = cn * node[i] - sn * next[i];
      m[i][1] = sn * node[i] + cn * next[i];
      m[i][2] = pole[i];
    }
    return m;
  }
}

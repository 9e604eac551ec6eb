package org.pawprint.datalink.soda;

/** Where in a cube a spectrum is to be taken. */
sealed interface CubePart {
  /**
   * The sum of all spaxels whose centre lies inside.
   *
   * @param raDeg ICRS, like {@code decDeg}
   */
  record Aperture(double raDeg, double decDeg, double radiusDeg) implements CubePart {}

  /**
   * One spaxel.
   *
   * @param x along the first axis of the file, from 1
   * @param y along the second axis, from 1
   */
  record Spaxel(int x, int y) implements CubePart {}
}

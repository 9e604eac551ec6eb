package org.pawprint.datalink.soda;

import org.pawprint.core.sky.SkyPosition;

/** Where in a cube a spectrum is to be taken. */
sealed interface CubePart {
  /** All spaxels whose centre lies inside, the border included. */
  record Aperture(SkyPosition centre, double radiusDeg) implements CubePart {}

  /**
   * One spaxel.
   *
   * @param x along the first axis of the file, from 1
   * @param y along the second axis, from 1
   */
  record Spaxel(int x, int y) implements CubePart {}
}

package org.pawprint.datalink.soda;

import org.pawprint.core.sky.SkyRegion;

/** Where in a cube a spectrum is to be taken. */
sealed interface CubePart {
  /** All spaxels whose centre lies inside. */
  record Aperture(SkyRegion region) implements CubePart {}

  /**
   * One spaxel.
   *
   * @param x along the first axis of the file, from 1
   * @param y along the second axis, from 1
   */
  record Spaxel(int x, int y) implements CubePart {}
}

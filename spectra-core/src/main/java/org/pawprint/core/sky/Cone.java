package org.pawprint.core.sky;

import java.util.Optional;

/**
 * All places within an angle of a centre, the rim included.
 *
 * @param radiusDeg 0 (the centre alone) to 180 (the whole sky)
 */
public record Cone(SkyPosition centre, double radiusDeg) implements SkyRegion {
  public Cone {
    if (!(radiusDeg >= 0 && radiusDeg <= 180)) {
      throw new IllegalArgumentException("radius " + radiusDeg + " deg is not within 0 to 180");
    }
  }

  /** The exact test; {@link ConeCover} only preselects. */
  @Override
  public boolean contains(SkyPosition position) {
    return centre.separationDeg(position) <= radiusDeg;
  }

  @Override
  public Optional<String> stc() {
    return Optional.of(StcText.circle(centre, radiusDeg));
  }
}

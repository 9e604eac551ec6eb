package org.pawprint.core.sky;

import java.util.Optional;

/** A part of the sky in ICRS, as DALI and SODA spell it; the border belongs to it. */
public sealed interface SkyRegion permits Cone, SkyRegion.Range, Polygon {
  boolean contains(SkyPosition place);

  /** As STC-S, where it has such a shape (ObsCore-1.1 4.12). */
  Optional<String> stc();

  /** Right ascensions and declinations in degrees; open sides are infinite. */
  record Range(double raFrom, double raTo, double decFrom, double decTo) implements SkyRegion {
    public Range {
      if (!(raFrom <= raTo) || !(decFrom <= decTo)) {
        throw new IllegalArgumentException("a range runs from low to high");
      }
    }

    @Override
    public boolean contains(SkyPosition place) {
      return raFrom <= place.raDeg()
          && place.raDeg() <= raTo
          && decFrom <= place.decDeg()
          && place.decDeg() <= decTo;
    }

    @Override
    public Optional<String> stc() {
      return Optional.empty();
    }
  }
}

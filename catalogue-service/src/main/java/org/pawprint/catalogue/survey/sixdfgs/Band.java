package org.pawprint.catalogue.survey.sixdfgs;

import java.util.Locale;
import java.util.Optional;
import org.pawprint.core.fits.FitsHdu;
import org.pawprint.core.spectrum.SpectralAxis;

/**
 * The two exposures of an observation, each with a grating of its own, and their splice. V reaches
 * from 3900 to 5650 Å, R from 5300 to 8550 Å, with the first gratings as with the later ones.
 */
enum Band {
  V,
  R,
  VR;

  private static final String NAME = "SPECTRUM ";

  /** V begins below, R above; in ångström. */
  private static final double BLUEST_R = 5000;

  /** R ends above, V below; in ångström. */
  private static final double REDDEST_V = 6000;

  /** The band that an HDU claims by its name, {@code SPECTRUM V}; empty for other HDUs. */
  static Optional<Band> named(FitsHdu hdu) {
    String name = hdu.name().toUpperCase(Locale.ROOT);
    for (Band band : values()) {
      if (name.equals(NAME + band)) {
        return Optional.of(band);
      }
    }
    return Optional.empty();
  }

  /** The band that an axis covers; empty when it covers neither V nor R. */
  static Optional<Band> covering(SpectralAxis axis) {
    boolean v = axis.first() < BLUEST_R;
    boolean r = axis.last() > REDDEST_V;
    if (v) {
      return Optional.of(r ? VR : V);
    }
    return r ? Optional.of(R) : Optional.empty();
  }

  /** Lower case, as in names of spectra. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}

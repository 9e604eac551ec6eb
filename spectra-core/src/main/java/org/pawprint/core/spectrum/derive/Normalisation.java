package org.pawprint.core.spectrum.derive;

import java.util.Arrays;
import org.pawprint.core.spectrum.Spectrum;

/** Fluxes as ratios, without unit. Sigma is divided by the same number; what divides is exact. */
public final class Normalisation {
  private Normalisation() {}

  /** Flux over continuum; blank where the continuum is not above zero. */
  public static Spectrum byContinuum(Spectrum spectrum, Continuum continuum) {
    return divided(spectrum, continuum.of(spectrum));
  }

  /**
   * Flux over the largest good flux, so that this is 1.
   *
   * @throws NotDerivable when no good flux is above zero
   */
  public static Spectrum byMaximum(Spectrum spectrum) {
    double largest = 0;
    for (int i = 0; i < spectrum.length(); i++) {
      if (Samples.isGood(spectrum, i)) {
        largest = Math.max(largest, spectrum.flux()[i]);
      }
    }
    if (largest == 0) {
      throw new NotDerivable("it has no good flux above zero to be divided by");
    }
    double[] everywhere = new double[spectrum.length()];
    Arrays.fill(everywhere, largest);
    return divided(spectrum, everywhere);
  }

  private static Spectrum divided(Spectrum spectrum, double[] by) {
    Samples samples = Samples.blank(spectrum.length(), spectrum.sigma() != null);
    for (int i = 0; i < by.length; i++) {
      double flux = by[i] > 0 ? spectrum.flux()[i] / by[i] : Double.NaN;
      samples.set(i, flux, Samples.variance(spectrum, i) / (by[i] * by[i]), spectrum.mask()[i]);
    }
    return samples.on(
        spectrum.axis(), spectrum.medium(), spectrum.frame(), "", spectrum.errorKind());
  }
}

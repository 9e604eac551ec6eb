package org.pawprint.core.spectrum.derive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.pawprint.core.spectrum.SpectralAxis;
import org.pawprint.core.spectrum.Spectrum;

/** How the values of one wavelength from several spectra become one. */
public enum Combination {
  /** Weights 1/σ²: f = Σ fᵢ/σᵢ² / Σ 1/σᵢ², σ² = 1 / Σ 1/σᵢ². */
  IVAR,
  /** All alike: f = Σ fᵢ / n, σ² = Σ σᵢ² / n². */
  MEAN;

  /**
   * One spectrum of several, each brought {@link Rebin#onto} the axis first.
   *
   * @throws NotDerivable when they differ in unit, medium or frame, or lack the errors that weights
   *     are made of
   */
  public Spectrum of(List<Spectrum> spectra, SpectralAxis axis) {
    requireAlike(spectra);
    List<Spectrum> rebinned = new ArrayList<>();
    for (Spectrum spectrum : spectra) {
      rebinned.add(sameAxis(spectrum, axis) ? spectrum : Rebin.onto(axis, spectrum));
    }
    return combined(rebinned, axis);
  }

  /** Spectra that are on the axis already. */
  Spectrum combined(List<Spectrum> spectra, SpectralAxis axis) {
    boolean errors = spectra.stream().allMatch(spectrum -> spectrum.sigma() != null);
    if (this == IVAR && !errors) {
      throw new NotDerivable("not all of the spectra have errors to be weighted by; ask for MEAN");
    }
    Samples samples = Samples.blank(axis.length(), errors);
    for (int pixel = 0; pixel < axis.length(); pixel++) {
      combine(spectra, pixel, samples);
    }
    return samples.on(axis, spectra.get(0));
  }

  private void combine(List<Spectrum> spectra, int pixel, Samples samples) {
    double weights = 0;
    double flux = 0;
    double variance = 0;
    for (Spectrum spectrum : spectra) {
      if (Samples.isGood(spectrum, pixel)) {
        double its = Samples.variance(spectrum, pixel);
        double weight = this == IVAR ? 1 / its : 1;
        weights += weight;
        flux += weight * spectrum.flux()[pixel];
        variance += weight * weight * its;
      }
    }
    if (weights > 0) {
      samples.set(pixel, flux / weights, variance / (weights * weights), 0);
    }
  }

  private static boolean sameAxis(Spectrum spectrum, SpectralAxis axis) {
    return Arrays.equals(spectrum.axis().toArray(), axis.toArray());
  }

  /** Refuses what has no common meaning. */
  static void requireAlike(List<Spectrum> spectra) {
    Spectrum first = spectra.get(0);
    for (Spectrum other : spectra) {
      if (!other.fluxUnit().equals(first.fluxUnit())) {
        throw new NotDerivable(
            "the spectra have different units: '%s' and '%s'"
                .formatted(first.fluxUnit(), other.fluxUnit()));
      }
      if (other.medium() != first.medium()) {
        throw new NotDerivable(
            "some wavelengths are in air, some in vacuum; ask for one MEDIUM for all");
      }
      if (other.frame() != first.frame()) {
        throw new NotDerivable(
            "their wavelengths are in different frames, %s and %s; ask for one SPECSYS or FRAME"
                .formatted(first.frame().specsys(), other.frame().specsys()));
      }
    }
  }
}

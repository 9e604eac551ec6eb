package org.pawprint.core.spectrum.derive;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pawprint.core.spectrum.ObservedWavelength;
import org.pawprint.core.spectrum.Spectrum;

/** The part of a spectrum within a band of vacuum wavelengths; nothing is resampled. */
public final class BandCut {
  private BandCut() {}

  /**
   * The pixels whose centre lies inside, bounds included.
   *
   * @param loMetres in vacuum, −∞ for an open side
   * @param hiMetres in vacuum, +∞ for an open side
   * @param observed how the axis of the spectrum leads to vacuum wavelengths as observed
   * @return empty when there is no such pixel
   * @throws NotDerivable when there is just one, which makes no axis
   */
  public static Optional<Spectrum> of(
      Spectrum spectrum, double loMetres, double hiMetres, ObservedWavelength observed) {
    int from = 0;
    while (from < spectrum.length() && metres(spectrum, from, observed) < loMetres) {
      from++;
    }
    int to = spectrum.length();
    while (to > from && metres(spectrum, to - 1, observed) > hiMetres) {
      to--;
    }
    if (to == from) {
      return Optional.empty();
    }
    if (to - from == 1) {
      throw new NotDerivable(
          "the band holds one pixel, at %s m; a spectrum needs two"
              .formatted(metres(spectrum, from, observed)));
    }
    return Optional.of(part(spectrum, from, to));
  }

  private static double metres(Spectrum spectrum, int pixel, ObservedWavelength observed) {
    return observed.metres(spectrum.axis().angstrom(pixel));
  }

  private static Spectrum part(Spectrum spectrum, int from, int to) {
    float @Nullable [] sigma = spectrum.sigma();
    return new Spectrum(
        Axes.part(spectrum.axis(), from, to),
        spectrum.medium(),
        spectrum.frame(),
        Arrays.copyOfRange(spectrum.flux(), from, to),
        sigma == null ? null : Arrays.copyOfRange(sigma, from, to),
        Arrays.copyOfRange(spectrum.mask(), from, to),
        spectrum.fluxUnit(),
        spectrum.errorKind());
  }
}

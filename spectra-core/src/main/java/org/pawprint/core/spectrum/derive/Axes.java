package org.pawprint.core.spectrum.derive;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.pawprint.core.spectrum.LinearAxis;
import org.pawprint.core.spectrum.LogAxis;
import org.pawprint.core.spectrum.SpectralAxis;
import org.pawprint.core.spectrum.TabulatedAxis;

/** Axes made from axes. */
final class Axes {
  private Axes() {}

  /**
   * Pixels of an axis; they keep their wavelengths to the last bit.
   *
   * @param from first pixel, from 0
   * @param to one behind the last; at least two pixels
   */
  static SpectralAxis part(SpectralAxis axis, int from, int to) {
    if (axis instanceof LinearAxis a) {
      return new LinearAxis(a.crpix() - from, a.crval(), a.cdelt(), to - from);
    }
    if (axis instanceof LogAxis a) {
      return new LogAxis(a.crpix() - from, a.crval(), a.cdelt(), to - from);
    }
    return new TabulatedAxis(Arrays.copyOfRange(axis.toArray(), from, to));
  }

  /** Every wavelength divided by a number above zero; the kind of axis stays. */
  static SpectralAxis divided(SpectralAxis axis, double by) {
    if (axis instanceof LinearAxis a) {
      return new LinearAxis(a.crpix(), a.crval() / by, a.cdelt() / by, a.length());
    }
    if (axis instanceof LogAxis a) {
      return new LogAxis(a.crpix(), a.crval() - Math.log10(by), a.cdelt(), a.length());
    }
    return mapped(axis, angstrom -> angstrom / by);
  }

  /** Every wavelength through a rising function. */
  static SpectralAxis mapped(SpectralAxis axis, DoubleUnaryOperator function) {
    return new TabulatedAxis(Arrays.stream(axis.toArray()).map(function).toArray());
  }
}

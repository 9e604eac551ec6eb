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

  /**
   * Edges of the pixels in ångström, one more than there are pixels: midway between the centres,
   * and at both ends as far out as half the last step.
   */
  static double[] edges(SpectralAxis axis) {
    double[] centres = axis.toArray();
    int n = centres.length;
    double[] edges = new double[n + 1];
    for (int i = 1; i < n; i++) {
      edges[i] = (centres[i - 1] + centres[i]) / 2;
    }
    edges[0] = centres[0] - (centres[1] - centres[0]) / 2;
    edges[n] = centres[n - 1] + (centres[n - 1] - centres[n - 2]) / 2;
    return edges;
  }
}

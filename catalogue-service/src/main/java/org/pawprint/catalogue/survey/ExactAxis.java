package org.pawprint.catalogue.survey;

import org.pawprint.core.spectrum.LinearAxis;
import org.pawprint.core.spectrum.LogAxis;
import org.pawprint.core.spectrum.SpectralAxis;
import org.pawprint.core.spectrum.TabulatedAxis;

/**
 * Finds the WCS behind a table of wavelengths, so that products and segments need not carry the
 * table.
 */
public final class ExactAxis {
  /** Part of a wavelength by which a table may differ from a WCS that replaces it: 0.3 m/s. */
  private static final double EXACT = 1e-9;

  private ExactAxis() {}

  /** A linear or logarithmic axis where it describes every pixel, else the table itself. */
  public static SpectralAxis of(TabulatedAxis tabulated, double[] values) {
    int steps = values.length - 1;
    double first = tabulated.first();
    LinearAxis linear = new LinearAxis(1, first, (tabulated.last() - first) / steps, values.length);
    if (describes(linear, values)) {
      return linear;
    }
    double dex = Math.log10(tabulated.last() / first) / steps;
    LogAxis log = new LogAxis(1, Math.log10(first), dex, values.length);
    return describes(log, values) ? log : tabulated;
  }

  private static boolean describes(SpectralAxis axis, double[] values) {
    for (int i = 0; i < values.length; i++) {
      if (Math.abs(axis.angstrom(i) - values[i]) > EXACT * values[i]) {
        return false;
      }
    }
    return true;
  }
}

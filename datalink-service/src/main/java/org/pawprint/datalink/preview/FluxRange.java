package org.pawprint.datalink.preview;

import java.util.Arrays;
import org.pawprint.core.spectrum.MaskBit;
import org.pawprint.core.spectrum.Spectrum;

/**
 * The flux from the bottom to the top of a picture. A cosmic ray or a sky line badly subtracted
 * would flatten everything else, so the range is that of all but the outermost two hundredths, with
 * half as much again above and below if there is flux there.
 *
 * @param low below {@code high}
 */
record FluxRange(double low, double high) {
  private static final double OUTERMOST = 0.01;
  private static final double BEYOND = 0.5;
  private static final double MARGIN = 0.04;

  /** The range of the pixels that are shown; 0 to 1 where there are none. */
  static FluxRange of(Spectrum spectrum) {
    double[] shown = new double[spectrum.length()];
    int n = 0;
    for (int i = 0; i < shown.length; i++) {
      if (isShown(spectrum, i)) {
        shown[n++] = spectrum.flux()[i];
      }
    }
    if (n == 0) {
      return new FluxRange(0, 1);
    }
    Arrays.sort(shown, 0, n);
    double inner = shown[(int) Math.floor(OUTERMOST * (n - 1))];
    double outer = shown[(int) Math.ceil((1 - OUTERMOST) * (n - 1))];
    double low = Math.max(shown[0], inner - BEYOND * (outer - inner));
    double high = Math.min(shown[n - 1], outer + BEYOND * (outer - inner));
    return high > low ? padded(low, high) : around(low);
  }

  /**
   * Whether a pixel is drawn: it has a flux and nothing is said against it. Without an error it may
   * still be drawn.
   */
  static boolean isShown(Spectrum spectrum, int pixel) {
    int against = spectrum.mask()[pixel] & ~MaskBit.NO_ERROR.bit();
    return against == 0 && Float.isFinite(spectrum.flux()[pixel]);
  }

  private static FluxRange padded(double low, double high) {
    double margin = MARGIN * (high - low);
    return new FluxRange(low - margin, high + margin);
  }

  private static FluxRange around(double level) {
    double half = level == 0 ? 1 : Math.abs(level) / 2;
    return new FluxRange(level - half, level + half);
  }
}

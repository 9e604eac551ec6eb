package org.pawprint.catalogue.survey;

import org.jspecify.annotations.Nullable;
import org.pawprint.core.spectrum.AirWavelength;
import org.pawprint.core.spectrum.Medium;
import org.pawprint.core.spectrum.SpectralAxis;
import org.pawprint.core.spectrum.Spectrum;
import org.pawprint.core.spectrum.VelocityFrame;

/**
 * How much of the strong night-sky lines sky subtraction has left: the typical |flux − beside| in
 * sigma on the lines over that beside them. Noise that the errors describe gives about 1.
 */
final class SkyLines {
  /**
   * Strong isolated lines of oxygen and OH between 5500 and 9000 Å, in air, in ångström (Osterbrock
   * et al. 1996, PASP 108, 277).
   */
  private static final double[] AIR_ANGSTROM = {
    5577.338, 6300.304, 6363.780, 7276.405, 7316.282, 7340.885, 7750.640, 7794.112, 7821.503,
    7913.708, 7964.650, 8344.602, 8399.170, 8430.174, 8465.358, 8827.096, 8885.850
  };

  /** Pixels to either side that count as the line: about the width of a fibre's image. */
  private static final int CORE = 2;

  /** Pixels to either side, first to last, that count as beside it. */
  private static final int SIDE_FIRST = 5;

  private static final int SIDE_LAST = 12;

  /** With fewer pixels on lines the ratio would tell of chance. */
  private static final int FEWEST = 10;

  /** Earth's motion moves a sky line by at most this part of its wavelength (30 km/s). */
  private static final double ORBITAL_SHIFT = 1e-4;

  private final float[] core = new float[AIR_ANGSTROM.length * (2 * CORE + 1)];
  private final float[] side = new float[AIR_ANGSTROM.length * 2 * (SIDE_LAST - SIDE_FIRST + 1)];
  private final float[] scratch = new float[2 * (SIDE_LAST - SIDE_FIRST + 1)];
  private int cores;
  private int sides;

  private SkyLines() {}

  /** The ratio, or NaN where there are no errors, no such lines or too few good pixels. */
  static double residual(Spectrum spectrum) {
    float[] sigma = spectrum.sigma();
    if (sigma == null) {
      return Double.NaN;
    }
    SkyLines lines = new SkyLines();
    for (double air : AIR_ANGSTROM) {
      double angstrom =
          spectrum.medium() == Medium.VACUUM ? AirWavelength.toVacuumAngstrom(air) : air;
      int pixel = pixelOf(spectrum, angstrom);
      if (pixel >= SIDE_LAST && pixel < spectrum.length() - SIDE_LAST) {
        lines.add(spectrum, sigma, pixel);
      }
    }
    if (lines.cores < FEWEST || lines.sides < FEWEST) {
      return Double.NaN;
    }
    double beside = Median.of(lines.side, lines.sides);
    return beside > 0 ? Median.of(lines.core, lines.cores) / beside : Double.NaN;
  }

  /** Nearest pixel; −1 outside the axis and where the frame leaves the line's place uncertain. */
  private static int pixelOf(Spectrum spectrum, double angstrom) {
    SpectralAxis axis = spectrum.axis();
    if (angstrom < axis.first() || angstrom > axis.last()) {
      return -1;
    }
    int low = 0;
    int high = axis.length() - 1;
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (axis.angstrom(middle) <= angstrom) {
        low = middle;
      } else {
        high = middle;
      }
    }
    double step = axis.angstrom(high) - axis.angstrom(low);
    boolean moves = spectrum.frame() != VelocityFrame.TOPOCENTRIC;
    if (moves && angstrom * ORBITAL_SHIFT > CORE * step) {
      return -1;
    }
    return angstrom - axis.angstrom(low) < axis.angstrom(high) - angstrom ? low : high;
  }

  private void add(Spectrum spectrum, float[] sigma, int line) {
    float[] flux = spectrum.flux();
    byte[] mask = spectrum.mask();
    int beside = 0;
    for (int d = SIDE_FIRST; d <= SIDE_LAST; d++) {
      beside = keep(flux, mask, line - d, beside);
      beside = keep(flux, mask, line + d, beside);
    }
    if (beside < SIDE_LAST - SIDE_FIRST) {
      return;
    }
    float level = (float) Median.of(scratch, beside);
    for (int d = SIDE_FIRST; d <= SIDE_LAST; d++) {
      sides = deviation(flux, sigma, mask, line - d, level, side, sides);
      sides = deviation(flux, sigma, mask, line + d, level, side, sides);
    }
    for (int d = -CORE; d <= CORE; d++) {
      cores = deviation(flux, sigma, mask, line + d, level, core, cores);
    }
  }

  private int keep(float[] flux, byte[] mask, int pixel, int count) {
    if (mask[pixel] != 0) {
      return count;
    }
    scratch[count] = flux[pixel];
    return count + 1;
  }

  private static int deviation(
      float[] flux,
      float @Nullable [] sigma,
      byte[] mask,
      int pixel,
      float level,
      float[] into,
      int count) {
    if (sigma == null || mask[pixel] != 0 || !(sigma[pixel] > 0)) {
      return count;
    }
    into[count] = Math.abs(flux[pixel] - level) / sigma[pixel];
    return count + 1;
  }
}

package org.pawprint.core.spectrum.derive;

import org.pawprint.core.spectrum.SpectralAxis;
import org.pawprint.core.spectrum.Spectrum;

/**
 * A running weighted mean of the good pixels: f = Σ wᵢ fᵢ / Σ wᵢ, σ² = Σ wᵢ² σᵢ² / (Σ wᵢ)². At the
 * ends and beside masked pixels the weights that are left count alone. A masked pixel stays masked,
 * and blank.
 *
 * @param width of the box, or full width at half maximum of the Gaussian; in {@code unit}
 */
public record Smoothing(Kernel kernel, double width, Unit unit) {
  /** Pixels on either side that one pixel may draw from. */
  private static final int MOST_REACH = 1000;

  /** Weight of a pixel at a distance. */
  public enum Kernel {
    /** 1 up to half the width. */
    BOX,
    /** exp(−4 ln 2 (d/FWHM)²), up to 2.5 FWHM, where it is 3·10⁻⁸. */
    GAUSS
  }

  /** Unit of the width. */
  public enum Unit {
    PIX,
    ANGSTROM
  }

  private static final double GAUSS_REACH = 2.5;

  /**
   * @throws IllegalArgumentException for a width that is not above zero
   */
  public Smoothing {
    if (!(width > 0) || Double.isInfinite(width)) {
      throw new IllegalArgumentException("a width of " + width);
    }
  }

  /**
   * @throws NotDerivable when a pixel would draw from more than 1000 on a side
   */
  public Spectrum of(Spectrum spectrum) {
    Samples samples = Samples.blank(spectrum.length(), spectrum.sigma() != null);
    for (int pixel = 0; pixel < spectrum.length(); pixel++) {
      if (Samples.isGood(spectrum, pixel)) {
        mean(spectrum, pixel, samples);
      } else {
        samples.blank(pixel, spectrum.mask()[pixel]);
      }
    }
    return samples.on(spectrum.axis(), spectrum);
  }

  private void mean(Spectrum spectrum, int pixel, Samples samples) {
    double[] sums = new double[3];
    add(spectrum, pixel, 0, sums);
    walk(spectrum, pixel, -1, sums);
    walk(spectrum, pixel, 1, sums);
    samples.set(pixel, sums[1] / sums[0], sums[2] / (sums[0] * sums[0]), 0);
  }

  private void walk(Spectrum spectrum, int centre, int direction, double[] sums) {
    double reach = kernel == Kernel.BOX ? width / 2 : GAUSS_REACH * width;
    int pixel = centre + direction;
    while (pixel >= 0 && pixel < spectrum.length()) {
      double distance = distance(spectrum.axis(), centre, pixel);
      if (distance > reach * (1 + 1e-12)) {
        return;
      }
      if (Math.abs(pixel - centre) > MOST_REACH) {
        throw new NotDerivable("SMOOTH reaches over more than " + MOST_REACH + " pixels on a side");
      }
      if (Samples.isGood(spectrum, pixel)) {
        add(spectrum, pixel, distance, sums);
      }
      pixel += direction;
    }
  }

  private double distance(SpectralAxis axis, int from, int to) {
    return unit == Unit.PIX
        ? Math.abs(to - from)
        : Math.abs(axis.angstrom(to) - axis.angstrom(from));
  }

  /** Sums of weights, of weighted flux, of weighted variance. */
  private void add(Spectrum spectrum, int pixel, double distance, double[] sums) {
    double weight =
        kernel == Kernel.BOX
            ? 1
            : Math.exp(-4 * Math.log(2) * (distance / width) * (distance / width));
    sums[0] += weight;
    sums[1] += weight * spectrum.flux()[pixel];
    sums[2] += weight * weight * Samples.variance(spectrum, pixel);
  }
}

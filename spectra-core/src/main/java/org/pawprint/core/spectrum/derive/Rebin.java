package org.pawprint.core.spectrum.derive;

import org.pawprint.core.spectrum.MaskBit;
import org.pawprint.core.spectrum.SpectralAxis;
import org.pawprint.core.spectrum.Spectrum;

/**
 * Conserves flux: pixels are bins with edges midway between centres, and a new pixel takes of each
 * old one what overlaps (Carnall 2017, arXiv:1705.05165). With overlaps o<sub>i</sub>, widths
 * w<sub>i</sub> and fluxes f<sub>i</sub> of the good old pixels:
 *
 * <pre>
 * density   f = Σ oᵢ fᵢ / Σ oᵢ        σ² = Σ oᵢ² σᵢ² / (Σ oᵢ)²
 * collected f = Σ (oᵢ / wᵢ) fᵢ        σ² = Σ (oᵢ / wᵢ)² σᵢ²
 * </pre>
 *
 * <p>A new pixel without any good part is blank; one whose good part is less than half of it has
 * its number and {@link MaskBit#BAD_PIXEL}. Neighbours come to share noise, which σ cannot tell.
 */
public final class Rebin {
  private static final double LEAST_COVER = 0.5;

  private Rebin() {}

  /** The spectrum on other pixels of the same medium and frame. */
  public static Spectrum onto(SpectralAxis axis, Spectrum spectrum) {
    boolean collected = FluxKind.of(spectrum.fluxUnit()) == FluxKind.PER_PIXEL;
    Bins from = Bins.of(spectrum.axis());
    Bins to = Bins.of(axis);
    Samples samples = Samples.blank(axis.length(), spectrum.sigma() != null);
    int first = 0;
    for (int pixel = 0; pixel < axis.length(); pixel++) {
      while (first < spectrum.length() && from.upper(first) <= to.lower(pixel)) {
        first++;
      }
      Sum sum = new Sum(collected);
      for (int i = first; i < spectrum.length() && from.lower(i) < to.upper(pixel); i++) {
        double overlap =
            Math.min(from.upper(i), to.upper(pixel)) - Math.max(from.lower(i), to.lower(pixel));
        if (overlap > 0 && Samples.isGood(spectrum, i)) {
          sum.add(overlap, from.width(i), spectrum, i);
        }
      }
      sum.store(samples, pixel, to.width(pixel));
    }
    return samples.on(axis, spectrum);
  }

  /** What one new pixel gathers. */
  private static final class Sum {
    private final boolean collected;
    private double cover;
    private double flux;
    private double variance;

    Sum(boolean collected) {
      this.collected = collected;
    }

    void add(double overlap, double width, Spectrum spectrum, int pixel) {
      double weight = collected ? overlap / width : overlap;
      cover += overlap;
      flux += weight * spectrum.flux()[pixel];
      variance += weight * weight * Samples.variance(spectrum, pixel);
    }

    void store(Samples samples, int pixel, double width) {
      if (cover == 0) {
        return;
      }
      // Rounding leaves slivers of neighbours at the edges.
      boolean covered = cover >= LEAST_COVER * width * (1 - 1e-9);
      double norm = collected ? 1 : cover;
      samples.set(
          pixel, flux / norm, variance / (norm * norm), covered ? 0 : MaskBit.BAD_PIXEL.bit());
    }
  }
}

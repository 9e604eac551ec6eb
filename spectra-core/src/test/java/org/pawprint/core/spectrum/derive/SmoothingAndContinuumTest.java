package org.pawprint.core.spectrum.derive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.pawprint.core.spectrum.LinearAxis;
import org.pawprint.core.spectrum.MaskBit;
import org.pawprint.core.spectrum.Spectrum;
import org.pawprint.core.spectrum.derive.Smoothing.Kernel;
import org.pawprint.core.spectrum.derive.Smoothing.Unit;

/** The spectrum has a blank pixel, number 4 from 0: f[4] = nan. */
class SmoothingAndContinuumTest {
  private static final Offset<Double> FLOAT = within(2e-6);

  private final Spectrum spectrum = Sketch.twelveWithBlank();

  /**
   * astropy: convolve(f, Gaussian1DKernel(3/2.354820045, x_size=15), boundary="fill",
   * fill_value=nan, nan_treatment="interpolate"); sigma by numpy, sqrt(K**2 @ s**2) / K.sum(1).
   */
  @Test
  void gaussianAgreesWithAstropy() {
    Spectrum smooth = new Smoothing(Kernel.GAUSS, 3, Unit.PIX).of(spectrum);

    double[] flux = {
      3.99344294,
      4.52566145,
      5.27331652,
      6.20435883,
      Double.NaN,
      6.98056431,
      6.16798297,
      5.09595540,
      4.53437715,
      4.53285318,
      4.51889886,
      4.24804400
    };
    double[] sigma = {
      0.29069687,
      0.26318034,
      0.30229176,
      0.34360371,
      Double.NaN,
      0.28568483,
      0.30816646,
      0.26358475,
      0.24930265,
      0.28450889,
      0.31444144,
      0.32214368
    };
    for (int i = 0; i < flux.length; i++) {
      if (i != 4) {
        assertThat((double) smooth.flux()[i]).isCloseTo(flux[i], FLOAT);
        assertThat(Sketch.doubles(smooth.sigma())[i]).isCloseTo(sigma[i], FLOAT);
      }
    }
    assertThat(smooth.flux()[4]).isNaN();
    assertThat(smooth.mask()[4]).isEqualTo((byte) MaskBit.BLANK.bit());
  }

  /** convolve(f, ones(3)/3, boundary="fill", fill_value=nan, nan_treatment="interpolate"). */
  @Test
  void boxAgreesWithAstropyInPixelsAndInAngstrom() {
    float[] expected = {4, 4, 17 / 3f, 6, Float.NaN, 8, 6, 16 / 3f, 11 / 3f, 5, 13 / 3f, 4.5f};

    for (Unit unit : Unit.values()) {
      float[] flux = new Smoothing(Kernel.BOX, 3, unit).of(spectrum).flux();
      for (int i = 0; i < expected.length; i++) {
        assertThat(flux[i]).isCloseTo(expected[i], within(1e-6f));
      }
    }
  }

  @Test
  void medianDividesFluxAndSigma() {
    Spectrum normalised = Normalisation.byContinuum(spectrum, new Continuum.Median());

    // nanmedian(f) = 5
    assertThat(normalised.flux()[0]).isEqualTo(0.6f);
    assertThat(normalised.sigma()).startsWith(0.1f);
    assertThat(normalised.flux()[4]).isNaN();
    assertThat(normalised.fluxUnit()).isEmpty();
  }

  /** [median(f[good & (abs(w - x) <= 2)]) for x in w]. */
  @Test
  void runningMedianAgreesWithNumpy() {
    assertThat(new Continuum.RunningMedian(4).of(spectrum))
        .containsExactly(4, 4.5, 4.5, 6, 7.5, 7.5, 6, 5, 5, 4, 4.5, 4);
  }

  /** numpy.polynomial.Polynomial.fit(w[good], f[good], 2)(w). */
  @Test
  void polynomialAgreesWithNumpy() {
    assertThat(new Continuum.Polynomial(2).of(spectrum))
        .containsExactly(
            new double[] {
              3.645002428, 4.604181512, 5.359789895, 5.911827577, 6.260294560, 6.405190842,
              6.346516423, 6.084271304, 5.618455485, 4.949068965, 4.076111745, 2.999583825
            },
            within(1e-8));
    assertThatThrownBy(() -> new Continuum.Polynomial(11).of(spectrum))
        .isInstanceOf(NotDerivable.class)
        .hasMessage("it has 11 good pixels, and its continuum needs 12");
  }

  @Test
  void aContinuumNotAboveZeroLeavesABlank() {
    Spectrum negative =
        Sketch.of(new LinearAxis(1, 5000, 1, 3), new float[] {-1, -2, -3}, null, "count");

    Spectrum normalised = Normalisation.byContinuum(negative, new Continuum.Median());

    assertThat(normalised.mask()).containsOnly(MaskBit.BLANK.bit());
    assertThatThrownBy(() -> Normalisation.byMaximum(negative)).isInstanceOf(NotDerivable.class);
    // 9 is the largest.
    assertThat(Normalisation.byMaximum(spectrum).flux()[6]).isEqualTo(1);
  }
}

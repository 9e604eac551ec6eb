package org.pawprint.catalogue.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.pawprint.core.spectrum.ErrorKind;
import org.pawprint.core.spectrum.MaskBit;

/** Expected values by hand: sqrt(4) = 2, 0.02 of 850 = 17, 1/sqrt(0.25) = 2. */
class PixelsTest {
  private static final byte BLANK = (byte) MaskBit.BLANK.bit();
  private static final byte NO_ERROR = (byte) MaskBit.NO_ERROR.bit();

  @Test
  void varianceBecomesSigmaAndZeroIsNoError() {
    Pixels pixels = Pixels.ofVariance(new float[] {10, 10, Float.NaN}, new float[] {4, 0, 4});

    assertThat(pixels.sigma()).containsExactly(2, Float.NaN, Float.NaN);
    assertThat(pixels.mask()).containsExactly(0, NO_ERROR, BLANK);
    assertThat(pixels.flux()).containsExactly(10, 10, Float.NaN);
    assertThat(pixels.errorKind()).isEqualTo(ErrorKind.VARIANCE);
  }

  @Test
  void relativeErrorsScaleWithTheFluxWhateverItsSign() {
    Pixels pixels =
        Pixels.ofRelative(
            new float[] {850, -850, 850},
            new float[] {0.02f, 0.02f, -0.02f},
            Pixels.Blank.NOT_A_NUMBER);

    assertThat(pixels.sigma()).containsExactly(17, 17, Float.NaN);
    assertThat(pixels.mask()).containsExactly(0, 0, NO_ERROR);
  }

  @Test
  void inverseVarianceOfZeroIsNoError() {
    Pixels pixels =
        Pixels.ofInverseVariance(
            new float[] {1, 1}, new float[] {0.25f, 0}, Pixels.Blank.NOT_A_NUMBER);

    assertThat(pixels.sigma()).containsExactly(2, Float.NaN);
    assertThat(pixels.mask()).containsExactly(0, NO_ERROR);
  }

  @Test
  void blankOfTheSurveyIsBlankInFluxAndSigma() {
    Pixels pixels = Pixels.ofSigma(new float[] {-10, 3}, new float[] {0, 1}, flux -> flux == -10);

    assertThat(pixels.flux()).containsExactly(Float.NaN, 3);
    assertThat(pixels.sigma()).containsExactly(Float.NaN, 1);
    assertThat(pixels.mask()).containsExactly(BLANK, 0);
  }

  @Test
  void marksKeepTheirFluxAndSigma() {
    Pixels pixels =
        Pixels.ofSigma(new float[] {5, 6}, new float[] {1, 1}, Pixels.Blank.NOT_A_NUMBER)
            .mark(new double[] {0, 255}, MaskBit.BAD_PIXEL);

    assertThat(pixels.flux()).containsExactly(5, 6);
    assertThat(pixels.mask()).containsExactly(0, MaskBit.BAD_PIXEL.bit());
  }

  @Test
  void refusesArraysOfDifferentLengths() {
    assertThatThrownBy(() -> Pixels.ofVariance(new float[3], new float[2]))
        .hasMessage("error has 2 pixels, the flux 3");
  }
}

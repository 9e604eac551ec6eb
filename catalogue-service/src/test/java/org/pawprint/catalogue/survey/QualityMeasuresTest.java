package org.pawprint.catalogue.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.pawprint.core.spectrum.ErrorKind;
import org.pawprint.core.spectrum.LinearAxis;
import org.pawprint.core.spectrum.MaskBit;
import org.pawprint.core.spectrum.Medium;
import org.pawprint.core.spectrum.QualityFlag;
import org.pawprint.core.spectrum.SpectralAxis;
import org.pawprint.core.spectrum.Spectrum;
import org.pawprint.core.spectrum.VelocityFrame;

class QualityMeasuresTest {
  /** The red arm of AAOmega: 5650 to 8860 A in air. */
  private static final SpectralAxis RED = new LinearAxis(1024, 7250, 1.568, 2048);

  private final Random noise = new Random(4711);

  private float[] noisy(float level, float sigma) {
    float[] flux = new float[RED.length()];
    for (int i = 0; i < flux.length; i++) {
      flux[i] = level + sigma * (float) noise.nextGaussian();
    }
    return flux;
  }

  private static float[] constant(float value) {
    float[] all = new float[RED.length()];
    Arrays.fill(all, value);
    return all;
  }

  private static Spectrum spectrum(Pixels pixels) {
    return spectrum(pixels, RED, VelocityFrame.TOPOCENTRIC);
  }

  private static Spectrum spectrum(Pixels pixels, SpectralAxis axis, VelocityFrame frame) {
    return new Spectrum(
        axis,
        Medium.AIR,
        frame,
        pixels.flux(),
        pixels.sigma(),
        pixels.mask(),
        "count",
        pixels.errorKind());
  }

  private static QualityMeasures of(float[] flux, float[] variance) {
    return QualityMeasures.of(spectrum(Pixels.ofVariance(flux, variance)));
  }

  @Test
  void pureNoiseHasNoSkyResidual() {
    QualityMeasures measures = of(noisy(100, 5), constant(25));

    assertThat(measures.skyResidual()).isEqualTo(1, within(0.3));
    assertThat(measures.snr()).isEqualTo(20, within(0.2));
    assertThat(measures.flags()).isZero();
  }

  @Test
  void linesLeftByTheSkyStandOut() {
    float[] flux = noisy(100, 5);
    // Lines of Osterbrock et al. 1996, by their pixel: 1024 + (line - 7250) / 1.568 - 1.
    for (double line : new double[] {6300.304, 7276.405, 7750.640, 8344.602, 8399.170, 8430.174}) {
      int pixel = (int) Math.round(1023 + (line - 7250) / 1.568);
      for (int i = pixel - 2; i <= pixel + 2; i++) {
        flux[i] += i % 2 == 0 ? 60 : -60;
      }
    }
    for (double line : new double[] {7316.282, 7794.112, 7821.503, 7913.708, 8827.096}) {
      int pixel = (int) Math.round(1023 + (line - 7250) / 1.568);
      for (int i = pixel - 2; i <= pixel + 2; i++) {
        flux[i] += 60;
      }
    }

    QualityMeasures measures = of(flux, constant(25));

    assertThat(measures.skyResidual()).isGreaterThan(5);
    assertThat(QualityFlag.terms(measures.flags())).containsExactly("sky_residual");
  }

  @Test
  void flagsMoreThanATenthOfMaskedPixels() {
    float[] flux = noisy(100, 5);
    Arrays.fill(flux, 0, 205, Float.NaN);

    QualityMeasures measures = of(flux, constant(25));

    assertThat(measures.badPixelFraction()).isEqualTo(205.0 / 2048);
    assertThat(QualityFlag.terms(measures.flags())).containsExactly("bad_pixels");
  }

  @Test
  void doesNotFlagExactlyLessThanATenth() {
    float[] flux = noisy(100, 5);
    Arrays.fill(flux, 0, 204, Float.NaN);

    assertThat(of(flux, constant(25)).flags()).isZero();
  }

  @Test
  void flagsFluxBelowItsError() {
    assertThat(QualityFlag.terms(of(noisy(2, 5), constant(25)).flags()))
        .containsExactly("low_flux");
  }

  @Test
  void knowsNothingWithoutErrors() {
    QualityMeasures measures = QualityMeasures.of(spectrum(Pixels.withoutErrors(noisy(100, 5))));

    assertThat(measures.snr()).isNaN();
    assertThat(measures.skyResidual()).isNaN();
    assertThat(QualityFlag.terms(measures.flags())).containsExactly("no_error");
  }

  @Test
  void staysUnknownWhereNoPixelIsGood() {
    QualityMeasures measures = of(constant(100), constant(0));

    assertThat(measures.snr()).isNaN();
    assertThat(measures.skyResidual()).isNaN();
    assertThat(measures.badPixelFraction()).isEqualTo(1);
  }

  @Test
  void doesNotDivideByTheScatterOfAConstant() {
    assertThat(of(constant(100), constant(25)).skyResidual()).isNaN();
  }

  @Test
  void looksForNoSkyLinesWhereTheFrameMovesThemByMoreThanTheirWidth() {
    // GALAH has 0.06 A per pixel; 30 km/s are 0.65 A at 6500 A.
    SpectralAxis fine = new LinearAxis(1, 6270, 0.06, RED.length());
    Pixels pixels = Pixels.ofVariance(noisy(100, 5), constant(25));

    assertThat(SkyLines.residual(spectrum(pixels, fine, VelocityFrame.BARYCENTRIC))).isNaN();
  }

  @Test
  void passesOnWhatTheFileMarksSaturated() {
    byte[] mask = new byte[RED.length()];
    mask[7] = (byte) MaskBit.SATURATED.bit();
    Spectrum marked =
        new Spectrum(
            RED,
            Medium.AIR,
            VelocityFrame.TOPOCENTRIC,
            noisy(100, 5),
            constant(5),
            mask,
            "count",
            ErrorKind.SIGMA);

    assertThat(QualityFlag.terms(QualityMeasures.of(marked).flags())).containsExactly("saturated");
  }
}

package org.pawprint.core.spectrum.derive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pawprint.core.spectrum.LinearAxis;
import org.pawprint.core.spectrum.LogAxis;
import org.pawprint.core.spectrum.MaskBit;
import org.pawprint.core.spectrum.SpectralAxis;
import org.pawprint.core.spectrum.Spectrum;
import org.pawprint.core.spectrum.TabulatedAxis;

class RebinTest {
  private static final Offset<Double> FLOAT = within(2e-6);

  /** FluxConservingResampler()(Spectrum1D(f, w, StdDevUncertainty(s)), 5001 + 1.7*arange(5)). */
  @Test
  void agreesWithSpecutils() {
    Spectrum rebinned = Rebin.onto(new LinearAxis(1, 5001, 1.7, 5), Sketch.twelve());

    assertThat(Sketch.doubles(rebinned.flux()))
        .containsExactly(
            new double[] {4.382352941, 6.411764706, 6.441176471, 6.852941176, 3.941176471}, FLOAT);
    assertThat(Sketch.doubles(rebinned.sigma()))
        .containsExactly(
            new double[] {0.284990742, 0.471589009, 0.309173420, 0.484366315, 0.325661424}, FLOAT);
    assertThat(rebinned.mask()).containsOnly(0);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void conservesTheIntegralOfADensity(long seed) {
    Random random = new Random(seed);
    Spectrum spectrum = random(random, Sketch.DENSITY);
    Bins bins = Bins.of(spectrum.axis());
    int pixels = 20 + random.nextInt(2000);
    double step = (bins.last() - bins.first()) / pixels;
    SpectralAxis grid = new LinearAxis(1, bins.first() + step / 2, step, pixels);

    double before = Sketch.integral(spectrum);
    assertThat(Sketch.integral(Rebin.onto(grid, spectrum)))
        .isCloseTo(before, within(1e-6 * before));
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14})
  void conservesTheSumOfCounts(long seed) {
    Spectrum spectrum = random(new Random(seed), "count");
    Spectrum rebinned = Rebin.onto(new RebinGrid.Log().axis(spectrum.axis()), spectrum);

    double before = sum(spectrum);
    assertThat(sum(rebinned)).isCloseTo(before, within(1e-6 * before));
  }

  private static double sum(Spectrum spectrum) {
    double sum = 0;
    for (float flux : spectrum.flux()) {
      sum += flux;
    }
    return sum;
  }

  private static Spectrum random(Random random, String unit) {
    int pixels = 500;
    double[] angstrom = new double[pixels];
    float[] flux = new float[pixels];
    double at = 3700;
    for (int i = 0; i < pixels; i++) {
      at += 0.5 + random.nextDouble();
      angstrom[i] = at;
      flux[i] = 100 + 50 * random.nextFloat();
    }
    return Sketch.of(new TabulatedAxis(angstrom), flux, null, unit);
  }

  @Test
  void maskedPixelsDoNotContribute() {
    float[] flux = {1, Float.NaN, 3, Float.NaN, Float.NaN, 6};
    float[] sigma = {1, 1, 1, 1, 1, 1};
    Spectrum spectrum = Sketch.of(new LinearAxis(1, 5000, 1, 6), flux, sigma, Sketch.DENSITY);
    spectrum.mask()[5] = (byte) MaskBit.BAD_PIXEL.bit();

    // Pixels of two, of two, of two; then one behind the end.
    Spectrum rebinned = Rebin.onto(new LinearAxis(1, 5000.5, 2, 4), spectrum);

    assertThat(rebinned.flux()[0]).isEqualTo(1);
    assertThat(rebinned.mask()[0]).isZero();
    assertThat(rebinned.flux()[1]).isEqualTo(3);
    assertThat(rebinned.flux()).matches(f -> Float.isNaN(f[2]) && Float.isNaN(f[3]));
    assertThat(rebinned.mask()[2]).isEqualTo((byte) MaskBit.BLANK.bit());
    assertThat(rebinned.mask()[3]).isEqualTo((byte) MaskBit.BLANK.bit());
  }

  @Test
  void lessThanHalfGoodIsMarkedBad() {
    float[] flux = {1, Float.NaN, Float.NaN, 4};
    Spectrum spectrum = Sketch.of(new LinearAxis(1, 5000, 1, 4), flux, null, Sketch.DENSITY);

    Spectrum rebinned = Rebin.onto(new LinearAxis(1, 5001, 3, 2), spectrum);

    assertThat(rebinned.flux()[0]).isEqualTo(1);
    assertThat(rebinned.mask()[0]).isEqualTo((byte) MaskBit.BAD_PIXEL.bit());
  }

  @Test
  void aGapIsNotFilled() {
    double[] arms = {5000, 5001, 5002, 5010, 5011, 5012};
    float[] flux = {1, 1, 1, 2, 2, 2};
    Spectrum spectrum = Sketch.of(new TabulatedAxis(arms), flux, null, Sketch.DENSITY);

    // Bins about 5000, 5002, … 5012, of width 2; the arms end at 5002.5 and begin at 5009.5.
    Spectrum rebinned = Rebin.onto(new LinearAxis(1, 5000, 2, 7), spectrum);

    assertThat(Sketch.doubles(rebinned.flux()))
        .containsExactly(1, 1, Double.NaN, Double.NaN, Double.NaN, 2, 2);
    assertThat(rebinned.mask()).containsExactly(0, 0, 1, 1, 1, 0, 0);
  }

  @Test
  void gridsBeginAtTheFirstEdge() {
    SpectralAxis axis = new LinearAxis(1, 5000, 1, 12);

    assertThat(new RebinGrid.Step(3).axis(axis)).isEqualTo(new LinearAxis(1, 5001, 3, 4));
    assertThat(new RebinGrid.Range(5000, 5010, 2).axis(axis))
        .isEqualTo(new LinearAxis(1, 5000, 2, 6));
    LogAxis log = (LogAxis) new RebinGrid.Velocity(30).axis(axis);
    // 299792.458 * (10**cdelt - 1) is 30 to first order, and floor(log10(5011.5/4999.5)/cdelt) = 23
    assertThat(log.length()).isEqualTo(23);
    assertThat(299_792.458 * (log.angstrom(1) / log.angstrom(0) - 1)).isCloseTo(30, within(0.002));
    // 299792.458 km/s * ln(5100/5000) / 100 km/s = 59.4 steps
    LogAxis fixed = (LogAxis) new RebinGrid.VelocityRange(5000, 5100, 100).axis();
    assertThat(fixed.length()).isEqualTo(60);
    assertThat(fixed.angstrom(0)).isCloseTo(5000, within(1e-9));
    // 5000 * exp(59 * 100 / 299792.458)
    assertThat(fixed.angstrom(59)).isCloseTo(5099.376075, within(1e-5));
    assertThatThrownBy(() -> new RebinGrid.Step(1e-6).axis(axis))
        .isInstanceOf(NotDerivable.class)
        .hasMessageContaining("12000000 pixels");
  }
}

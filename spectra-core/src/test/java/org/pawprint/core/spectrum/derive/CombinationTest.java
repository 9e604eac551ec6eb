package org.pawprint.core.spectrum.derive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pawprint.core.spectrum.LinearAxis;
import org.pawprint.core.spectrum.MaskBit;
import org.pawprint.core.spectrum.Medium;
import org.pawprint.core.spectrum.Spectrum;

class CombinationTest {

  @Test
  void copiesGainBySquareRootOfTheirNumber() {
    Spectrum one = Sketch.twelve();

    for (Combination combination : Combination.values()) {
      Spectrum nine = combination.of(Collections.nCopies(9, one), one.axis());

      assertThat(nine.flux()).containsExactly(one.flux(), within(1e-6f));
      for (int i = 0; i < one.length(); i++) {
        assertThat(Sketch.doubles(nine.sigma())[i])
            .isCloseTo(Sketch.doubles(one.sigma())[i] / 3, within(1e-7));
      }
    }
  }

  @Test
  void weighsByInverseVarianceWithoutMaskedPixels() {
    Spectrum a = twoPixels(new float[] {10, 10}, new float[] {1, 1});
    Spectrum b = twoPixels(new float[] {20, Float.NaN}, new float[] {2, Float.NaN});

    Spectrum weighted = Combination.IVAR.of(List.of(a, b), a.axis());
    Spectrum mean = Combination.MEAN.of(List.of(a, b), a.axis());

    // (10/1 + 20/4) / (1/1 + 1/4), sqrt(1 / 1.25)
    assertThat(weighted.flux()).containsExactly(new float[] {12, 10}, within(1e-6f));
    assertThat(weighted.sigma()).containsExactly(new float[] {0.8944272f, 1}, within(1e-6f));
    // sqrt(1 + 4) / 2
    assertThat(mean.flux()[0]).isEqualTo(15);
    assertThat(mean.sigma()).startsWith(1.118034f);
  }

  private static Spectrum twoPixels(float[] flux, float[] sigma) {
    return Sketch.of(new LinearAxis(1, 5000, 1, 2), flux, sigma, Sketch.DENSITY);
  }

  @Test
  void refusesWhatHasNoCommonMeaning() {
    Spectrum one = Sketch.twelve();
    Spectrum air = Shift.toMedium(one, Medium.AIR);
    Spectrum rest = Shift.toRest(one, 0.1);
    Spectrum counts = Sketch.of(one.axis(), one.flux(), null, "count");

    assertThatThrownBy(() -> Combination.IVAR.of(List.of(one, air), one.axis()))
        .hasMessageContaining("MEDIUM");
    assertThatThrownBy(() -> Combination.IVAR.of(List.of(one, rest), one.axis()))
        .hasMessageContaining("HELIOCEN and SOURCE");
    assertThatThrownBy(() -> Combination.IVAR.of(List.of(one, counts), one.axis()))
        .hasMessageContaining("'count'");
    assertThatThrownBy(() -> Combination.IVAR.of(List.of(counts, counts), one.axis()))
        .hasMessageContaining("ask for MEAN");
  }

  @Test
  void splicesArmsWithTheOverlapOnTheBluePixels() {
    Spectrum blue = arm(5000, 1, 2, 2, 2, 2);
    // Centres 5002, 5004, 5006: edges 5001, 5003, 5005, 5007; blue ends at 5003.5.
    Spectrum red = arm(5002, 2, 4, 4, 4);

    Spectrum plain = Splice.PLAIN.of(List.of(red, blue)).spectrum();
    Splice.Spliced matched = Splice.MATCH.of(List.of(blue, red));

    // The red pixel at 5004 begins within blue, so only 5006 follows.
    assertThat(plain.axis().toArray()).containsExactly(5000, 5001, 5002, 5003, 5006);
    // Red has sigma 1 within one of its pixels, and sqrt(1/2) where it takes half of two: (2 +
    // 2*4)/3.
    assertThat(plain.flux()).containsExactly(new float[] {2, 3, 3, 10 / 3f, 4}, within(1e-6f));
    assertThat(plain.sigma()).endsWith(1);
    assertThat(matched.spectrum().flux())
        .containsExactly(new float[] {2, 2, 2, 2, 2}, within(1e-6f));
    assertThat(matched.factors()).containsExactly(0.5);
    assertThat(plain.mask()).containsOnly(0);
  }

  @Test
  void aGapStaysAGap() {
    Splice.Spliced plain = Splice.PLAIN.of(List.of(arm(5000, 1, 1, 1), arm(5010, 1, 2, 2)));
    Spectrum spliced = plain.spectrum();

    assertThat(spliced.axis().toArray()).containsExactly(5000, 5001, 5010, 5011);
    assertThatThrownBy(() -> Splice.MATCH.of(List.of(arm(5000, 1, 1, 1), arm(5010, 1, 2, 2))))
        .hasMessageContaining("SPLICE=PLAIN");
    assertThat(spliced.mask()).doesNotContain(MaskBit.BLANK.bit());
    assertThat(plain.factors()).isEmpty();
  }

  private static Spectrum arm(double first, double step, float... flux) {
    float[] sigma = new float[flux.length];
    Arrays.fill(sigma, 1);
    return Sketch.of(new LinearAxis(1, first, step, flux.length), flux, sigma, Sketch.DENSITY);
  }
}

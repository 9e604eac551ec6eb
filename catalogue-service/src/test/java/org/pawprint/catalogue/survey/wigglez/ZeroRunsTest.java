package org.pawprint.catalogue.survey.wigglez;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ZeroRunsTest {
  private static final float NAN = Float.NaN;

  private static float[] blanked(float... flux) {
    ZeroRuns.blank(flux);
    return flux;
  }

  @Test
  void blanksRunsOfThreeAndMoreWhereverTheyStand() {
    assertThat(blanked(0, 0, 0, 1, 0, 0, 0, 0, 2, 0, 0, 0))
        .containsExactly(NAN, NAN, NAN, 1, NAN, NAN, NAN, NAN, 2, NAN, NAN, NAN);
  }

  @Test
  void keepsOneAndTwoZeros() {
    assertThat(blanked(0, 0, 1, 0, 2, 0, 0)).containsExactly(0, 0, 1, 0, 2, 0, 0);
  }

  @Test
  void takesAZeroBelowZeroForZero() {
    assertThat(blanked(1, -0f, 0, -0f)).containsExactly(1, NAN, NAN, NAN);
  }

  @Test
  void blanksASpectrumOfNothing() {
    assertThat(blanked(0, 0, 0)).containsExactly(NAN, NAN, NAN);
    assertThat(blanked()).isEmpty();
  }
}

package org.pawprint.catalogue.survey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ZeroRunsTest {
  private static final float NAN = Float.NaN;

  private static float[] blanked(float... flux) {
    ZeroRuns.blank(flux);
    return flux;
  }

  @Test
  void threeZerosInARowAreBlank() {
    assertThat(blanked(1, 0, 0, 0, 2)).containsExactly(1, NAN, NAN, NAN, 2);
    assertThat(blanked(0, 0, 0, 0, 2)).containsExactly(NAN, NAN, NAN, NAN, 2);
    assertThat(blanked(2, 0, 0, 0)).containsExactly(2, NAN, NAN, NAN);
  }

  @Test
  void aZeroAloneOrAPairIsAMeasurement() {
    assertThat(blanked(0, 1, 0, 0, 2, 0)).containsExactly(0, 1, 0, 0, 2, 0);
  }

  @Test
  void negativeZeroIsAZero() {
    assertThat(blanked(1, -0f, 0, -0f)).containsExactly(1, NAN, NAN, NAN);
  }
}

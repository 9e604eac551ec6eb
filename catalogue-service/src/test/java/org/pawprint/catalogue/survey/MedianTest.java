package org.pawprint.catalogue.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MedianTest {
  @Test
  void ofAnOddNumberIsTheMiddleOne() {
    assertThat(Median.of(new float[] {3, 1, 2}, 3)).isEqualTo(2);
  }

  @Test
  void ofAnEvenNumberIsTheMeanOfTheMiddleTwo() {
    assertThat(Median.of(new float[] {4, 1, 3, 2}, 4)).isEqualTo(2.5);
  }

  @Test
  void looksAtTheFirstValuesOnly() {
    assertThat(Median.of(new float[] {5, 7, -100, -100}, 2)).isEqualTo(6);
  }

  @Test
  void ofNothingIsUnknown() {
    assertThat(Median.of(new float[3], 0)).isNaN();
  }

  @Test
  void agreesWithSortingForAnySpreadOfValues() {
    Random seeded = new Random(20261122);
    for (int round = 0; round < 2000; round++) {
      float[] values = new float[1 + seeded.nextInt(300)];
      double scale = Math.pow(10, seeded.nextInt(20) - 10);
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) (scale * (seeded.nextGaussian() + round % 3));
        if (round % 5 == 0) {
          values[i] = Math.round(values[i]);
        }
      }
      int count = round % 7 == 0 ? values.length / 2 + 1 : values.length;
      float[] sorted = Arrays.copyOf(values, count);
      Arrays.sort(sorted);
      double expected =
          count % 2 == 1
              ? sorted[count / 2]
              : ((double) sorted[count / 2 - 1] + sorted[count / 2]) / 2;

      assertThat(Median.of(values, count)).as("round %d", round).isEqualTo(expected + 0.0);
    }
  }

  @Test
  void takesInfinitiesAndZeros() {
    assertThat(Median.of(new float[] {Float.POSITIVE_INFINITY, 1, Float.NEGATIVE_INFINITY}, 3))
        .isEqualTo(1);
    assertThat(Median.of(new float[] {0, 0, 0, 0}, 4)).isZero();
    assertThat(Median.of(new float[] {-1, 1}, 2)).isZero();
  }
}

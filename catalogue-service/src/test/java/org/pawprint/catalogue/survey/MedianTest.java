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
  void agreesWithSorting() {
    Random random = new Random(20171015);
    for (int length = 1; length < 200; length++) {
      float[] values = new float[length];
      for (int i = 0; i < length; i++) {
        values[i] = random.nextInt(40);
      }
      float[] sorted = values.clone();
      Arrays.sort(sorted);
      double expected = (sorted[(length - 1) / 2] + sorted[length / 2]) / 2.0;

      assertThat(Median.of(values, length)).as("%d values", length).isEqualTo(expected);
    }
  }
}

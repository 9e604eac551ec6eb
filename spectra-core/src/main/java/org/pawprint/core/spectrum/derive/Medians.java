package org.pawprint.core.spectrum.derive;

import java.util.Arrays;

/** Medians; of an even number of values, the mean of the middle two. */
final class Medians {
  private Medians() {}

  /** Of the first {@code count} values, at least one. */
  static double of(double[] values, int count) {
    double[] sorted = Arrays.copyOf(values, count);
    Arrays.sort(sorted);
    return ofSorted(sorted, count);
  }

  static double ofSorted(double[] sorted, int count) {
    int half = count / 2;
    return count % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }
}

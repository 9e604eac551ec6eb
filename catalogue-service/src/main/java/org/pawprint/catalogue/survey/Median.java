package org.pawprint.catalogue.survey;

/**
 * Median by selection, in linear time: a frame of 400 fibres needs a thousand medians of 2000
 * pixels on the way of a live reduction, where sorting would cost more than reading the file.
 */
final class Median {
  private Median() {}

  /**
   * The middle value, or the mean of the middle two; NaN of nothing. Reorders the array.
   *
   * @param count how many values, from the start of the array; none is NaN
   */
  static double of(float[] values, int count) {
    if (count == 0) {
      return Double.NaN;
    }
    int middle = count / 2;
    float upper = select(values, count, middle);
    if (count % 2 == 1) {
      return upper;
    }
    // All values before the middle are at most the upper one; the lower one is their greatest.
    float lower = values[0];
    for (int i = 1; i < middle; i++) {
      lower = Math.max(lower, values[i]);
    }
    return ((double) lower + upper) / 2;
  }

  /** The value that would stand at {@code index} after sorting, with all lesser ones before it. */
  private static float select(float[] values, int count, int index) {
    int low = 0;
    int high = count - 1;
    while (low < high) {
      float pivot = values[(low + high) >>> 1];
      int i = low;
      int j = high;
      while (i <= j) {
        while (values[i] < pivot) {
          i++;
        }
        while (values[j] > pivot) {
          j--;
        }
        if (i <= j) {
          float swapped = values[i];
          values[i++] = values[j];
          values[j--] = swapped;
        }
      }
      if (index <= j) {
        high = j;
      } else if (index >= i) {
        low = i;
      } else {
        break;
      }
    }
    return values[index];
  }
}

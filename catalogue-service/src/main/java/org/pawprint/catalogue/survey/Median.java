package org.pawprint.catalogue.survey;

/**
 * Median by selection, in linear time: a frame of 400 fibres needs a thousand medians of 2000
 * pixels on the way of a live reduction, where sorting would cost more than reading the file.
 */
final class Median {
  private Median() {}

  /** Sign, exponent and two bits of the mantissa: fine enough to leave some hundred candidates. */
  private static final int BIN_BITS = 11;

  /**
   * The middle value, or the mean of the middle two; NaN of nothing. Reorders the array.
   *
   * <p>One pass counts values by their leading bits, which needs no unforeseeable branch, and only
   * the bin that holds the middle is searched: three times as fast as selecting among all.
   *
   * @param count how many values, from the start of the array; none is NaN
   */
  static double of(float[] values, int count) {
    if (count == 0) {
      return Double.NaN;
    }
    int[] histogram = new int[1 << BIN_BITS];
    for (int i = 0; i < count; i++) {
      histogram[bin(values[i])]++;
    }
    int middle = count / 2;
    int bin = 0;
    int below = 0;
    while (below + histogram[bin] <= middle) {
      below += histogram[bin++];
    }
    float greatestBelow = gather(values, count, bin);
    float upper = select(values, histogram[bin], middle - below);
    if (count % 2 == 1) {
      return upper;
    }
    // All values before the middle are at most the upper one; the lower one is their greatest.
    float lower = greatestBelow;
    for (int i = 0; i < middle - below; i++) {
      lower = Math.max(lower, values[i]);
    }
    return ((double) lower + upper) / 2;
  }

  /** Number of the bin; bins rise with the values, from the most negative. */
  private static int bin(float value) {
    int bits = Float.floatToRawIntBits(value);
    int rising = bits ^ ((bits >> 31) | Integer.MIN_VALUE);
    return rising >>> (Integer.SIZE - BIN_BITS);
  }

  /** Brings the values of a bin to the front; gives the greatest value of the bins below it. */
  private static float gather(float[] values, int count, int bin) {
    float greatestBelow = Float.NEGATIVE_INFINITY;
    int front = 0;
    for (int i = 0; i < count; i++) {
      float value = values[i];
      int its = bin(value);
      if (its == bin) {
        values[i] = values[front];
        values[front++] = value;
      } else if (its < bin) {
        greatestBelow = Math.max(greatestBelow, value);
      }
    }
    return greatestBelow;
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

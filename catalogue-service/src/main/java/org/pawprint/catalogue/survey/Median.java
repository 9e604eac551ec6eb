package org.pawprint.catalogue.survey;

/**
 * Median by selection, in linear time: a frame of 400 fibres needs a thousand medians of 2000
 * pixels on the way of a live reduction, where sorting would cost more than reading the file.
 */
final class Median {
  private Median() {}

  /** Bits looked at in a pass: first sign, exponent and two bits of the mantissa, then the next. */
  private static final int BIN_BITS = 11;

  /** Among so few, selecting is quicker than another pass. */
  private static final int FEW = 128;

  /**
   * The middle value, or the mean of the middle two; NaN of nothing. Reorders the array.
   *
   * <p>A pass counts values by their leading bits, which needs no unforeseeable branch, and only
   * the bin that holds the middle is looked at further: three times as fast as selecting among all.
   * Values that lie close together, as ratios of flux to sigma do, need a second pass.
   *
   * @param count how many values, from the start of the array; none is NaN
   */
  static double of(float[] values, int count) {
    if (count == 0) {
      return Double.NaN;
    }
    int candidates = count;
    int middle = count / 2;
    float lower = Float.NEGATIVE_INFINITY;
    for (int shift = Integer.SIZE - BIN_BITS; shift > 0 && candidates > FEW; shift -= BIN_BITS) {
      int[] histogram = histogram(values, candidates, shift);
      int bin = 0;
      while (histogram[bin] <= middle) {
        middle -= histogram[bin++];
      }
      lower = Math.max(lower, gather(values, candidates, bin, shift));
      candidates = histogram[bin];
    }
    float upper = select(values, candidates, middle);
    if (count % 2 == 1) {
      return upper;
    }
    // All values before the middle are at most the upper one; the lower one is their greatest.
    for (int i = 0; i < middle; i++) {
      lower = Math.max(lower, values[i]);
    }
    return ((double) lower + upper) / 2;
  }

  private static int[] histogram(float[] values, int count, int shift) {
    int[] histogram = new int[1 << BIN_BITS];
    for (int i = 0; i < count; i++) {
      histogram[bin(values[i], shift)]++;
    }
    return histogram;
  }

  /** Number of the bin; among values alike before these bits, bins rise with the values. */
  private static int bin(float value, int shift) {
    int bits = Float.floatToRawIntBits(value);
    int rising = bits ^ ((bits >> 31) | Integer.MIN_VALUE);
    return (rising >>> shift) & ((1 << BIN_BITS) - 1);
  }

  /** Brings the values of a bin to the front; gives the greatest value of the bins below it. */
  private static float gather(float[] values, int count, int bin, int shift) {
    float greatestBelow = Float.NEGATIVE_INFINITY;
    int front = 0;
    for (int i = 0; i < count; i++) {
      float value = values[i];
      int its = bin(value, shift);
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

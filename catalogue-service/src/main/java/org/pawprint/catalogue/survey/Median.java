package org.pawprint.catalogue.survey;

import java.util.Arrays;

/**
 * Median by selection, in linear time: a frame of 400 fibres needs a thousand medians of 2000
 * pixels on the way of a live reduction, where sorting would cost more than reading the file.
 */
final class Median {
  /** Values that tell roughly where the middle is. */
  private static final int SAMPLE = 128;

  /** Places in the sorted sample either side of its middle, nearly three standard deviations. */
  private static final int EITHER_SIDE = 16;

  private Median() {}

  /**
   * The middle value, or the mean of the middle two; NaN of nothing. Reorders the array.
   *
   * <p>A sample tells a narrow range that almost always holds the middle; one pass without
   * unforeseeable branches brings that quarter of the values together, and selecting goes on among
   * them (the idea of Floyd and Rivest, CACM 18, 1975, 165).
   *
   * @param count how many values, from the start of the array; none is NaN
   */
  static double of(float[] values, int count) {
    if (count == 0) {
      return Double.NaN;
    }
    int candidates = count;
    int middle = count / 2;
    if (count > 4 * SAMPLE) {
      float[] sample = sample(values, count);
      float low = sample[SAMPLE / 2 - EITHER_SIDE];
      float high = sample[SAMPLE / 2 + EITHER_SIDE];
      int within = gather(values, count, low, high);
      int below = countBelow(values, within, count, low);
      if (below < middle && middle < below + within) {
        candidates = within;
        middle -= below;
      }
    }
    float upper = select(values, candidates, middle);
    if (count % 2 == 1) {
      return upper;
    }
    // All values before the middle are at most the upper one; the lower one is their greatest.
    float lower = Float.NEGATIVE_INFINITY;
    for (int i = 0; i < middle; i++) {
      lower = Math.max(lower, values[i]);
    }
    return ((double) lower + upper) / 2;
  }

  private static float[] sample(float[] values, int count) {
    float[] sample = new float[SAMPLE];
    int step = count / SAMPLE;
    for (int i = 0; i < SAMPLE; i++) {
      sample[i] = values[i * step];
    }
    Arrays.sort(sample);
    return sample;
  }

  /** Brings the values of a range to the front; always swaps, as whether to cannot be foreseen. */
  private static int gather(float[] values, int count, float low, float high) {
    int front = 0;
    for (int i = 0; i < count; i++) {
      float value = values[i];
      values[i] = values[front];
      values[front] = value;
      front += value >= low & value <= high ? 1 : 0;
    }
    return front;
  }

  private static int countBelow(float[] values, int from, int to, float limit) {
    int below = 0;
    for (int i = from; i < to; i++) {
      below += values[i] < limit ? 1 : 0;
    }
    return below;
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

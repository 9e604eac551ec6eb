package org.pawprint.catalogue.survey.wigglez;

import java.util.Arrays;

/**
 * WiggleZ's blanks: runs of exact zeros.
 *
 * <p>A run counts from three pixels on. A bad pixel of the detector touches three when it is
 * resampled, and no run in a real file is shorter. A single zero may be a measurement: it keeps its
 * value, finite flux being never altered, and the variance tells whether it is of use.
 */
final class ZeroRuns {
  private static final int SHORTEST = 3;

  private ZeroRuns() {}

  /** Turns the zeros of every run into NaN, in place. */
  static void blank(float[] flux) {
    int start = 0;
    while (start < flux.length) {
      int end = start;
      while (end < flux.length && flux[end] == 0) {
        end++;
      }
      if (end - start >= SHORTEST) {
        Arrays.fill(flux, start, end, Float.NaN);
      }
      start = Math.max(end, start + 1);
    }
  }
}

package org.pawprint.catalogue.survey;

import java.util.Arrays;

/**
 * Blanks that a survey writes as runs of exact zeros (WiggleZ).
 *
 * <p>A run counts from three pixels on. A bad pixel of the detector touches three when it is
 * resampled: no run in real files is shorter, and the variance of each of its pixels is zero too. A
 * single zero, or a pair, may be a measurement and keeps its value: finite flux is never altered,
 * and the variance tells whether it is of use.
 */
public final class ZeroRuns {
  private static final int SHORTEST = 3;

  private ZeroRuns() {}

  /** Turns the zeros of every run into NaN, in place. */
  public static void blank(float[] flux) {
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

package org.pawprint.catalogue.survey.sixdfgs;

import org.jspecify.annotations.Nullable;

/**
 * When a spectrum was exposed. NaN and null stand for the unknown.
 *
 * @param startMjd UTC
 * @param endMjd UTC
 * @param singleSeconds of one exposure, of the shorter ones where they differ
 * @param totalSeconds of all exposures
 * @param count of exposures
 */
record Exposures(
    double startMjd,
    double endMjd,
    double singleSeconds,
    double totalSeconds,
    @Nullable Integer count) {

  /** Both together; unknown wherever one is. */
  Exposures and(Exposures other) {
    return new Exposures(
        Math.min(startMjd, other.startMjd),
        Math.max(endMjd, other.endMjd),
        Math.min(singleSeconds, other.singleSeconds),
        totalSeconds + other.totalSeconds,
        count == null || other.count == null ? null : Integer.valueOf(count + other.count));
  }

  boolean several() {
    return count != null && count > 1;
  }
}

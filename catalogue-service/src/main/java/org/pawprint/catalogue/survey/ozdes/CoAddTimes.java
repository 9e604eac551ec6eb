package org.pawprint.catalogue.survey.ozdes;

import java.util.List;
import java.util.stream.DoubleStream;
import org.pawprint.catalogue.survey.ExposureTimes;

/**
 * When the light of a co-add was collected; NaN where no epoch tells.
 *
 * @param minMjd first start
 * @param maxMjd last end
 * @param exposureSeconds sum of all
 * @param resolutionSeconds smallest gap between the middles of two epochs; of a single epoch its
 *     exposure
 * @param epochs how many
 */
record CoAddTimes(
    double minMjd, double maxMjd, double exposureSeconds, double resolutionSeconds, int epochs) {
  private static final double SECONDS_PER_DAY = 86_400;

  static CoAddTimes of(List<ExposureTimes> epochs) {
    double exposure = epochs.stream().mapToDouble(ExposureTimes::exposureSeconds).sum();
    return new CoAddTimes(
        known(epochs.stream().mapToDouble(ExposureTimes::minMjd)).min().orElse(Double.NaN),
        known(epochs.stream().mapToDouble(ExposureTimes::maxMjd)).max().orElse(Double.NaN),
        epochs.isEmpty() ? Double.NaN : exposure,
        epochs.size() == 1 ? exposure : smallestGap(epochs) * SECONDS_PER_DAY,
        epochs.size());
  }

  /** In days. */
  private static double smallestGap(List<ExposureTimes> epochs) {
    double[] middles = known(epochs.stream().mapToDouble(ExposureTimes::midMjd)).sorted().toArray();
    double gap = Double.NaN;
    for (int i = 1; i < middles.length; i++) {
      double next = middles[i] - middles[i - 1];
      gap = Double.isNaN(gap) ? next : Math.min(gap, next);
    }
    return gap;
  }

  private static DoubleStream known(DoubleStream values) {
    return values.filter(Double::isFinite);
  }
}

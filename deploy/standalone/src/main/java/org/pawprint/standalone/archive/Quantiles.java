package org.pawprint.standalone.archive;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** Order statistics of measured milliseconds, by the nearest-rank rule. */
public record Quantiles(double p50, double p95, double p99, double max) {

  /**
   * @throws IllegalArgumentException when there is nothing to measure
   */
  public static Quantiles of(Collection<Double> millis) {
    double[] sorted = millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    if (sorted.length == 0) {
      throw new IllegalArgumentException("no values");
    }
    return new Quantiles(
        rank(sorted, 0.50), rank(sorted, 0.95), rank(sorted, 0.99), rank(sorted, 1));
  }

  private static double rank(double[] sorted, double quantile) {
    int rank = (int) Math.ceil(quantile * sorted.length);
    return Math.rint(sorted[Math.max(0, rank - 1)] * 10) / 10;
  }

  /** As the reports print it. */
  public Map<String, Double> asMap() {
    Map<String, Double> map = new LinkedHashMap<>();
    map.put("p50", p50);
    map.put("p95", p95);
    map.put("p99", p99);
    map.put("max", max);
    return map;
  }
}

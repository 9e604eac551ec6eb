package org.pawprint.store.search;

/** An interval with both ends included; an infinite end is open. */
public record Bounds(double low, double high) {
  public Bounds {
    if (!(low <= high)) {
      throw new IllegalArgumentException("low end " + low + " above high end " + high);
    }
  }

  public static Bounds atLeast(double low) {
    return new Bounds(low, Double.POSITIVE_INFINITY);
  }
}

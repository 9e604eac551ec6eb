package org.pawprint.core.dali;

import java.util.Locale;
import java.util.OptionalDouble;

/**
 * Numbers from {@code lo} to {@code hi}, both included; −∞ and +∞ leave a side open.
 *
 * @param lo not above hi, never NaN
 */
public record Interval(double lo, double hi) {
  public static final Interval ALL =
      new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

  private static final String FORM =
      "two numbers 'lo hi' parted by a blank, lo not above hi, open sides as -Inf and +Inf";

  public Interval {
    if (!(lo <= hi)) {
      throw new IllegalArgumentException("interval from " + lo + " to " + hi);
    }
  }

  /** The interval between two numbers in either order. */
  public static Interval between(double a, double b) {
    return a <= b ? new Interval(a, b) : new Interval(b, a);
  }

  /**
   * Reads an interval of DALI 1.1: {@code lo hi}.
   *
   * @throws ParameterFaults naming the parameter
   */
  public static Interval parse(String parameter, String text) {
    String[] ends = text.length() > 200 ? new String[0] : text.strip().split("\\s+");
    if (ends.length == 2) {
      OptionalDouble lo = end(ends[0]);
      OptionalDouble hi = end(ends[1]);
      if (lo.isPresent() && hi.isPresent() && lo.getAsDouble() <= hi.getAsDouble()) {
        return new Interval(lo.getAsDouble(), hi.getAsDouble());
      }
    }
    throw ParameterFaults.of(parameter, text, FORM);
  }

  private static OptionalDouble end(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "-inf" -> OptionalDouble.of(Double.NEGATIVE_INFINITY);
      case "inf", "+inf" -> OptionalDouble.of(Double.POSITIVE_INFINITY);
      default -> Numbers.finite(text);
    };
  }

  /** The form that {@link #parse} reads. */
  public String text() {
    return text(lo) + " " + text(hi);
  }

  private static String text(double end) {
    if (Double.isInfinite(end)) {
      return end < 0 ? "-Inf" : "+Inf";
    }
    return Double.toString(end);
  }

  public boolean contains(double value) {
    return lo <= value && value <= hi;
  }

  public boolean overlaps(Interval other) {
    return lo <= other.hi && other.lo <= hi;
  }
}

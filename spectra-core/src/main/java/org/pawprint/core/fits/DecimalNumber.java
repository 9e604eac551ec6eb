package org.pawprint.core.fits;

/**
 * Reads decimal numbers as {@link Double#parseDouble} does, to the last bit, and mostly without its
 * cost: whole digits up to 2⁵³ and powers of ten up to 22 are exact in double precision, so that
 * one multiplication or division rounds correctly (W. D. Clinger, "How to read floating point
 * numbers accurately", 1990). Longer numbers are left to the JDK.
 */
public final class DecimalNumber {
  private static final long MOST_EXACT = 1L << 53;
  private static final int MOST_POWER = 22;

  /** More digits than any exponent of a double has; further ones change nothing. */
  private static final int MOST_EXPONENT = 9999;

  private static final double[] POWERS = new double[MOST_POWER + 1];

  static {
    POWERS[0] = 1;
    for (int i = 1; i <= MOST_POWER; i++) {
      POWERS[i] = 10 * POWERS[i - 1];
    }
  }

  private DecimalNumber() {}

  /**
   * A number with an optional sign, point and exponent, the latter with E or, as in Fortran, with D
   * (FITS 4.0 section 4.2.4).
   *
   * @param text has it from {@code from} to before {@code to}, without blanks around
   * @return NaN where it spells none; not finite where it is too large
   */
  public static double parse(String text, int from, int to) {
    int at = from;
    boolean negative = false;
    if (at < to && (text.charAt(at) == '-' || text.charAt(at) == '+')) {
      negative = text.charAt(at++) == '-';
    }
    long digits = 0;
    int count = 0;
    int decimals = 0;
    boolean exact = true;
    boolean point = false;
    for (; at < to; at++) {
      char c = text.charAt(at);
      if (c >= '0' && c <= '9') {
        count++;
        decimals += point ? 1 : 0;
        // One digit more cannot overflow a long.
        exact &= digits < MOST_EXACT;
        digits = exact ? 10 * digits + (c - '0') : digits;
      } else if (c == '.' && !point) {
        point = true;
      } else {
        break;
      }
    }
    if (count == 0) {
      return Double.NaN;
    }
    int exponent = 0;
    if (at < to) {
      exponent = exponent(text, at, to);
      if (exponent == Integer.MIN_VALUE) {
        return Double.NaN;
      }
    }
    int power = exponent - decimals;
    if (exact && digits <= MOST_EXACT && Math.abs(power) <= MOST_POWER) {
      double value = power < 0 ? digits / POWERS[-power] : digits * POWERS[power];
      return negative ? -value : value;
    }
    return Double.parseDouble(text.substring(from, to).replace('D', 'E').replace('d', 'e'));
  }

  /** What follows the digits; the least int where that is no exponent. */
  private static int exponent(String text, int from, int to) {
    if ("EeDd".indexOf(text.charAt(from)) < 0) {
      return Integer.MIN_VALUE;
    }
    int at = from + 1;
    boolean negative = false;
    if (at < to && (text.charAt(at) == '-' || text.charAt(at) == '+')) {
      negative = text.charAt(at++) == '-';
    }
    if (at == to) {
      return Integer.MIN_VALUE;
    }
    int exponent = 0;
    for (; at < to; at++) {
      char c = text.charAt(at);
      if (c < '0' || c > '9') {
        return Integer.MIN_VALUE;
      }
      exponent = Math.min(MOST_EXPONENT, 10 * exponent + (c - '0'));
    }
    return negative ? -exponent : exponent;
  }
}

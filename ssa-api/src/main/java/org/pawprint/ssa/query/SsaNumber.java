package org.pawprint.ssa.query;

import java.util.regex.Pattern;

/** Numbers in parameters: doubles of XML Schema, never sexagesimal (SSA-1.1 8.7.1). */
final class SsaNumber {
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

  private SsaNumber() {}

  /**
   * @throws IllegalArgumentException for anything else, NaN included
   */
  static double parse(String text) {
    // A sign written as a bare + in a URL arrives as a blank.
    String number = text.strip();
    if (number.equals("INF")) {
      return Double.POSITIVE_INFINITY;
    }
    if (number.equals("-INF")) {
      return Double.NEGATIVE_INFINITY;
    }
    if (!DECIMAL.matcher(number).matches()) {
      throw new IllegalArgumentException("'" + text + "' is no decimal number");
    }
    return Double.parseDouble(number);
  }
}

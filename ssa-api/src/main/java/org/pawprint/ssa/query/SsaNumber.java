package org.pawprint.ssa.query;

import java.util.OptionalDouble;
import java.util.function.DoublePredicate;
import java.util.regex.Pattern;
import org.pawprint.core.dali.ParameterFaults;

/** A single number as parameter: decimal, never sexagesimal (SSA-1.1 8.7.1). */
final class SsaNumber {
  private static final int LONGEST = 64;
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,4})?");

  private SsaNumber() {}

  /** The number; empty for a text that is none, or one too large for a double. */
  static OptionalDouble parse(String text) {
    // A + in front, left as it is in a URL, arrives as a blank.
    String number = text.strip();
    if (number.length() > LONGEST || !DECIMAL.matcher(number).matches()) {
      return OptionalDouble.empty();
    }
    double value = Double.parseDouble(number);
    return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
  }

  /**
   * @throws ParameterFaults saying what was expected, for a text that is no such number
   */
  static double require(
      SsaParameter parameter, String text, DoublePredicate allowed, String expected) {
    OptionalDouble number = parse(text);
    if (number.isEmpty() || !allowed.test(number.getAsDouble())) {
      throw ParameterFaults.of(parameter.name(), text, expected);
    }
    return number.getAsDouble();
  }
}

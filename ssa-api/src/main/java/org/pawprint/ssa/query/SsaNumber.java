package org.pawprint.ssa.query;

import java.util.OptionalDouble;
import java.util.function.DoublePredicate;
import org.pawprint.core.dali.Numbers;
import org.pawprint.core.dali.ParameterFaults;

/** A single number as parameter: decimal, never sexagesimal (SSA-1.1 8.7.1). */
final class SsaNumber {
  private SsaNumber() {}

  /** The number; empty for a text that is none, or one too large for a double. */
  static OptionalDouble parse(String text) {
    // A + in front, left as it is in a URL, arrives as a blank.
    return Numbers.finite(text.strip());
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

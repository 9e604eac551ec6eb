package org.pawprint.core.dali;

import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** Decimal numbers as XML Schema spells them; not the wider forms that Java would take. */
public final class Numbers {
  private static final int LONGEST = 64;
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][+-]?[0-9]{1,4})?");

  private Numbers() {}

  /** The number, or empty where the text is none or too large for a double. */
  public static OptionalDouble finite(String text) {
    if (text.length() > LONGEST || !DECIMAL.matcher(text).matches()) {
      return OptionalDouble.empty();
    }
    double value = Double.parseDouble(text);
    return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
  }
}

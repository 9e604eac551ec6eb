package org.pawprint.core.votable.read;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalDouble;
import org.pawprint.core.fits.DecimalNumber;

/** How a field stores its cells (VOTable-1.4 sections 2 and 6). */
enum CellType {
  BOOLEAN("boolean", 1),
  BIT("bit", 0),
  UNSIGNED_BYTE("unsignedByte", 1),
  SHORT("short", 2),
  INT("int", 4),
  LONG("long", 8),
  CHAR("char", 1),
  UNICODE_CHAR("unicodeChar", 2),
  FLOAT("float", 4),
  DOUBLE("double", 8),
  FLOAT_COMPLEX("floatComplex", 8),
  DOUBLE_COMPLEX("doubleComplex", 16);

  private final String word;
  private final int bytes;

  CellType(String word, int bytes) {
    this.word = word;
    this.bytes = bytes;
  }

  static Optional<CellType> of(String datatype) {
    for (CellType type : values()) {
      if (type.word.equals(datatype)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }

  /** Bytes of a cell of so many elements in BINARY. */
  long bytes(long elements) {
    return this == BIT ? (elements + 7) / 8 : elements * bytes;
  }

  /** How a text is written; empty for what is none. */
  Optional<Charset> charset() {
    return switch (this) {
      case CHAR -> Optional.of(StandardCharsets.UTF_8);
      case UNICODE_CHAR -> Optional.of(StandardCharsets.UTF_16BE);
      default -> Optional.empty();
    };
  }

  /** Whether an element is one real number. */
  boolean isNumber() {
    return switch (this) {
      case UNSIGNED_BYTE, SHORT, INT, LONG, FLOAT, DOUBLE -> true;
      default -> false;
    };
  }

  /** The number a text spells; empty when it spells none. */
  static OptionalDouble parse(String text) {
    return parse(text, 0, text.length());
  }

  /** The number that a part of a text spells. */
  static OptionalDouble parse(String text, int from, int to) {
    if (is(text, from, to, "NaN")) {
      return OptionalDouble.of(Double.NaN);
    }
    if (is(text, from, to, "Inf") || is(text, from, to, "+Inf")) {
      return OptionalDouble.of(Double.POSITIVE_INFINITY);
    }
    if (is(text, from, to, "-Inf")) {
      return OptionalDouble.of(Double.NEGATIVE_INFINITY);
    }
    if (text.startsWith("0x", from) || text.startsWith("0X", from)) {
      return hexadecimal(text.substring(from + 2, to));
    }
    double number = DecimalNumber.parse(text, from, to);
    return Double.isNaN(number) ? OptionalDouble.empty() : OptionalDouble.of(number);
  }

  private static boolean is(String text, int from, int to, String word) {
    return to - from == word.length() && text.startsWith(word, from);
  }

  private static OptionalDouble hexadecimal(String digits) {
    try {
      return OptionalDouble.of(Long.parseLong(digits, 16));
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }
}

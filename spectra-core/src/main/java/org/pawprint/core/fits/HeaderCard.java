package org.pawprint.core.fits;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One 80-character card, read leniently: free and fixed format, HIERARCH, unquoted text (FITS 4.0
 * section 4).
 *
 * @param keyword upper case; of a HIERARCH card the words after it, joined by single blanks
 * @param value unquoted and without trailing blanks; empty when undefined or when the card has none
 * @param hasValue whether the card has a value indicator
 */
record HeaderCard(String keyword, String value, boolean hasValue, boolean quoted) {
  static final int LENGTH = 80;

  /** Reads a card of up to 80 printable characters. */
  static HeaderCard parse(String card) {
    String keyword = keywordOf(card);
    if (keyword.equals("HIERARCH") && card.indexOf('=') > 0) {
      int equals = card.indexOf('=');
      String words = card.substring(8, equals).strip().replaceAll(" +", " ");
      return withValue(upper(words), card.substring(equals + 1));
    }
    if (keyword.equals("CONTINUE")) {
      return withValue(keyword, card.substring(8));
    }
    boolean commentary =
        keyword.isEmpty() || keyword.equals("COMMENT") || keyword.equals("HISTORY");
    if (!commentary && card.length() > 8 && card.charAt(8) == '=') {
      return withValue(keyword, card.substring(9));
    }
    return new HeaderCard(keyword, "", false, false);
  }

  /** Columns 1 to 8 in upper case, without blanks around. */
  static String keywordOf(String card) {
    return upper(card.substring(0, Math.min(8, card.length())).strip());
  }

  /** ASCII upper case, without the cost of a locale. */
  private static String upper(String text) {
    return text.toUpperCase(Locale.ROOT);
  }

  private static HeaderCard withValue(String keyword, String field) {
    String value = field.stripLeading();
    if (!value.startsWith("'")) {
      int slash = value.indexOf('/');
      String bare = (slash < 0 ? value : value.substring(0, slash)).strip();
      return new HeaderCard(keyword, bare, true, false);
    }
    StringBuilder text = new StringBuilder(68);
    int i = 1;
    for (; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '\'') {
        if (i + 1 >= value.length() || value.charAt(i + 1) != '\'') {
          break;
        }
        i++;
      }
      text.append(c);
    }
    return new HeaderCard(keyword, text.toString().stripTrailing(), true, true);
  }

  /**
   * A finite number in FITS form, also with a D exponent.
   *
   * @return empty for anything else, {@code NaN} and Java's own forms included
   */
  static Optional<Double> number(String text) {
    double number = DecimalNumber.parse(text, 0, text.length());
    return Double.isFinite(number) ? Optional.of(number) : Optional.empty();
  }

  /** A whole number, exact up to 64 bits, also as {@code 12.0}; empty for anything else. */
  static OptionalLong whole(String text) {
    try {
      return OptionalLong.of(Long.parseLong(text));
    } catch (NumberFormatException e) {
      Optional<Double> number = number(text);
      return number.isPresent() ? whole(number.get()) : OptionalLong.empty();
    }
  }

  /** The number when it is whole and below 2^53, where doubles stop to be exact. */
  static OptionalLong whole(double number) {
    boolean whole = Math.rint(number) == number && Math.abs(number) < 1L << 53;
    return whole ? OptionalLong.of((long) number) : OptionalLong.empty();
  }
}

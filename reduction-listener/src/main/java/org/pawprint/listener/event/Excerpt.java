package org.pawprint.listener.event;

/** Foreign text in our own messages: short, and without control characters. */
final class Excerpt {
  private static final int LONGEST = 200;

  private Excerpt() {}

  static String of(String text) {
    String head = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    return head.replaceAll("[\\p{Cc}\\p{Cs}]", "?");
  }

  /** Whether a database and a log can hold the text as it is. */
  static boolean isPlain(String text) {
    return text.codePoints()
        .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
  }
}

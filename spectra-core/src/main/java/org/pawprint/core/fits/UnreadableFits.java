package org.pawprint.core.fits;

import org.jspecify.annotations.Nullable;

/**
 * The one exception that the content of a file may provoke: where it was found, what was found, and
 * what would have been right. The message is composed for an operator and holds printable ASCII
 * only.
 */
public final class UnreadableFits extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST_FOUND = 100;

  private final String file;
  private final String hdu;
  private final String keyword;
  private final String found;
  private final String expected;

  /**
   * @param hdu e.g. {@code HDU 2 (VARIANCE)}; empty when the fault is of the whole file
   * @param keyword header keyword or column; empty when the fault is of none
   */
  public UnreadableFits(String file, String hdu, String keyword, String found, String expected) {
    this(file, hdu, keyword, found, expected, null);
  }

  UnreadableFits(
      String file,
      String hdu,
      String keyword,
      String found,
      String expected,
      @Nullable Throwable cause) {
    super(
        compose(
            printable(file), printable(hdu), printable(keyword), printable(found), ascii(expected)),
        cause);
    this.file = file;
    this.hdu = printable(hdu);
    this.keyword = printable(keyword);
    this.found = printable(found);
    this.expected = ascii(expected);
  }

  private static String compose(
      String file, String hdu, String keyword, String found, String expected) {
    StringBuilder message = new StringBuilder(file);
    if (!hdu.isEmpty()) {
      message.append(": ").append(hdu);
    }
    if (!keyword.isEmpty()) {
      message.append(": ").append(keyword);
    }
    return message
        .append(": found ")
        .append(found)
        .append(", expected ")
        .append(expected)
        .toString();
  }

  private static String printable(String text) {
    String cut = text.length() > LONGEST_FOUND ? text.substring(0, LONGEST_FOUND) + "..." : text;
    return ascii(cut);
  }

  private static String ascii(String text) {
    return text.replaceAll("[^ -~]", "?");
  }

  public String file() {
    return file;
  }

  /** E.g. {@code HDU 2 (VARIANCE)}, empty when the fault is of the whole file. */
  public String hdu() {
    return hdu;
  }

  /** Header keyword or column name, empty when the fault is of none. */
  public String keyword() {
    return keyword;
  }

  public String found() {
    return found;
  }

  public String expected() {
    return expected;
  }
}

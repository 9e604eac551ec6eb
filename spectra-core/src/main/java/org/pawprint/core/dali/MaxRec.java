package org.pawprint.core.dali;

import java.util.Optional;

/**
 * MAXREC of DALI 1.1: the most rows an answer may have.
 *
 * @param rows 0 asks for the metadata alone, with the overflow marker
 */
public record MaxRec(int rows) {
  public static final String NAME = "MAXREC";

  public MaxRec {
    if (rows < 0) {
      throw new IllegalArgumentException("MAXREC of " + rows);
    }
  }

  /**
   * @param byDefault rows where the parameter did not come
   * @param ceiling more than this is lowered to it, not refused
   * @throws ParameterFaults for anything but a whole number from 0
   */
  public static MaxRec of(DaliParameters parameters, int byDefault, int ceiling) {
    Optional<String> given = parameters.single(NAME).map(String::strip);
    if (given.isEmpty()) {
      return new MaxRec(Math.min(byDefault, ceiling));
    }
    String text = given.get();
    if (text.length() > 100 || !text.matches("\\+?[0-9]+")) {
      throw ParameterFaults.of(NAME, text, "a whole number, 0 or more");
    }
    String digits = text.replaceFirst("^\\+?0*", "");
    boolean beyondInt = digits.length() > 9;
    int rows = digits.isEmpty() ? 0 : beyondInt ? ceiling : Integer.parseInt(digits);
    return new MaxRec(Math.min(rows, ceiling));
  }

  public boolean metadataOnly() {
    return rows == 0;
  }

  /** Rows to ask the catalogue for: one more, so that an overflow shows. */
  public long rowsToFetch() {
    return rows + 1L;
  }
}

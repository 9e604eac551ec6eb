package org.pawprint.store.ledger;

/**
 * Reasons as the ledger can hold them. They quote what publishers sent, and a reason that the
 * database refuses would bring its message back for ever.
 */
public final class LedgerText {
  private static final int LONGEST = 4000;

  private LedgerText() {}

  /** One line of at most 4000 characters; control characters and broken pairs become {@code ?}. */
  public static String line(String text) {
    String head = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    return head.replaceAll("[\\p{Cc}\\p{Cs}]", "?");
  }
}

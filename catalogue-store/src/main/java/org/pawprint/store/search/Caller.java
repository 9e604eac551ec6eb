package org.pawprint.store.search;

import java.util.List;

/**
 * Who reads. Rows that are neither public nor released are visible only to callers of their
 * programme; the database enforces it (row-level security).
 *
 * @param programmes observing programmes (column {@code proposal_id}) the caller may read
 */
public record Caller(List<String> programmes) {
  private static final Caller ANONYMOUS = new Caller(List.of());

  public Caller {
    programmes = List.copyOf(programmes);
    for (String programme : programmes) {
      if (programme.isBlank() || programme.indexOf(',') >= 0) {
        throw new IllegalArgumentException("programme '" + programme + "' is blank or has a comma");
      }
    }
  }

  /** Sees public and released rows only. */
  public static Caller anonymous() {
    return ANONYMOUS;
  }

  /** The session setting {@code pawprint.programmes} that the row policy reads. */
  public String setting() {
    return String.join(",", programmes);
  }
}

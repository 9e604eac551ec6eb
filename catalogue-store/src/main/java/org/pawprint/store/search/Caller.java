package org.pawprint.store.search;

import java.util.Set;
import java.util.TreeSet;

/**
 * Who asks. Rows that are neither public nor released are visible only to callers of their
 * programme; the database enforces it (row-level security of {@code catalogue.obscore}).
 *
 * @param programmes identifiers of the observing programmes whose rows the caller may see
 */
public record Caller(Set<String> programmes) {
  private static final Caller ANONYMOUS = new Caller(Set.of());

  public Caller {
    programmes = Set.copyOf(programmes);
    for (String programme : programmes) {
      // The policy splits the setting at commas, so a comma would smuggle in a second programme.
      if (programme.isEmpty() || programme.indexOf(',') >= 0) {
        throw new IllegalArgumentException(
            "programme '" + programme + "' is empty or holds a comma");
      }
    }
  }

  /** Anybody: sees what is public or released. */
  public static Caller anonymous() {
    return ANONYMOUS;
  }

  /** Value of the setting {@code pawprint.programmes} that the policy reads. */
  String setting() {
    return String.join(",", new TreeSet<>(programmes));
  }
}

package org.pawprint.store.ledger;

import java.util.List;
import java.util.Optional;

/**
 * What became of the files of an event; the rest of them wait.
 *
 * @param files all that are known: those the door recorded, else those with an outcome
 * @param catalogued in the catalogue, new or there before
 * @param parkedFiles the first {@value #MOST_NAMED} of those that are parked
 */
public record FileTally(int files, int catalogued, int parked, List<Parked> parkedFiles) {
  static final int MOST_NAMED = 20;

  /** Of an event without files. */
  public static final FileTally NONE = new FileTally(0, 0, 0, List.of());

  /** A parked file and where it ended. */
  public record Parked(String name, Optional<String> step, Optional<String> reason) {}

  public FileTally {
    parkedFiles = List.copyOf(parkedFiles);
  }
}

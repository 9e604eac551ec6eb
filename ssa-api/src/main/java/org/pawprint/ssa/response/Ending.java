package org.pawprint.ssa.response;

import java.util.List;
import java.util.Optional;
import org.pawprint.core.votable.Info;

/**
 * What is known when the last row is out.
 *
 * @param overflow whether MAXREC left rows out
 * @param nextPage value of PAGE for the rows that follow
 * @param notes what the user should know about the rows, or why there are none
 */
record Ending(boolean overflow, Optional<String> nextPage, List<Info> notes) {
  Ending {
    notes = List.copyOf(notes);
  }

  /** Of an answer that was to have no rows. */
  static Ending withoutRows(boolean overflow) {
    return new Ending(overflow, Optional.empty(), List.of());
  }
}

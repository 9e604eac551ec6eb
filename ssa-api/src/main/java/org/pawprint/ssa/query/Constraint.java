package org.pawprint.ssa.query;

import java.util.Optional;
import org.pawprint.store.search.Condition;

/**
 * A condition on rows that a parameter sets.
 *
 * @param note what the user should know about rows that lack the value
 */
record Constraint(Condition condition, Optional<String> note) {

  static Constraint of(Condition condition) {
    return new Constraint(condition, Optional.empty());
  }

  static Constraint noting(Condition condition, String note) {
    return new Constraint(condition, Optional.of(note));
  }
}

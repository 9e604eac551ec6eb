package org.pawprint.ssa.query;

import java.util.Optional;
import org.pawprint.store.search.Condition;

/**
 * A condition on rows that parameters set.
 *
 * @param parameters their names as an answer tells them, {@code POS, SIZE} for example; empty for
 *     what every search asks
 * @param note what the user should know about rows that lack the value
 */
public record Constraint(String parameters, Condition condition, Optional<String> note) {

  static Constraint of(String parameters, Condition condition) {
    return new Constraint(parameters, condition, Optional.empty());
  }

  static Constraint noting(String parameters, Condition condition, String note) {
    return new Constraint(parameters, condition, Optional.of(note));
  }
}

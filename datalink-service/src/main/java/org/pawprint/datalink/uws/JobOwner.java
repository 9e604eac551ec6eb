package org.pawprint.datalink.uws;

import java.util.Optional;

/**
 * Whose a job is, or who asks for one (UWS 1.1, 2.1.2).
 *
 * @param name of a caller that has proved it; empty for all others, whose jobs only those find who
 *     know their ids
 */
public record JobOwner(Optional<String> name) {
  private static final JobOwner ANONYMOUS = new JobOwner(Optional.empty());

  public static JobOwner anonymous() {
    return ANONYMOUS;
  }

  static JobOwner named(String name) {
    return new JobOwner(Optional.of(name));
  }

  /** Whether jobs are kept apart from those of others by more than their ids. */
  boolean isNamed() {
    return name.isPresent();
  }
}

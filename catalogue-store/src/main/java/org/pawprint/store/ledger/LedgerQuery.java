package org.pawprint.store.ledger;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.pawprint.core.event.Lane;

/**
 * Which entries to list, newest first.
 *
 * @param state one of {@link #STATES}
 * @param collection as catalogued, or as the event asks for
 * @param reductionId the publisher's
 * @param readBy only events a file of which that loader has read
 * @param since received at this time or later
 * @param until received before this time
 * @param before only keys below this one: the cursor
 * @param limit at most so many
 */
public record LedgerQuery(
    Optional<String> state,
    Optional<Lane> lane,
    Optional<String> source,
    Optional<String> eventId,
    Optional<String> collection,
    Optional<String> reductionId,
    Optional<ReadBy> readBy,
    Optional<Instant> since,
    Optional<Instant> until,
    Optional<Long> before,
    int limit) {
  public static final Set<String> STATES =
      Set.of("received", "later", "staged", "parked", "catalogued", "already");

  /**
   * A survey loader.
   *
   * @param belowRevision only readings by a revision below this one
   */
  public record ReadBy(String loader, Optional<Integer> belowRevision) {}

  public LedgerQuery {
    if (state.isPresent() && !STATES.contains(state.get())) {
      throw new IllegalArgumentException("state '" + state.get() + "' is not one of " + STATES);
    }
  }

  /** The same question from a key on downwards. */
  public LedgerQuery page(Optional<Long> newBefore, int newLimit) {
    return new LedgerQuery(
        state,
        lane,
        source,
        eventId,
        collection,
        reductionId,
        readBy,
        since,
        until,
        newBefore,
        newLimit);
  }
}

package org.pawprint.store.ledger;

import java.time.Instant;
import java.util.Optional;
import org.pawprint.core.event.Lane;

/**
 * An event and what became of it, a row of the view {@code ledger.entry}.
 *
 * @param state received, later, staged, parked, catalogued or already
 * @param spectra spectra of the event in the catalogue
 */
public record LedgerEntry(
    long key,
    String source,
    String eventId,
    Lane lane,
    String state,
    Optional<String> reductionId,
    Optional<String> collection,
    Instant receivedAt,
    Instant lastSeenAt,
    Optional<Instant> stagedAt,
    Optional<Instant> finishedAt,
    Optional<Instant> nextAttemptAt,
    int deliveries,
    int attempts,
    int spectra,
    Optional<String> step,
    Optional<String> reason) {}

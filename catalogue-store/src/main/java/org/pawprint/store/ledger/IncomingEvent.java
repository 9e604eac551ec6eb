package org.pawprint.store.ledger;

import java.time.Instant;
import java.util.Optional;
import org.pawprint.core.event.Lane;

/**
 * An event at the door, as the ledger keeps it.
 *
 * @param source CloudEvents source; with {@code eventId} the duplicate key
 * @param raw bytes as received, at most {@link EventLedger#RAW_LIMIT_BYTES}; not copied
 * @param traceparent W3C trace context
 * @param at when this delivery came
 */
@SuppressWarnings("ArrayRecordComponent")
public record IncomingEvent(
    String source,
    String eventId,
    Lane lane,
    byte[] raw,
    Optional<String> reductionId,
    Optional<String> collection,
    Optional<String> traceparent,
    Instant at) {}

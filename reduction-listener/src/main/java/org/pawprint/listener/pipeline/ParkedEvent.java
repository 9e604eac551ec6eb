package org.pawprint.listener.pipeline;

import java.time.Instant;
import org.pawprint.core.event.Lane;

/**
 * The announcement of a parked event; its JSON is the payload on the parked exchange.
 *
 * @param eventKey what {@code /ops/parked/{id}/replay} takes
 */
public record ParkedEvent(
    long eventKey, Lane lane, String source, String id, String step, String reason, Instant at) {}

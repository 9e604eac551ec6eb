package org.pawprint.listener.pipeline;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.pawprint.listener.event.Reading;
import org.pawprint.listener.event.ReductionMessage;
import org.pawprint.store.ledger.EventLedger;
import org.pawprint.store.ledger.EventRow;
import org.pawprint.store.ledger.IncomingEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends an event with a reason for an operator: recorded first, then announced. The record carries a
 * time at which the poller announces it, which is taken away once the broker has confirmed.
 */
final class Parking {
  private static final Logger LOG = LoggerFactory.getLogger(Parking.class);
  private static final Duration ANNOUNCE_AGAIN = Duration.ofSeconds(30);

  private final EventLedger ledger;
  private final Onward onward;
  private final Clock clock;

  Parking(EventLedger ledger, Onward onward, Clock clock) {
    this.ledger = ledger;
    this.onward = onward;
    this.clock = clock;
  }

  /** A message that cannot be used. */
  Outcome refuse(ReductionMessage message, Reading.Refused refused) {
    Instant now = clock.instant();
    IncomingEvent event =
        new IncomingEvent(
            refused.source(),
            refused.id(),
            message.lane(),
            message.body(),
            Optional.empty(),
            Optional.empty(),
            refused.traceparent(),
            now);
    long key = ledger.refuse(event, refused.step(), refused.reason(), now.plus(ANNOUNCE_AGAIN));
    return announce(
        new ParkedEvent(
            key,
            message.lane(),
            refused.source(),
            refused.id(),
            refused.step(),
            refused.reason(),
            now));
  }

  /** A recorded event. */
  Outcome park(EventRow row, String step, String reason) {
    Instant now = clock.instant();
    ledger.parked(row.key(), step, reason, now.plus(ANNOUNCE_AGAIN));
    return announce(event(row, step, reason, now));
  }

  /** A parked event whose announcement did not get through. */
  Outcome announceAgain(EventRow row) {
    return announce(
        event(row, row.step().orElse("unknown"), row.reason().orElse("unknown"), clock.instant()));
  }

  private static ParkedEvent event(EventRow row, String step, String reason, Instant now) {
    return new ParkedEvent(row.key(), row.lane(), row.source(), row.eventId(), step, reason, now);
  }

  private Outcome announce(ParkedEvent event) {
    try {
      onward.announce(event);
      ledger.announced(event.eventKey());
    } catch (NotConfirmed e) {
      LOG.warn(
          "event={} announcement=\"{}\", the poller announces it", event.eventKey(), e.reason());
    }
    return new Outcome.Parked(event.eventKey(), event.step(), event.reason());
  }
}

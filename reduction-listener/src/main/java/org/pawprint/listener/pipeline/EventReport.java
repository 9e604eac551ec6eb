package org.pawprint.listener.pipeline;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.pawprint.core.event.Lane;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One log line and a few meters for each attempt at an event. */
final class EventReport {
  private static final Logger LOG = LoggerFactory.getLogger("org.pawprint.listener.event");

  private final MeterRegistry meters;
  private final Clock clock;

  EventReport(MeterRegistry meters, Clock clock) {
    this.meters = meters;
    this.clock = clock;
  }

  Watch begin(Lane lane) {
    return new Watch(lane, meters, clock, LOG);
  }

  /** What nobody foresaw, with its trace. */
  void unexpected(long key, RuntimeException fault) {
    LOG.error("event={} unexpected, tried again or parked", key, fault);
  }
}

package org.pawprint.catalogue.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Locale;
import org.pawprint.core.event.Lane;
import org.pawprint.store.catalogue.FileOutcome;

/** Counts files and spectra by outcome and lane, and times events from the door to each stage. */
final class IngestMeters {
  private final MeterRegistry registry;

  IngestMeters(MeterRegistry registry) {
    this.registry = registry;
  }

  void count(Lane lane, FileOutcome outcome) {
    String result = outcome.result().name().toLowerCase(Locale.ROOT);
    registry.counter("pawprint.ingest.files", "lane", lane.word(), "outcome", result).increment();
    registry
        .counter("pawprint.ingest.spectra", "lane", lane.word(), "outcome", result)
        .increment(outcome.spectra());
    registry.timer("pawprint.ingest.time", "lane", lane.word()).record(outcome.took());
  }

  /** Age of an event, counted from when the listener first had it. */
  void age(Lane lane, String stage, Duration age) {
    registry
        .timer("pawprint.event.age", "lane", lane.word(), "stage", stage)
        .record(age.isNegative() ? Duration.ZERO : age);
  }
}

package org.pawprint.listener.pipeline;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.pawprint.core.event.Lane;
import org.pawprint.listener.event.Reading;
import org.pawprint.listener.event.ReductionEvent;
import org.pawprint.store.ledger.EventRow;
import org.slf4j.Logger;

/** Times one attempt and reports how it ended. For one thread. */
final class Watch {
  private final Lane lane;
  private final MeterRegistry meters;
  private final Clock clock;
  private final Logger log;
  private final long begunNanos = System.nanoTime();

  Watch(Lane lane, MeterRegistry meters, Clock clock, Logger log) {
    this.lane = lane;
    this.meters = meters;
    this.clock = clock;
    this.log = log;
  }

  void received(ReductionEvent event) {
    age("received", event);
  }

  Outcome ended(Reading.Refused refused, Outcome outcome) {
    report(refused.source(), refused.id(), Optional.empty(), refused.traceparent(), outcome);
    return outcome;
  }

  Outcome ended(EventRow row, Outcome outcome) {
    report(row.source(), row.eventId(), Optional.empty(), row.traceparent(), outcome);
    return outcome;
  }

  Outcome ended(ReductionEvent event, Outcome outcome) {
    report(event.source(), event.id(), event.reductionId(), event.traceparent(), outcome);
    return outcome;
  }

  Outcome ended(ReductionEvent event, EventRow row, Outcome outcome) {
    if (outcome instanceof Outcome.Staged) {
      age("staged", event);
    }
    report(event.source(), event.id(), event.reductionId(), row.traceparent(), outcome);
    return outcome;
  }

  private void age(String stage, ReductionEvent event) {
    event
        .time()
        .map(ended -> Duration.between(ended, clock.instant()))
        .filter(age -> !age.isNegative())
        .ifPresent(
            age ->
                meters
                    .timer("pawprint.event.age", "stage", stage, "lane", lane.word())
                    .record(age));
  }

  private void report(
      String source,
      String id,
      Optional<String> reductionId,
      Optional<String> traceparent,
      Outcome outcome) {
    Duration took = Duration.ofNanos(System.nanoTime() - begunNanos);
    meters.timer("pawprint.events", "outcome", outcome.word(), "lane", lane.word()).record(took);
    LogLine line =
        new LogLine()
            .with("event", outcome.key())
            .with("source", source)
            .with("id", id)
            .with("lane", lane.word());
    reductionId.ifPresent(reduction -> line.with("reduction_id", reduction));
    line.with("outcome", outcome.word());
    details(outcome, line);
    line.with("ms", took.toMillis());
    traceparent.ifPresent(trace -> line.with("trace_id", Traceparents.traceId(trace)));
    if (outcome.disposition() == Outcome.Disposition.DONE) {
      log.info("{}", line);
    } else {
      log.warn("{}", line);
    }
  }

  private static void details(Outcome outcome, LogLine line) {
    if (outcome instanceof Outcome.Staged staged) {
      line.with("files", staged.files()).with("bytes", staged.bytes());
    } else if (outcome instanceof Outcome.Later later) {
      line.with("step", later.step()).with("reason", later.reason()).with("next", later.next());
    } else if (outcome instanceof Outcome.Parked parked) {
      line.with("step", parked.step()).with("reason", parked.reason());
    }
  }
}

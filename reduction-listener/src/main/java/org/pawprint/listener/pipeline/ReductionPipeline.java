package org.pawprint.listener.pipeline;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.pawprint.core.event.Lane;
import org.pawprint.core.event.StageCommand.StagedFile;
import org.pawprint.core.identifier.Sha256;
import org.pawprint.listener.event.EventReader;
import org.pawprint.listener.event.Reading;
import org.pawprint.listener.event.ReductionEvent;
import org.pawprint.listener.event.ReductionMessage;
import org.pawprint.listener.fetch.Fetched;
import org.pawprint.listener.fetch.ProductFetcher;
import org.pawprint.service.CrashPoint;
import org.pawprint.service.RightOfWay;
import org.pawprint.service.RightOfWay.Turn;
import org.pawprint.store.ledger.DueEvents.Claim;
import org.pawprint.store.ledger.EventFiles;
import org.pawprint.store.ledger.EventFiles.DoorFile;
import org.pawprint.store.ledger.EventLedger;
import org.pawprint.store.ledger.EventRow;
import org.pawprint.store.ledger.IncomingEvent;
import org.springframework.dao.DataAccessException;

/**
 * The whole way of an event through the door: read, record, fetch, send on, record. The only class
 * that knows the order. Every step may be repeated. What it returns is durable; what it throws
 * ({@link DataAccessException} when the ledger is away) is not, and the message must come back.
 */
public final class ReductionPipeline {
  /** How long a missing file is waited for, from the newest delivery of its event. */
  static final Duration PATIENCE = Duration.ofMinutes(10);

  /** Tries of an attempt that fails in a way nobody foresaw. */
  private static final int UNEXPECTED_LIMIT = 12;

  private final EventReader reader;
  private final EventLedger ledger;
  private final EventFiles files;
  private final ProductFetcher fetcher;
  private final Onward onward;
  private final RightOfWay rightOfWay;
  private final Parking parking;
  private final RetryDelay delay;
  private final Traceparents traceparents;
  private final EventReport report;
  private final Clock clock;

  ReductionPipeline(
      EventReader reader,
      EventLedger ledger,
      EventFiles files,
      ProductFetcher fetcher,
      Onward onward,
      RightOfWay rightOfWay,
      Chance chance,
      EventReport report,
      Clock clock) {
    this.reader = reader;
    this.ledger = ledger;
    this.files = files;
    this.fetcher = fetcher;
    this.onward = onward;
    this.rightOfWay = rightOfWay;
    this.parking = new Parking(ledger, onward, clock);
    this.delay = chance.delay();
    this.traceparents = chance.traceparents();
    this.report = report;
    this.clock = clock;
  }

  /** A message from the broker. */
  public Outcome take(ReductionMessage message) {
    try {
      return takeIn(message);
    } catch (RuntimeException e) {
      if (LedgerAway.isReason(e)) {
        throw e;
      }
      // A message that trips us would come back for ever, and the lane with it.
      Reading.Refused refused = Reading.Refused.unexpected(message, e);
      Outcome parked = parking.refuse(message, refused);
      report.unexpected(parked.key(), e);
      return parked;
    }
  }

  private Outcome takeIn(ReductionMessage message) {
    Watch watch = report.begin(message.lane());
    Reading reading = reader.read(message);
    if (reading instanceof Reading.Refused refused) {
      return watch.ended(refused, parking.refuse(message, refused));
    }
    ReductionEvent event = ((Reading.Valid) reading).event();
    watch.received(event);
    Optional<Long> settled =
        ledger.countSettledRepeat(
            event.source(), event.id(), event.products().size(), clock.instant());
    if (settled.isPresent()) {
      return watch.ended(event, new Outcome.AlreadyCatalogued(settled.get()));
    }
    EventRow row = ledger.receive(incoming(message, event));
    CrashPoint.reached("received");
    return watch.ended(event, row, attempt(row, event));
  }

  /** An event whose time has come again, from its stored bytes. */
  public Outcome retry(Claim claim) {
    EventRow row = claim.row();
    Watch watch = report.begin(row.lane());
    if (row.state() == EventRow.State.PARKED && !claim.filesWait()) {
      return watch.ended(row, parking.announceAgain(row));
    }
    Reading reading = reader.read(new ReductionMessage(row.lane(), row.raw()));
    if (reading instanceof Reading.Refused refused) {
      return watch.ended(row, parking.park(row, refused.step(), refused.reason()));
    }
    ReductionEvent event = ((Reading.Valid) reading).event();
    return watch.ended(event, row, attempt(row, event));
  }

  private IncomingEvent incoming(ReductionMessage message, ReductionEvent event) {
    return new IncomingEvent(
        event.source(),
        event.id(),
        message.lane(),
        message.body(),
        event.reductionId(),
        event.collection(),
        Optional.of(event.traceparent().orElseGet(traceparents::begin)),
        clock.instant());
  }

  private Outcome attempt(EventRow row, ReductionEvent event) {
    try (Turn turn = rightOfWay.begin(row.lane())) {
      Fetched fetched = fetcher.fetch(event.products(), ledger.knownFiles(row.key()), turn);
      CrashPoint.reached("copied");
      if (row.lane() == Lane.BACKFILL || !fetched.isComplete()) {
        files.record(row.key(), doorFiles(fetched));
      }
      return settle(row, event, fetched);
    } catch (NotConfirmed e) {
      return later(row, "stage", e.reason());
    } catch (RuntimeException e) {
      if (LedgerAway.isReason(e)) {
        throw e;
      }
      report.unexpected(row.key(), e);
      return row.attempts() + 1 < UNEXPECTED_LIMIT
          ? later(row, "unexpected", e.toString())
          : parking.park(row, "unexpected", e.toString());
    }
  }

  private static List<DoorFile> doorFiles(Fetched fetched) {
    return fetched.products().stream()
        .map(
            product ->
                new DoorFile(
                    product.name(),
                    product.file().map(file -> new Sha256(file.sha256())),
                    product.fault().map(Fetched.Fault::reason)))
        .toList();
  }

  private Outcome settle(EventRow row, ReductionEvent event, Fetched fetched) throws NotConfirmed {
    if (fetched.isComplete()) {
      stage(row, event, fetched.files());
      ledger.staged(row.key(), clock.instant());
      CrashPoint.reached("staged");
      return new Outcome.Staged(row.key(), fetched.files().size(), fetched.bytes());
    }
    if (fetched.has(Fetched.Kind.STORE) || isWorthWaiting(row, fetched)) {
      return later(row, "fetch", fetched.reason());
    }
    if (row.lane() == Lane.BACKFILL && !fetched.files().isEmpty()) {
      // One bad file of a batch does not cost the others.
      stage(row, event, fetched.files());
    }
    return parking.park(row, "fetch", fetched.reason());
  }

  private boolean isWorthWaiting(EventRow row, Fetched fetched) {
    boolean hopeless = row.lane() == Lane.LIVE && fetched.has(Fetched.Kind.UNFIT);
    return fetched.has(Fetched.Kind.ABSENT)
        && !hopeless
        && clock.instant().isBefore(row.lastSeenAt().plus(PATIENCE));
  }

  private void stage(EventRow row, ReductionEvent event, List<StagedFile> files)
      throws NotConfirmed {
    onward.stage(StageCommands.of(row, event, files));
  }

  private Outcome later(EventRow row, String step, String reason) {
    Instant next = clock.instant().plus(delay.after(row.attempts()));
    ledger.later(row.key(), step, reason, next);
    return new Outcome.Later(row.key(), step, reason, next);
  }
}

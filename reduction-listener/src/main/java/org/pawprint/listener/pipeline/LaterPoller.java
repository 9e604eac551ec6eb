package org.pawprint.listener.pipeline;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.pawprint.core.event.Lane;
import org.pawprint.store.ledger.DueEvents;
import org.pawprint.store.ledger.DueEvents.Claim;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Tries events again when their time has come. Any number of pollers may run. */
public final class LaterPoller {
  private static final Logger LOG = LoggerFactory.getLogger(LaterPoller.class);
  private static final int BATCH = 16;

  /** Longer than a batch takes; a poller that dies gives its events back after this. */
  private static final Duration LEASE = Duration.ofMinutes(10);

  private final DueEvents due;
  private final ReductionPipeline pipeline;
  private final Clock clock;

  LaterPoller(DueEvents due, ReductionPipeline pipeline, Clock clock) {
    this.due = due;
    this.pipeline = pipeline;
    this.clock = clock;
  }

  /** Works through what is due now. */
  public void poll(Lane lane) {
    try {
      List<Claim> claims = due.claim(lane, clock.instant(), LEASE, BATCH);
      while (!claims.isEmpty()) {
        claims.forEach(this::retry);
        claims = due.claim(lane, clock.instant(), LEASE, BATCH);
      }
    } catch (DataAccessException | TransactionException e) {
      LOG.warn(
          "{}", new LogLine().with("lane", lane.word()).with("poll", "failed").with("reason", e));
    }
  }

  private void retry(Claim claim) {
    pipeline.retry(claim);
    if (claim.filesWait()) {
      // Sent on again, or from now on the event's own matter.
      due.release(claim);
    }
  }
}

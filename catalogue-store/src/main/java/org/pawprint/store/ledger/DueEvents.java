package org.pawprint.store.ledger;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.pawprint.core.event.Lane;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Events whose time for another try has come: they wait at the door, or one of their files waits in
 * the catalogue. Several pollers share the work without waiting for one another.
 */
public final class DueEvents {
  private static final String CLAIM_EVENTS =
      """
      UPDATE ledger.event SET next_attempt_at = :lease WHERE key IN (
        SELECT key FROM ledger.event
        WHERE next_attempt_at <= :now AND lane = :lane
        ORDER BY next_attempt_at LIMIT :limit FOR UPDATE SKIP LOCKED)
      RETURNING\s"""
          + EventRow.COLUMNS;

  private static final String CLAIM_FILES =
      """
      UPDATE ledger.ingest_outcome SET next_attempt_at = :lease WHERE event_key IN (
        SELECT o.event_key FROM ledger.ingest_outcome o JOIN ledger.event e ON e.key = o.event_key
        WHERE o.outcome = 'later' AND o.next_attempt_at <= :now AND e.lane = :lane
          AND e.state IN ('staged', 'parked')
        ORDER BY o.next_attempt_at LIMIT :limit FOR UPDATE OF o SKIP LOCKED)
        AND outcome = 'later' AND next_attempt_at <= :now
      RETURNING event_key
      """;

  private static final String EVENTS_OF_FILES =
      "SELECT " + EventRow.COLUMNS + " FROM ledger.event WHERE key IN (:keys)";

  /** Only what we claimed: the catalogue may have written a newer time since. */
  private static final String RELEASE_FILES =
      """
      UPDATE ledger.ingest_outcome SET next_attempt_at = NULL
      WHERE event_key = :key AND outcome = 'later' AND next_attempt_at = :lease
      """;

  private final JdbcClient jdbc;
  private final TransactionOperations transactions;

  public DueEvents(JdbcClient jdbc, TransactionOperations transactions) {
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  /**
   * Takes due events of a lane for the length of a lease; a poller that dies leaves them due again.
   *
   * @param lease not under a millisecond; longer than the work takes
   */
  public List<Claim> claim(Lane lane, Instant now, Duration lease, int limit) {
    Timestamp until = Timestamp.from(now.plus(lease));
    return transactions.execute(
        status -> {
          List<Claim> claims =
              new ArrayList<>(
                  claimEvents(lane, now, until, limit).stream()
                      .map(row -> new Claim(row, false, until.toInstant()))
                      .toList());
          List<Long> waiting = claimFiles(lane, now, until, limit);
          if (!waiting.isEmpty()) {
            jdbc.sql(EVENTS_OF_FILES).param("keys", waiting).query(EventRow::of).list().stream()
                .map(row -> new Claim(row, true, until.toInstant()))
                .forEach(claims::add);
          }
          return claims;
        });
  }

  /** Ends the wait of files whose event was sent on again. */
  public void release(Claim claim) {
    jdbc.sql(RELEASE_FILES)
        .param("key", claim.row().key())
        .param("lease", Timestamp.from(claim.leaseUntil()))
        .update();
  }

  private List<EventRow> claimEvents(Lane lane, Instant now, Timestamp until, int limit) {
    return claim(CLAIM_EVENTS, lane, now, until, limit).query(EventRow::of).list();
  }

  private List<Long> claimFiles(Lane lane, Instant now, Timestamp until, int limit) {
    return claim(CLAIM_FILES, lane, now, until, limit).query(Long.class).list().stream()
        .distinct()
        .toList();
  }

  private JdbcClient.StatementSpec claim(
      String sql, Lane lane, Instant now, Timestamp until, int limit) {
    return jdbc.sql(sql)
        .param("lane", lane.word())
        .param("now", Timestamp.from(now))
        .param("lease", until)
        .param("limit", limit);
  }

  /**
   * An event to try again.
   *
   * @param filesWait the event was staged before; files of it wait in the catalogue
   */
  public record Claim(EventRow row, boolean filesWait, Instant leaseUntil) {}
}

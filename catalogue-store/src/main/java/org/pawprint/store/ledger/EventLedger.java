package org.pawprint.store.ledger;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.pawprint.core.identifier.Sha256;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Writes what happens to events at the door. Each call is one durable statement; repeating it after
 * a crash changes nothing that matters.
 */
public final class EventLedger {
  /** An event longer than this is cut, and parked. */
  public static final int RAW_LIMIT_BYTES = 256 * 1024;

  private static final String COUNT_SETTLED_REPEAT =
      """
      UPDATE ledger.event e SET deliveries = deliveries + 1, last_seen_at = :at, taken_at = now()
      WHERE source = :source AND event_id = :event_id AND state = 'staged'
        AND (SELECT count(*) FROM ledger.ingest_outcome o JOIN ledger.loader l ON l.name = o.loader
             WHERE o.event_key = e.key AND o.outcome IN ('catalogued', 'already')
               AND o.loader_revision = l.revision) >= :files
        AND NOT EXISTS (SELECT FROM ledger.ingest_outcome o WHERE o.event_key = e.key
                        AND o.outcome NOT IN ('catalogued', 'already'))
      RETURNING key
      """;

  private static final String RECEIVE =
      """
      INSERT INTO ledger.event AS e (source, event_id, lane, raw, reduction_id, collection, traceparent,
                                     received_at, last_seen_at, state)
      VALUES (:source, :event_id, :lane, :raw, :reduction_id, :collection, :traceparent, :at, :at, 'received')
      ON CONFLICT (source, event_id) DO UPDATE SET
        lane = excluded.lane, raw = excluded.raw, reduction_id = excluded.reduction_id,
        collection = excluded.collection, traceparent = excluded.traceparent,
        last_seen_at = excluded.last_seen_at, taken_at = now(), deliveries = e.deliveries + 1, state = 'received',
        attempts = 0, step = NULL, reason = NULL
      RETURNING\s"""
          + EventRow.COLUMNS;

  private static final String REFUSE =
      """
      INSERT INTO ledger.event AS e (source, event_id, lane, raw, received_at, last_seen_at, state,
                                     step, reason, next_attempt_at)
      VALUES (:source, :event_id, :lane, :raw, :at, :at, 'parked', :step, :reason, :announce_at)
      ON CONFLICT (source, event_id) DO UPDATE SET
        raw = excluded.raw, last_seen_at = excluded.last_seen_at, taken_at = now(), deliveries = e.deliveries + 1,
        state = 'parked', step = excluded.step, reason = excluded.reason,
        next_attempt_at = excluded.next_attempt_at
        WHERE e.state = 'parked'
      RETURNING key
      """;

  private static final String STAGED =
      """
      UPDATE ledger.event SET state = 'staged', staged_at = :at, attempts = attempts + 1,
        next_attempt_at = NULL, step = NULL, reason = NULL
      WHERE key = :key
      """;

  private static final String LATER =
      """
      UPDATE ledger.event SET state = 'later', attempts = attempts + 1, next_attempt_at = :next,
        step = :step, reason = :reason
      WHERE key = :key
      """;

  private static final String PARKED =
      """
      UPDATE ledger.event SET state = 'parked', attempts = attempts + 1, next_attempt_at = :next,
        step = :step, reason = :reason
      WHERE key = :key
      """;

  private static final String ANNOUNCED =
      "UPDATE ledger.event SET next_attempt_at = NULL WHERE key = :key AND state = 'parked'";

  private static final String KNOWN_FILES =
      "SELECT file_name, original_sha256 FROM ledger.ingest_outcome WHERE event_key = :key";

  /** Fails where the database is read-only or the role may not write, and changes nothing. */
  private static final String PROBE =
      "UPDATE ledger.event SET deliveries = deliveries WHERE key IS NULL";

  private final JdbcClient jdbc;

  public EventLedger(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Counts a repeat of an event all of whose files are catalogued by the loaders of today.
   *
   * @param files number of files the event names
   * @return the key of the event; empty when there is work to do
   */
  public Optional<Long> countSettledRepeat(String source, String eventId, int files, Instant at) {
    return jdbc.sql(COUNT_SETTLED_REPEAT)
        .param("source", source)
        .param("event_id", eventId)
        .param("files", files)
        .param("at", Timestamp.from(at))
        .query(Long.class)
        .optional();
  }

  /** Records a delivery; a repeat begins a new attempt under the same key. */
  public EventRow receive(IncomingEvent event) {
    return jdbc.sql(RECEIVE)
        .param("source", event.source())
        .param("event_id", event.eventId())
        .param("lane", event.lane().word())
        .param("raw", cut(event.raw()))
        .param("reduction_id", event.reductionId().orElse(null))
        .param("collection", event.collection().orElse(null))
        .param("traceparent", event.traceparent().orElse(null))
        .param("at", Timestamp.from(event.at()))
        .query(EventRow::of)
        .single();
  }

  /**
   * Records an event that cannot be used. It never replaces what an event of the same name achieved
   * or still waits for; then it is kept under its name and the head of its digest.
   *
   * @param announceAt when the poller announces it, should the caller not come to it
   * @return the key
   */
  public long refuse(IncomingEvent event, String step, String reason, Instant announceAt) {
    return refuseAs(event.eventId(), event, step, reason, announceAt)
        .or(
            () -> {
              String digest = Sha256.of(event.raw()).hex().substring(0, 12);
              return refuseAs(
                  event.eventId() + " sha256:" + digest, event, step, reason, announceAt);
            })
        .orElseThrow(() -> new IllegalStateException("no name left for " + event.eventId()));
  }

  private Optional<Long> refuseAs(
      String eventId, IncomingEvent event, String step, String reason, Instant announceAt) {
    return jdbc.sql(REFUSE)
        .param("source", event.source())
        .param("event_id", eventId)
        .param("lane", event.lane().word())
        .param("raw", cut(event.raw()))
        .param("at", Timestamp.from(event.at()))
        .param("step", step)
        .param("reason", LedgerText.line(reason))
        .param("announce_at", Timestamp.from(announceAt))
        .query(Long.class)
        .optional();
  }

  /** The stage command is confirmed. */
  public void staged(long key, Instant at) {
    jdbc.sql(STAGED).param("key", key).param("at", Timestamp.from(at)).update();
  }

  /** The event waits for its next try. */
  public void later(long key, String step, String reason, Instant next) {
    settle(LATER, key, step, reason, next);
  }

  /**
   * The event ended here, until an operator replays it.
   *
   * @param announceAt when the poller announces it, should the caller not come to it
   */
  public void parked(long key, String step, String reason, Instant announceAt) {
    settle(PARKED, key, step, reason, announceAt);
  }

  /** The parked exchange has confirmed the announcement. */
  public void announced(long key) {
    jdbc.sql(ANNOUNCED).param("key", key).update();
  }

  /** Files that earlier attempts of this event brought as far as the catalogue. */
  public List<KnownFile> knownFiles(long key) {
    return jdbc.sql(KNOWN_FILES)
        .param("key", key)
        .query(
            (row, n) ->
                new KnownFile(
                    row.getString("file_name"), new Sha256(row.getString("original_sha256"))))
        .list();
  }

  /** A file that this event brought before. */
  public record KnownFile(String name, Sha256 original) {}

  /** Throws unless the next event could be recorded. */
  public void probe() {
    jdbc.sql(PROBE).update();
  }

  private void settle(String sql, long key, String step, String reason, Instant next) {
    jdbc.sql(sql)
        .param("key", key)
        .param("step", step)
        .param("reason", LedgerText.line(reason))
        .param("next", Timestamp.from(next))
        .update();
  }

  private static byte[] cut(byte[] raw) {
    return raw.length <= RAW_LIMIT_BYTES ? raw : Arrays.copyOf(raw, RAW_LIMIT_BYTES);
  }
}

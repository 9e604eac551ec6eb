package org.pawprint.store.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.pawprint.core.event.Lane;

/**
 * A row of {@code ledger.event} that is being worked on.
 *
 * @param key ledger key, stable over redeliveries and replays
 * @param raw bytes as received; not copied
 * @param receivedAt first delivery
 * @param lastSeenAt newest delivery: tries of this attempt count from here
 * @param attempts tries since then
 * @param step where the last try ended, if it did not succeed
 * @param reason likewise, in words
 */
@SuppressWarnings("ArrayRecordComponent")
public record EventRow(
    long key,
    String source,
    String eventId,
    Lane lane,
    byte[] raw,
    State state,
    Instant receivedAt,
    Instant lastSeenAt,
    int attempts,
    Optional<String> traceparent,
    Optional<String> step,
    Optional<String> reason) {
  static final String COLUMNS =
      "key, source, event_id, lane, raw, state, received_at, last_seen_at, attempts, traceparent, step, reason";

  /** The words of the column {@code state}. */
  public enum State {
    RECEIVED,
    LATER,
    STAGED,
    PARKED;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static EventRow of(ResultSet row, int number) throws SQLException {
    return new EventRow(
        row.getLong("key"),
        row.getString("source"),
        row.getString("event_id"),
        Lane.of(row.getString("lane")),
        row.getBytes("raw"),
        State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        instant(row, "received_at"),
        instant(row, "last_seen_at"),
        row.getInt("attempts"),
        Optional.ofNullable(row.getString("traceparent")),
        Optional.ofNullable(row.getString("step")),
        Optional.ofNullable(row.getString("reason")));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at.toInstant();
  }
}

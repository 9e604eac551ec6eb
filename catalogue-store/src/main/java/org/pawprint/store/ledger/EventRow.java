package org.pawprint.store.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Locale;
import org.pawprint.core.event.Lane;

/**
 * A row of {@code ledger.event} that is being worked on.
 *
 * @param key ledger key, stable over redeliveries and replays
 * @param raw bytes as received; not copied
 * @param receivedAt first delivery
 * @param lastSeenAt newest delivery: tries of this attempt count from here
 * @param attempts tries since then
 */
@SuppressWarnings("ArrayRecordComponent")
public record EventRow(
    long key,
    Lane lane,
    byte[] raw,
    State state,
    Instant receivedAt,
    Instant lastSeenAt,
    int attempts) {
  static final String COLUMNS = "key, lane, raw, state, received_at, last_seen_at, attempts";

  /** The words of the column {@code state}. */
  public enum State {
    RECEIVED,
    LATER,
    STAGED,
    PARKED;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static EventRow of(ResultSet row, int number) throws SQLException {
    return new EventRow(
        row.getLong("key"),
        Lane.of(row.getString("lane")),
        row.getBytes("raw"),
        State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        instant(row, "received_at"),
        instant(row, "last_seen_at"),
        row.getInt("attempts"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at.toInstant();
  }
}

package org.pawprint.store.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pawprint.core.event.Lane;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What operators ask of the ledger. */
public final class LedgerSearch {
  private static final String ENTRIES =
      """
      SELECT key, source, event_id, lane, state, reduction_id, collection, received_at, last_seen_at, staged_at,
             finished_at, next_attempt_at, deliveries, attempts, spectra, step, reason
      FROM ledger.entry
      """;

  private static final String COUNTS =
      "SELECT lane, state, count(*) AS events FROM ledger.entry GROUP BY lane, state ORDER BY lane, state";

  private static final String OLDEST_WAITING =
      """
      SELECT lane, min(received_at) AS oldest FROM ledger.entry
      WHERE state IN ('received', 'later', 'staged') GROUP BY lane
      """;

  private static final String RAW =
      "SELECT " + EventRow.COLUMNS + " FROM ledger.event WHERE key IN (:keys) ORDER BY key";

  private static final String OF_REDUCTION =
      "SELECT "
          + EventRow.COLUMNS
          + """
           FROM ledger.event
          WHERE reduction_id = :reduction_id AND coalesce(collection, :collection) = :collection
          ORDER BY key DESC LIMIT :limit
          """;

  private final JdbcClient jdbc;

  public LedgerSearch(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public List<LedgerEntry> list(LedgerQuery query) {
    LedgerConditions conditions = LedgerConditions.of(query);
    query.before().ifPresent(key -> conditions.add("key < :before", "before", key));
    return jdbc.sql(ENTRIES + conditions.where() + " ORDER BY key DESC LIMIT :limit")
        .params(conditions.parameters())
        .param("limit", query.limit())
        .query(LedgerSearch::entry)
        .list();
  }

  /** How many entries answer, whatever page is asked for. */
  public long count(LedgerQuery query) {
    LedgerConditions conditions = LedgerConditions.of(query);
    return jdbc.sql("SELECT count(*) FROM ledger.entry " + conditions.where())
        .params(conditions.parameters())
        .query(Long.class)
        .single();
  }

  /**
   * The events that announced a reduction, newest first.
   *
   * @param collection events that name another one are left out
   */
  public List<EventRow> ofReduction(String reductionId, String collection, int limit) {
    return jdbc.sql(OF_REDUCTION)
        .param("reduction_id", reductionId)
        .param("collection", collection)
        .param("limit", limit)
        .query(EventRow::of)
        .list();
  }

  /** The stored events of these keys; unknown keys are left out. */
  public List<EventRow> rows(List<Long> keys) {
    return keys.isEmpty()
        ? List.of()
        : jdbc.sql(RAW).param("keys", keys).query(EventRow::of).list();
  }

  /** Events by lane and state. */
  public List<Count> counts() {
    return jdbc.sql(COUNTS)
        .query(
            (row, n) ->
                new Count(
                    Lane.of(row.getString("lane")), row.getString("state"), row.getLong("events")))
        .list();
  }

  /** When the event that waits longest came, by lane; a lane without one is missing. */
  public Map<Lane, Instant> oldestWaiting() {
    Map<Lane, Instant> oldest = new EnumMap<>(Lane.class);
    jdbc.sql(OLDEST_WAITING)
        .query(
            row -> {
              oldest.put(Lane.of(row.getString("lane")), row.getTimestamp("oldest").toInstant());
            });
    return oldest;
  }

  private static LedgerEntry entry(ResultSet row, int number) throws SQLException {
    return new LedgerEntry(
        row.getLong("key"),
        row.getString("source"),
        row.getString("event_id"),
        Lane.of(row.getString("lane")),
        row.getString("state"),
        Optional.ofNullable(row.getString("reduction_id")),
        Optional.ofNullable(row.getString("collection")),
        row.getTimestamp("received_at").toInstant(),
        row.getTimestamp("last_seen_at").toInstant(),
        instant(row.getTimestamp("staged_at")),
        instant(row.getTimestamp("finished_at")),
        instant(row.getTimestamp("next_attempt_at")),
        row.getInt("deliveries"),
        row.getInt("attempts"),
        row.getInt("spectra"),
        Optional.ofNullable(row.getString("step")),
        Optional.ofNullable(row.getString("reason")));
  }

  private static Optional<Instant> instant(@Nullable Timestamp at) {
    return Optional.ofNullable(at).map(Timestamp::toInstant);
  }

  /** How many events of a lane are in a state. */
  public record Count(Lane lane, String state, long events) {}
}

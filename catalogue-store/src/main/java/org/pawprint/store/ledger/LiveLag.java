package org.pawprint.store.ledger;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How far the live lane is behind. Events that wait for a next try are trouble, not lag: nothing
 * goes faster by leaving them the machine.
 */
public final class LiveLag {
  /** By the index on the time of receipt; what is older than the reach is trouble too. */
  private static final String OLDEST =
      """
      SELECT min(e.received_at) FROM ledger.event e
      WHERE e.received_at > :since AND e.lane = 'live' AND (e.state = 'received' OR e.state = 'staged'
        AND NOT EXISTS (SELECT FROM ledger.ingest_outcome o WHERE o.event_key = e.key))
      """;

  private static final Duration REACH = Duration.ofMinutes(15);

  private final JdbcClient jdbc;

  public LiveLag(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** When the live event came that is in work for longest; empty when none is. */
  public Optional<Instant> oldest(Instant now) {
    return jdbc.sql(OLDEST)
        .param("since", Timestamp.from(now.minus(REACH)))
        .query(Timestamp.class)
        .optional()
        .map(Timestamp::toInstant);
  }
}

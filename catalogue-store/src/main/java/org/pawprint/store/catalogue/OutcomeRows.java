package org.pawprint.store.catalogue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pawprint.store.ledger.LedgerText;

/** Upserts rows of {@code ledger.ingest_outcome}. */
final class OutcomeRows {
  /**
   * A file once catalogued stays so in the ledger when its event repeats; one that fails again
   * waits twice as long each time, up to twenty times the first delay.
   */
  private static final String UPSERT =
      """
      INSERT INTO ledger.ingest_outcome AS o (event_key, original_sha256, file_name, outcome, loader,
        loader_revision, collection, spectra, not_catalogued, step, reason, next_attempt_at, millis, at,
        catalogued_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, CASE WHEN ? THEN now() END)
      ON CONFLICT (event_key, original_sha256) DO UPDATE SET
        outcome = CASE WHEN o.outcome = 'catalogued' AND excluded.outcome = 'already'
                       THEN 'catalogued' ELSE excluded.outcome END,
        file_name = excluded.file_name, loader = excluded.loader,
        loader_revision = excluded.loader_revision, collection = excluded.collection,
        spectra = excluded.spectra, not_catalogued = excluded.not_catalogued,
        step = excluded.step, reason = excluded.reason, attempts = o.attempts + 1,
        next_attempt_at = excluded.at
          + (excluded.next_attempt_at - excluded.at) * least(20, 2 ^ (o.attempts - 1)), millis = excluded.millis, at = excluded.at,
        recorded_at = now(), catalogued_at = coalesce(excluded.catalogued_at, o.catalogued_at)
      """;

  private final Connection connection;

  OutcomeRows(Connection connection) {
    this.connection = connection;
  }

  void upsert(Collection<FileOutcome> outcomes, Instant now) throws SQLException {
    try (PreparedStatement upsert = connection.prepareStatement(UPSERT)) {
      for (FileOutcome o : outcomes) {
        upsert.setLong(1, o.eventKey());
        upsert.setString(2, o.original().hex());
        upsert.setString(3, LedgerText.line(o.fileName()));
        upsert.setString(4, o.result().name().toLowerCase(Locale.ROOT));
        upsert.setString(5, o.loader().orElse(null));
        upsert.setObject(6, o.loader().isPresent() ? o.loaderRevision() : null);
        upsert.setString(7, o.collection().orElse(null));
        upsert.setInt(8, o.spectra());
        upsert.setInt(9, o.notCatalogued());
        upsert.setString(10, o.step().orElse(null));
        upsert.setString(11, o.reason().map(LedgerText::line).orElse(null));
        upsert.setObject(12, utc(o.nextAttempt()));
        upsert.setInt(13, (int) Math.min(Integer.MAX_VALUE, o.took().toMillis()));
        upsert.setObject(14, now.atOffset(ZoneOffset.UTC));
        upsert.setBoolean(15, o.result() == FileOutcome.Result.CATALOGUED);
        upsert.addBatch();
      }
      upsert.executeBatch();
    }
  }

  private static @Nullable OffsetDateTime utc(Optional<Instant> time) {
    return time.map(t -> t.atOffset(ZoneOffset.UTC)).orElse(null);
  }
}

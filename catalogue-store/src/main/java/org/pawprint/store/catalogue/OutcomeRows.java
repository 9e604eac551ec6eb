package org.pawprint.store.catalogue;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.pawprint.core.identifier.Sha256;
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
      SELECT n.*, ?, CASE WHEN n.outcome = 'catalogued' THEN now() END
      FROM unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::integer[], ?::text[],
        ?::integer[], ?::integer[], ?::text[], ?::text[], ?::timestamptz[], ?::integer[])
        AS n (event_key, original_sha256, file_name, outcome, loader, loader_revision, collection, spectra,
          not_catalogued, step, reason, next_attempt_at, millis)
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

  /** All in one statement, each file of an event once: of two outcomes of a file the later. */
  void upsert(Collection<FileOutcome> outcomes, Instant now) throws SQLException {
    Map<FileKey, FileOutcome> last = new LinkedHashMap<>();
    outcomes.forEach(o -> last.put(new FileKey(o.eventKey(), o.original()), o));
    Collection<FileOutcome> rows = last.values();
    try (PreparedStatement upsert = connection.prepareStatement(UPSERT)) {
      upsert.setObject(1, now.atOffset(ZoneOffset.UTC));
      upsert.setArray(2, array("bigint", rows, FileOutcome::eventKey));
      upsert.setArray(3, array("text", rows, o -> o.original().hex()));
      upsert.setArray(4, array("text", rows, o -> LedgerText.line(o.fileName())));
      upsert.setArray(5, array("text", rows, o -> o.result().name().toLowerCase(Locale.ROOT)));
      upsert.setArray(6, array("text", rows, o -> o.loader().orElse(null)));
      upsert.setArray(
          7, array("integer", rows, o -> o.loader().isPresent() ? o.loaderRevision() : null));
      upsert.setArray(8, array("text", rows, o -> o.collection().orElse(null)));
      upsert.setArray(9, array("integer", rows, FileOutcome::spectra));
      upsert.setArray(10, array("integer", rows, FileOutcome::notCatalogued));
      upsert.setArray(11, array("text", rows, o -> o.step().orElse(null)));
      upsert.setArray(12, array("text", rows, o -> o.reason().map(LedgerText::line).orElse(null)));
      upsert.setArray(13, array("timestamptz", rows, o -> o.nextAttempt().orElse(null)));
      upsert.setArray(14, array("integer", rows, OutcomeRows::millis));
      upsert.executeUpdate();
    }
  }

  private record FileKey(long event, Sha256 original) {}

  private static int millis(FileOutcome outcome) {
    return (int) Math.min(Integer.MAX_VALUE, outcome.took().toMillis());
  }

  private Array array(
      String type, Collection<FileOutcome> rows, Function<FileOutcome, @Nullable Object> value)
      throws SQLException {
    return connection.createArrayOf(type, rows.stream().map(value).toArray());
  }
}

package org.pawprint.store.backfill;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.pawprint.store.ledger.LedgerText;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The events of a backfill: registered just before they are published, then watched. */
public final class BackfillBatches {
  private static final String REGISTER =
      """
      INSERT INTO ledger.backfill_batch (run, source, event_id, name) VALUES (:run, :source, :event_id, :name)
      ON CONFLICT (run, source, event_id) DO UPDATE SET state = 'open', name = excluded.name
      RETURNING id
      """;
  private static final String ASIDE =
      """
      INSERT INTO ledger.backfill_aside (run, name, parked, reason)
      SELECT :run, * FROM unnest(:name::text[], :parked::boolean[], :reason::text[])
      ON CONFLICT (run, name) DO UPDATE SET parked = excluded.parked, reason = excluded.reason
      """;

  /**
   * Whether there is something to tell of a batch: it is parked at the door, or has a fresh
   * outcome. Asked often; looking at every file costs fifty times as much.
   */
  private static final String HAS_NEWS =
      """
      SELECT cardinality(b.name) AS files,
             e.taken_at >= b.announced_at AND e.state IN ('staged', 'parked') AND (e.state = 'parked' OR EXISTS (
               SELECT FROM ledger.ingest_outcome o WHERE o.event_key = e.key
                 AND (f.fetched_at < b.announced_at OR o.recorded_at >= f.fetched_at))) AS news
      FROM ledger.backfill_batch b
      LEFT JOIN ledger.event e ON e.source = b.source AND e.event_id = b.event_id
      LEFT JOIN ledger.event_files f ON f.event_key = e.key
      WHERE b.run = :run AND b.id = :batch
      """;

  /** The same bytes under several names are counted once, as the catalogue has them once. */
  private static final String PROGRESS =
      """
      WITH file AS (
        SELECT state, reason, spectra,
               row_number() OVER (PARTITION BY coalesce(original_sha256, position::text) ORDER BY position) AS copy
        FROM ledger.backfill_file WHERE run = :run AND batch = :batch)
      SELECT CASE WHEN state = 'catalogued' AND copy > 1 THEN 'already' ELSE state END AS state,
             CASE WHEN state = 'parked' THEN reason END AS reason,
             count(*) AS files, coalesce(sum(spectra) FILTER (WHERE copy = 1), 0) AS spectra
      FROM file GROUP BY 1, 2
      """;

  private final JdbcClient jdbc;

  public BackfillBatches(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Registers an event that is about to be published; a repeat within the run is the same batch.
   *
   * @param names of its files, in the event's order
   * @return its number
   */
  public long register(long run, String source, String eventId, List<String> names) {
    return jdbc.sql(REGISTER)
        .param("run", run)
        .param("source", source)
        .param("event_id", eventId)
        .param("name", names.stream().map(LedgerText::line).toArray(String[]::new))
        .query(Long.class)
        .single();
  }

  /**
   * A file that is not announced.
   *
   * @param parked whether it should have been, and could not be read
   */
  public record Aside(String name, boolean parked, String reason) {}

  /** Records files that are not announced; each name once. */
  public void putAside(long run, List<Aside> asides) {
    Map<String, Aside> distinct = new TreeMap<>();
    asides.forEach(aside -> distinct.put(LedgerText.line(aside.name()), aside));
    jdbc.sql(ASIDE)
        .param("run", run)
        .param("name", distinct.keySet().toArray(String[]::new))
        .param("parked", distinct.values().stream().map(Aside::parked).toArray(Boolean[]::new))
        .param(
            "reason",
            distinct.values().stream()
                .map(aside -> LedgerText.line(aside.reason()))
                .toArray(String[]::new))
        .update();
  }

  /**
   * How far a batch is.
   *
   * @param waiting files without an outcome since the run announced them
   * @param reasons why files were parked, and how many for each
   */
  public record Progress(
      long waiting,
      long catalogued,
      long already,
      long parked,
      long spectra,
      Map<String, Long> reasons) {
    static Progress none(long files) {
      return new Progress(files, 0, 0, 0, 0, Map.of());
    }
  }

  private record News(long files, boolean news) {}

  /** How far a batch is; empty when the run has no such batch. */
  public Optional<Progress> progress(long run, long batch) {
    return jdbc.sql(HAS_NEWS)
        .param("run", run)
        .param("batch", batch)
        .query((row, n) -> new News(row.getLong("files"), row.getBoolean("news")))
        .optional()
        .map(some -> some.news() ? counted(run, batch) : Progress.none(some.files()));
  }

  private Progress counted(long run, long batch) {
    Map<String, Long> files = new TreeMap<>();
    Map<String, Long> reasons = new TreeMap<>();
    long[] spectra = {0};
    jdbc.sql(PROGRESS)
        .param("run", run)
        .param("batch", batch)
        .query(
            row -> {
              files.merge(row.getString("state"), row.getLong("files"), Long::sum);
              spectra[0] += row.getLong("spectra");
              String reason = row.getString("reason");
              if (reason != null) {
                reasons.put(reason, row.getLong("files"));
              }
            });
    return new Progress(
        files.getOrDefault("waiting", 0L),
        files.getOrDefault("catalogued", 0L),
        files.getOrDefault("already", 0L),
        files.getOrDefault("parked", 0L),
        spectra[0],
        reasons);
  }
}

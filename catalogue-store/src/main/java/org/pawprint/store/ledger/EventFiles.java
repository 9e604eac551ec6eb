package org.pawprint.store.ledger;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pawprint.core.identifier.Sha256;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What became of each file of an event, at the door and in the catalogue. */
public final class EventFiles {
  private static final String RECORD =
      """
      INSERT INTO ledger.event_files (event_key, name, original_sha256, fault) VALUES (:key, :name, :sha256, :fault)
      ON CONFLICT (event_key) DO UPDATE SET
        name = excluded.name, original_sha256 = excluded.original_sha256, fault = excluded.fault, fetched_at = now()
      """;

  /**
   * Files the door recorded, in their order; else those that the catalogue knows. A file of a
   * backfill has the name that its newest run gave it.
   */
  private static final String FILES =
      """
      WITH wanted AS (SELECT key, source, event_id FROM ledger.event WHERE key IN (:keys)),
      told AS (
        SELECT DISTINCT ON (w.key) w.key, b.name
        FROM wanted w JOIN ledger.backfill_batch b ON b.source = w.source AND b.event_id = w.event_id
        ORDER BY w.key, b.id DESC),
      file AS (
        SELECT f.event_key AS key, coalesce(n.told, n.name) AS name, n.original_sha256, o.loader, o.collection,
               coalesce(o.spectra, 0) AS spectra,
               CASE WHEN n.fault IS NOT NULL THEN 'parked' ELSE coalesce(o.outcome, 'staged') END AS state,
               CASE WHEN n.fault IS NOT NULL THEN 'fetch' ELSE o.step END AS step,
               coalesce(n.fault, o.reason) AS reason, n.position
        FROM ledger.event_files f
        LEFT JOIN told t ON t.key = f.event_key
        CROSS JOIN LATERAL unnest(f.name, t.name, f.original_sha256, f.fault)
          WITH ORDINALITY n (name, told, original_sha256, fault, position)
        LEFT JOIN ledger.ingest_outcome o ON o.event_key = f.event_key AND o.original_sha256 = n.original_sha256
        WHERE f.event_key IN (:keys)
        UNION ALL
        SELECT o.event_key, o.file_name, o.original_sha256, o.loader, o.collection, o.spectra, o.outcome, o.step,
               o.reason, 0
        FROM ledger.ingest_outcome o
        WHERE o.event_key IN (:keys)
          AND NOT EXISTS (SELECT FROM ledger.event_files f WHERE f.event_key = o.event_key))
      """;

  private static final String LIST =
      FILES
          + """
          SELECT name, original_sha256, loader, collection, spectra, state, step, reason
          FROM file ORDER BY position, name
          """;

  private static final String TALLIES =
      FILES
          + """
          SELECT key, count(*) AS files, count(*) FILTER (WHERE state IN ('catalogued', 'already')) AS catalogued,
                 count(*) FILTER (WHERE state = 'parked') AS parked,
                 array_agg(name ORDER BY nth) FILTER (WHERE named) AS names,
                 array_agg(step ORDER BY nth) FILTER (WHERE named) AS steps,
                 array_agg(reason ORDER BY nth) FILTER (WHERE named) AS reasons
          FROM (SELECT *, state = 'parked' AND nth <= :most AS named
                FROM (SELECT *, row_number() OVER (PARTITION BY key, state ORDER BY position, name) AS nth
                      FROM file) numbered) f
          GROUP BY key
          """;

  private final JdbcClient jdbc;

  public EventFiles(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A file as the door left it: in the original store, or with what stood in the way. */
  public record DoorFile(String name, Optional<Sha256> original, Optional<String> fault) {}

  /**
   * A file of an event.
   *
   * @param state staged, later, parked, catalogued or already
   * @param spectra of it in the catalogue
   * @param step where it ended, for later and parked
   */
  public record FileState(
      String name,
      Optional<String> originalSha256,
      String state,
      Optional<String> loader,
      Optional<String> collection,
      int spectra,
      Optional<String> step,
      Optional<String> reason) {}

  /** Replaces what is recorded of the files of an event. */
  public void record(long key, List<DoorFile> files) {
    jdbc.sql(RECORD)
        .param("key", key)
        .param("name", files.stream().map(f -> LedgerText.line(f.name())).toArray(String[]::new))
        .param("sha256", texts(files, f -> f.original().map(Sha256::hex).orElse(null)))
        .param("fault", texts(files, f -> f.fault().map(LedgerText::line).orElse(null)))
        .update();
  }

  private interface Text {
    @Nullable String of(DoorFile file);
  }

  private static @Nullable String[] texts(List<DoorFile> files, Text text) {
    @Nullable String[] texts = new @Nullable String[files.size()];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = text.of(files.get(i));
    }
    return texts;
  }

  /** The files of an event, in its order where the door recorded it. */
  public List<FileState> list(long key) {
    return jdbc.sql(LIST)
        .param("keys", List.of(key))
        .query(
            (row, n) ->
                new FileState(
                    row.getString("name"),
                    Optional.ofNullable(row.getString("original_sha256")),
                    row.getString("state"),
                    Optional.ofNullable(row.getString("loader")),
                    Optional.ofNullable(row.getString("collection")),
                    row.getInt("spectra"),
                    Optional.ofNullable(row.getString("step")),
                    Optional.ofNullable(row.getString("reason"))))
        .list();
  }

  /** The files of each of the events; those of which none is known are left out. */
  public Map<Long, FileTally> tallies(List<Long> keys) {
    Map<Long, FileTally> tallies = new HashMap<>();
    if (!keys.isEmpty()) {
      jdbc.sql(TALLIES)
          .param("keys", keys)
          .param("most", FileTally.MOST_NAMED)
          .query(
              row -> {
                tallies.put(row.getLong("key"), tally(row));
              });
    }
    return tallies;
  }

  private static FileTally tally(ResultSet row) throws SQLException {
    List<@Nullable String> names = texts(row, "names");
    List<@Nullable String> steps = texts(row, "steps");
    List<@Nullable String> reasons = texts(row, "reasons");
    List<FileTally.Parked> parked = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      parked.add(
          new FileTally.Parked(
              String.valueOf(names.get(i)),
              Optional.ofNullable(steps.get(i)),
              Optional.ofNullable(reasons.get(i))));
    }
    return new FileTally(
        row.getInt("files"), row.getInt("catalogued"), row.getInt("parked"), parked);
  }

  private static List<@Nullable String> texts(ResultSet row, String column) throws SQLException {
    Array array = row.getArray(column);
    return array == null ? List.of() : Arrays.asList((@Nullable String[]) array.getArray());
  }
}

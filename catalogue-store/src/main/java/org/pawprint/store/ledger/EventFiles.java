package org.pawprint.store.ledger;

import java.util.List;
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

  /** Files the door recorded, in their order; else those that the catalogue knows. */
  private static final String LIST =
      """
      SELECT n.name, n.original_sha256, o.loader, o.collection, coalesce(o.spectra, 0) AS spectra,
             CASE WHEN n.fault IS NOT NULL THEN 'parked' ELSE coalesce(o.outcome, 'staged') END AS state,
             CASE WHEN n.fault IS NOT NULL THEN 'fetch' ELSE o.step END AS step,
             coalesce(n.fault, o.reason) AS reason, n.position
      FROM ledger.event_files f
      CROSS JOIN LATERAL unnest(f.name, f.original_sha256, f.fault) WITH ORDINALITY n (name, original_sha256, fault, position)
      LEFT JOIN ledger.ingest_outcome o ON o.event_key = f.event_key AND o.original_sha256 = n.original_sha256
      WHERE f.event_key = :key
      UNION ALL
      SELECT o.file_name, o.original_sha256, o.loader, o.collection, o.spectra, o.outcome, o.step, o.reason, 0
      FROM ledger.ingest_outcome o
      WHERE o.event_key = :key AND NOT EXISTS (SELECT FROM ledger.event_files f WHERE f.event_key = :key)
      ORDER BY position, name
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
        .param("key", key)
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
}

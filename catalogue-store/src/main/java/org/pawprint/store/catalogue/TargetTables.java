package org.pawprint.store.catalogue;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.pawprint.core.identifier.Sha256;
import org.pawprint.core.sky.SkyPosition;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Tables of targets, one for each collection, kept with where they came from. Thread-safe. */
public final class TargetTables {
  private static final String[] COLUMNS = {
    "collection", "key", "ra", "dec", "redshift", "rv", "target_name", "columns"
  };

  private static final String LIST =
      "SELECT collection, file_name, sha256, columns::text AS columns, rows, loaded_at"
          + " FROM catalogue.target_table";

  private static final String RECORD =
      """
      INSERT INTO catalogue.target_table (collection, file_name, sha256, columns, rows, loaded_at)
      VALUES (:collection, :file_name, :sha256, :columns::jsonb, :rows, :at)
      ON CONFLICT (collection) DO UPDATE SET file_name = excluded.file_name, sha256 = excluded.sha256,
        columns = excluded.columns, rows = excluded.rows, loaded_at = excluded.loaded_at
      """;

  private static final String LOOKUP =
      """
      SELECT key, ra, dec, redshift, rv, target_name FROM catalogue.target
      WHERE collection = :collection AND key = ANY (:keys)
      """;

  private final JdbcClient jdbc;
  private final JdbcTemplate template;
  private final TransactionOperations transactions;
  private final Clock clock;

  public TargetTables(DataSource dataSource, TransactionOperations transactions, Clock clock) {
    this.jdbc = JdbcClient.create(dataSource);
    this.template = new JdbcTemplate(dataSource);
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Where the targets of a collection come from.
   *
   * @param columns JSON: which column was read as what
   */
  public record Provenance(
      String collection,
      String fileName,
      String sha256,
      String columns,
      long rows,
      Instant loadedAt) {}

  /** Rows of a table, one after the other. */
  @FunctionalInterface
  public interface Rows {
    /** The next row, or null after the last. */
    @Nullable TargetRow next() throws IOException;
  }

  /** Thrown through a transaction, which it undoes. */
  private static final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final IOException reason;

    Unreadable(IOException reason) {
      super(reason);
      this.reason = reason;
    }
  }

  public List<Provenance> list() {
    return jdbc.sql(LIST + " ORDER BY collection").query(Provenance.class).list();
  }

  public Optional<Provenance> find(String collection) {
    return jdbc.sql(LIST + " WHERE collection = :collection")
        .param("collection", collection)
        .query(Provenance.class)
        .optional();
  }

  /**
   * Whether this very table, read in this very way, is what the collection has.
   *
   * @param columns JSON
   */
  public boolean holds(String collection, Sha256 table, String columns) {
    return jdbc.sql(
                "SELECT count(*) FROM catalogue.target_table WHERE collection = :collection"
                    + " AND sha256 = :sha256 AND columns = :columns::jsonb")
            .param("collection", collection)
            .param("sha256", table.hex())
            .param("columns", columns)
            .query(Long.class)
            .single()
        > 0;
  }

  /**
   * Makes these the targets of a collection, all or none; rows stream through.
   *
   * @throws IOException when the rows cannot be read to their end; nothing was changed then
   */
  public Provenance replace(
      String collection, String fileName, Sha256 table, String columns, Rows rows)
      throws IOException {
    try {
      transactions.executeWithoutResult(
          status -> {
            jdbc.sql("DELETE FROM catalogue.target WHERE collection = :collection")
                .param("collection", collection)
                .update();
            Long written =
                template.execute(
                    (ConnectionCallback<Long>) connection -> copy(connection, collection, rows));
            jdbc.sql(RECORD)
                .param("collection", collection)
                .param("file_name", fileName)
                .param("sha256", table.hex())
                .param("columns", columns)
                .param("rows", written)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
          });
    } catch (Unreadable e) {
      throw e.reason;
    }
    return find(collection).orElseThrow();
  }

  private static Long copy(Connection connection, String collection, Rows rows)
      throws SQLException {
    try (BinaryRows copy = BinaryRows.into(connection, "catalogue.target", COLUMNS)) {
      for (TargetRow row = next(rows); row != null; row = next(rows)) {
        Target target = row.target();
        copy.row()
            .text(collection)
            .value(row.key())
            .value(target.position().map(SkyPosition::raDeg).orElse(null))
            .value(target.position().map(SkyPosition::decDeg).orElse(null))
            .value(target.redshift().orElse(null))
            .value(target.rv().orElse(null))
            .value(target.name().orElse(null))
            .jsonb(row.columns());
      }
      return copy.finish();
    }
  }

  private static @Nullable TargetRow next(Rows rows) {
    try {
      return rows.next();
    } catch (IOException e) {
      throw new Unreadable(e);
    }
  }

  /** The targets of a collection that have one of these keys; of equal keys, what they agree on. */
  public Map<String, Target> lookup(String collection, Collection<String> keys) {
    Map<String, Target> found = new HashMap<>();
    if (keys.isEmpty()) {
      return found;
    }
    RowCallbackHandler merge =
        row -> {
          Double ra = row.getObject("ra", Double.class);
          Double dec = row.getObject("dec", Double.class);
          Target target =
              new Target(
                  ra == null || dec == null
                      ? Optional.empty()
                      : Optional.of(new SkyPosition(ra, dec)),
                  Optional.ofNullable(row.getObject("redshift", Double.class)),
                  Optional.ofNullable(row.getObject("rv", Double.class)),
                  Optional.ofNullable(row.getString("target_name")));
          found.merge(row.getString("key"), target, Target::agreeingWith);
        };
    jdbc.sql(LOOKUP)
        .param("collection", collection)
        .param("keys", new TreeSet<>(keys).toArray(String[]::new))
        .query(merge);
    return found;
  }
}

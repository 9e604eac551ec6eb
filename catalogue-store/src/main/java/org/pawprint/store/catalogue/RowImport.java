package org.pawprint.store.catalogue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pawprint.core.identifier.PublisherDid;
import org.pawprint.core.obscore.ObsCoreColumn;
import org.pawprint.core.obscore.ObsCoreRow;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Rows without spectra behind them, straight into the tables: for measuring searches over more rows
 * than a pipeline makes in a day. Nothing tells of them as changes. For the owner of the catalogue.
 */
public final class RowImport {
  private static final String NEXT_ID = "SELECT coalesce(max(id), 0) FROM catalogue.spectrum";
  private static final String REDUCTION =
      """
      INSERT INTO catalogue.reduction (id, source, collection, reduction_key, version_digest,
        original_sha256, loader, loader_revision, state, spectra, catalogued_at)
      SELECT nextval('catalogue.reduction_id'), 'rows', 'rows', 'rows-' || gen_random_uuid(), 'v',
        repeat('0', 64), 'rows', 1, 'newest', 0, now()
      RETURNING id
      """;
  private static final String KEEP_IDS_AHEAD =
      "SELECT setval('catalogue.spectrum_id', (SELECT max(id) FROM catalogue.spectrum))";
  private static final String NO_FILE = "0".repeat(64);

  private final PGSimpleDataSource database = new PGSimpleDataSource();

  /** Logs in as the owner of the catalogue. */
  public RowImport(String jdbcUrl, String user, String password) {
    database.setUrl(jdbcUrl);
    database.setUser(user);
    database.setPassword(password);
  }

  /** Makes the rows of an import, by number. */
  @FunctionalInterface
  public interface Rows {
    /** A row with a DID of its own and every value that ObsCore asks for. */
    ObsCoreRow row(long number);
  }

  /**
   * Writes rows in one transaction.
   *
   * @param first number of the first
   */
  public void write(long first, int count, Instant now, Rows made) {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      long reduction = number(connection, REDUCTION);
      long id = number(connection, NEXT_ID);
      List<String> dids = new ArrayList<>();
      try (BinaryRows rows =
          BinaryRows.into(connection, "catalogue.obscore", CatalogueRows.OBSCORE)) {
        for (int i = 0; i < count; i++) {
          ObsCoreRow row = made.row(first + i);
          dids.add(row.requiredText(ObsCoreColumn.OBS_PUBLISHER_DID));
          row(rows, id + 1 + i, row, now);
        }
        rows.finish();
      }
      identities(connection, dids, id, reduction);
      number(connection, KEEP_IDS_AHEAD);
      connection.commit();
    } catch (SQLException e) {
      throw new IllegalStateException("rows cannot be written: " + e.getMessage(), e);
    }
  }

  /** Lets the planner know what is in the tables. */
  public void analyse() {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("VACUUM ANALYZE catalogue.obscore");
      statement.execute("VACUUM ANALYZE catalogue.spectrum");
    } catch (SQLException e) {
      throw new IllegalStateException("tables cannot be analysed: " + e.getMessage(), e);
    }
  }

  private static void identities(Connection connection, List<String> dids, long id, long reduction)
      throws SQLException {
    long next = id;
    try (BinaryRows rows =
        BinaryRows.into(
            connection,
            "catalogue.spectrum",
            "id",
            "did",
            "alias",
            "reduction",
            "newest",
            "state")) {
      for (String did : dids) {
        next++;
        rows.row()
            .int8(next)
            .text(did)
            .text(PublisherDid.parse(did).alias().toString())
            .int8(reduction)
            .bool(true)
            .text("current");
      }
      rows.finish();
    }
  }

  private static void row(BinaryRows rows, long id, ObsCoreRow row, Instant now)
      throws SQLException {
    rows.row().int8(id).bool(true);
    for (ObsCoreColumn column : ObsCoreColumn.values()) {
      rows.value(column == ObsCoreColumn.LAST_MODIFIED ? now : row.value(column));
    }
    CatalogueRows.writePosition(rows, row);
    CatalogueRows.writePixels(rows, Optional.empty(), Map.of());
    rows.text(NO_FILE).text("rows");
  }

  private static long number(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }
}

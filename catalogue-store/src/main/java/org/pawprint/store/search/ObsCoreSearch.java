package org.pawprint.store.search;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;

/**
 * Searches over the wide table, read as a role that row-level security applies to. The connections
 * are to be of isolation level {@code REPEATABLE READ}.
 */
public final class ObsCoreSearch {
  /**
   * The settings hold to the end of the transaction: the caller's programmes and the time limit.
   * The transaction reads as of this first statement.
   */
  private static final String SETTINGS =
      """
      SELECT set_config('pawprint.programmes', ?, true), set_config('statement_timeout', ?, true),
        concat_ws(' ', (SELECT last FROM catalogue.change_counter),
          (SELECT obs_release_date FROM catalogue.obscore
            WHERE data_rights <> 'public' AND obs_release_date <= now()
            ORDER BY obs_release_date DESC LIMIT 1)) AS edition,
        (extract(epoch FROM now()) * 1000000)::bigint AS micros,
        pg_current_snapshot()::text AS snapshot,
        (SELECT coalesce(max(id), 0) FROM catalogue.spectrum) AS last_spectrum
      """;

  private static final String PROBE = "SELECT EXISTS (SELECT FROM catalogue.obscore)";

  private final DataSource dataSource;
  private final Duration timeLimit;

  /**
   * @param timeLimit the longest a search may take, its reading by the client included
   */
  public ObsCoreSearch(DataSource dataSource, Duration timeLimit) {
    this.dataSource = dataSource;
    this.timeLimit = timeLimit;
  }

  /**
   * Opens the catalogue for a caller, who closes it.
   *
   * @throws org.springframework.dao.DataAccessException when the database is away or too slow
   */
  public CatalogueView view(Caller caller) {
    try {
      Connection connection = dataSource.getConnection();
      try {
        connection.setAutoCommit(false);
        return new CatalogueView(connection, settings(caller));
      } catch (SQLException | RuntimeException e) {
        closeAfter(e, connection);
        throw e;
      }
    } catch (SQLException e) {
      throw SearchFailures.translated(e);
    }
  }

  /** Whether the catalogue can be read at this moment. */
  public boolean isAvailable() {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement probe = connection.prepareStatement(PROBE);
        ResultSet row = probe.executeQuery()) {
      return row.next();
    } catch (SQLException e) {
      return false;
    }
  }

  private String settings(Caller caller) throws SQLException {
    return new SqlText()
        .add(SETTINGS, List.of(caller.setting(), timeLimit.toMillis() + "ms"))
        .toString();
  }

  private static void closeAfter(Exception reason, AutoCloseable resource) {
    try {
      resource.close();
    } catch (Exception e) {
      reason.addSuppressed(e);
    }
  }
}

package org.pawprint.store.search;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.pawprint.core.obscore.ObsCoreColumn;
import org.pawprint.core.sky.SkyPosition;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/** Searches over the wide table, read as a role that row-level security applies to. */
public final class ObsCoreSearch {
  private static final String COLUMNS =
      Arrays.stream(ObsCoreColumn.values())
          .map(column -> "o." + column.column())
          .collect(Collectors.joining(", ", "SELECT ", ", o.newest"));
  private static final String FROM = " FROM catalogue.obscore o";

  /** Both hold to the end of the transaction: the caller's programmes and the time limit. */
  private static final String SETTINGS =
      "SELECT set_config('pawprint.programmes', ?, true), set_config('statement_timeout', ?, true)";

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
   * Starts a search; the caller closes the rows.
   *
   * @throws org.springframework.dao.DataAccessException when the database is away or too slow
   */
  public ObsCoreRows openRows(ObsCoreQuery query, Caller caller) {
    try {
      Connection connection = dataSource.getConnection();
      try {
        // The settings hold for the transaction that the search runs in.
        connection.setAutoCommit(false);
        return execute(connection, settings(caller), query);
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

  private static ObsCoreRows execute(Connection connection, String settings, ObsCoreQuery query)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(settings);
    }
    CopyOut copy = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(copy(query));
    return new ObsCoreRows(connection, copy);
  }

  private String settings(Caller caller) throws SQLException {
    return new SqlText()
        .add(SETTINGS, List.of(caller.setting(), timeLimit.toMillis() + "ms"))
        .toString();
  }

  private static String copy(ObsCoreQuery query) throws SQLException {
    SqlText sql = new SqlText().add("COPY (").add(COLUMNS);
    Optional<SkyPosition> nearest = query.nearestTo();
    if (nearest.isPresent()) {
      sql.add(", ").add(Chord.SQUARED, Chord.from(nearest.get()).values());
      sql.add(" AS chord_squared");
    } else {
      sql.add(", NULL::double precision");
    }
    sql.add(FROM);
    String separator = " WHERE ";
    for (Condition condition : query.conditions()) {
      sql.add(separator).add("(").add(condition.sql(), condition.values()).add(")");
      separator = " AND ";
    }
    if (nearest.isPresent()) {
      sql.add(" ORDER BY chord_squared, o.spectrum_id");
    }
    return sql.add(" LIMIT " + query.limit()).add(") TO STDOUT (FORMAT binary)").toString();
  }

  private static void closeAfter(Exception reason, AutoCloseable resource) {
    try {
      resource.close();
    } catch (Exception e) {
      reason.addSuppressed(e);
    }
  }
}

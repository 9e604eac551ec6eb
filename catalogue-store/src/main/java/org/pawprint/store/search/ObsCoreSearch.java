package org.pawprint.store.search;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.pawprint.core.obscore.ObsCoreColumn;

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

  /** Some 1.5 MB a block; a larger one gains nothing. */
  private static final int ROWS_PER_BLOCK = 1000;

  private final DataSource dataSource;
  private final Duration timeLimit;

  /**
   * @param timeLimit the longest the database may work on one block of rows
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
        // Without autocommit the driver fetches block by block instead of everything at once.
        connection.setAutoCommit(false);
        applySettings(connection, caller);
        return execute(connection, query);
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

  private void applySettings(Connection connection, Caller caller) throws SQLException {
    try (PreparedStatement settings = connection.prepareStatement(SETTINGS)) {
      settings.setString(1, caller.setting());
      settings.setString(2, timeLimit.toMillis() + "ms");
      settings.execute();
    }
  }

  private static ObsCoreRows execute(Connection connection, ObsCoreQuery query)
      throws SQLException {
    StringBuilder sql = new StringBuilder(COLUMNS);
    List<Object> values = new ArrayList<>();
    query
        .nearestTo()
        .ifPresentOrElse(
            position -> {
              sql.append(", ").append(Chord.SQUARED).append(" AS chord_squared").append(FROM);
              values.addAll(Chord.from(position).values());
            },
            () -> sql.append(", NULL::double precision").append(FROM));
    String separator = " WHERE ";
    for (Condition condition : query.conditions()) {
      sql.append(separator).append('(').append(condition.sql()).append(')');
      values.addAll(condition.values());
      separator = " AND ";
    }
    if (query.nearestTo().isPresent()) {
      sql.append(" ORDER BY chord_squared, o.spectrum_id");
    }
    sql.append(" LIMIT ").append(query.limit());

    PreparedStatement statement = connection.prepareStatement(sql.toString());
    try {
      statement.setFetchSize(ROWS_PER_BLOCK);
      bind(statement, values);
      ResultSet rows = statement.executeQuery();
      return new ObsCoreRows(connection, statement, rows);
    } catch (SQLException | RuntimeException e) {
      closeAfter(e, statement);
      throw e;
    }
  }

  private static void bind(PreparedStatement statement, List<Object> values) throws SQLException {
    for (int i = 0; i < values.size(); i++) {
      Object value = values.get(i);
      if (value instanceof String[] texts) {
        statement.setArray(i + 1, statement.getConnection().createArrayOf("text", texts));
      } else if (value instanceof Instant instant) {
        statement.setObject(i + 1, instant.atOffset(ZoneOffset.UTC));
      } else {
        statement.setObject(i + 1, value);
      }
    }
  }

  private static void closeAfter(Exception reason, AutoCloseable resource) {
    try {
      resource.close();
    } catch (Exception e) {
      reason.addSuppressed(e);
    }
  }
}

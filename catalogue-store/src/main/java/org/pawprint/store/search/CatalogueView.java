package org.pawprint.store.search;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.postgresql.PGConnection;

/**
 * The catalogue as a caller sees it at one moment: whatever is read here agrees. For one thread;
 * the opener closes it, after which the connection is back in its pool. A failing database shows as
 * {@link org.springframework.dao.DataAccessException}.
 */
public final class CatalogueView implements AutoCloseable {
  /** SQLSTATE of a statement that took longer than it may. */
  private static final String CANCELLED = "57014";

  private final Connection connection;
  private final Moment moment;
  private final String edition;
  private boolean aborted;

  CatalogueView(Connection connection, String settings) throws SQLException {
    this.connection = connection;
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(settings)) {
      if (!row.next()) {
        throw new SQLException("the database gave no moment");
      }
      this.moment = moment(row);
      this.edition = row.getString("edition");
    }
  }

  private static Moment moment(ResultSet row) throws SQLException {
    long micros = row.getLong("micros");
    return new Moment(
        Instant.ofEpochSecond(micros / 1_000_000, micros % 1_000_000 * 1000),
        row.getString("snapshot"),
        row.getLong("last_spectrum"));
  }

  /**
   * A text that is another one when the newest versions that can be seen are others: by a numbered
   * change, or by a release date that has passed and is no change yet.
   */
  public String edition() {
    return edition;
  }

  public Moment moment() {
    return moment;
  }

  /** Starts a search; only when its rows are closed may the next one begin. */
  public ObsCoreRows rows(ObsCoreQuery query) {
    try {
      return new ObsCoreRows(
          this, connection.unwrap(PGConnection.class).getCopyAPI().copyOut(SearchSql.copy(query)));
    } catch (SQLException e) {
      throw SearchFailures.translated(e);
    }
  }

  /**
   * How many rows meet each list of conditions.
   *
   * @param most counting stops one above it
   * @param limit of time for all counts together
   * @return a count for each list; empty when the time was not enough, after which the view is of
   *     no more use
   */
  public Optional<List<Long>> counts(
      Versions versions, List<List<Condition>> lists, long most, Duration limit) {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET LOCAL statement_timeout = " + limit.toMillis());
      try (ResultSet row = statement.executeQuery(SearchSql.counts(versions, lists, most))) {
        List<Long> counts = new ArrayList<>();
        if (row.next()) {
          for (int i = 1; i <= lists.size(); i++) {
            counts.add(row.getLong(i));
          }
        }
        return Optional.of(counts);
      }
    } catch (SQLException e) {
      if (CANCELLED.equals(e.getSQLState())) {
        return Optional.empty();
      }
      throw SearchFailures.translated(e);
    }
  }

  /** Ends the connection with whatever the server is doing for it. */
  void abort() throws SQLException {
    aborted = true;
    connection.abort(Runnable::run);
  }

  @Override
  public void close() {
    try (connection) {
      if (!aborted) {
        connection.rollback();
      }
    } catch (SQLException e) {
      throw SearchFailures.translated(e);
    }
  }
}

package org.pawprint.store.search;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.pawprint.core.obscore.ObsCoreColumn;
import org.springframework.dao.DataAccessException;

/**
 * Rows as the database hands them out, a block at a time; memory does not grow with their number.
 * Stands before the first row at first. For one thread; the opener closes it, after which the
 * connection is back in its pool. A failing database shows as {@link DataAccessException}.
 */
public final class ObsCoreRows implements AutoCloseable {
  private static final int NEWEST = ObsCoreColumn.values().length + 1;
  private static final int CHORD_SQUARED = NEWEST + 1;

  private final Connection connection;
  private final PreparedStatement statement;
  private final ResultSet rows;

  ObsCoreRows(Connection connection, PreparedStatement statement, ResultSet rows) {
    this.connection = connection;
    this.statement = statement;
    this.rows = rows;
  }

  /** Moves to the next row; false after the last. */
  public boolean next() {
    try {
      return rows.next();
    } catch (SQLException e) {
      throw SearchFailures.translated(e);
    }
  }

  /** Value of a text column, or null. */
  public @Nullable String text(ObsCoreColumn column) {
    try {
      return rows.getString(column.ordinal() + 1);
    } catch (SQLException e) {
      throw SearchFailures.translated(e);
    }
  }

  /** Value of a number column, NaN for unknown. */
  public double number(ObsCoreColumn column) {
    return number(column.ordinal() + 1);
  }

  /** Value of a whole-number column, or null. */
  public @Nullable Long integer(ObsCoreColumn column) {
    try {
      long value = rows.getLong(column.ordinal() + 1);
      return rows.wasNull() ? null : value;
    } catch (SQLException e) {
      throw SearchFailures.translated(e);
    }
  }

  /** Value of a timestamp column, or null. */
  public @Nullable Instant instant(ObsCoreColumn column) {
    try {
      OffsetDateTime value = rows.getObject(column.ordinal() + 1, OffsetDateTime.class);
      return value == null ? null : value.toInstant();
    } catch (SQLException e) {
      throw SearchFailures.translated(e);
    }
  }

  /** Whether no newer version has superseded the row and nothing has withdrawn it. */
  public boolean isNewest() {
    try {
      return rows.getBoolean(NEWEST);
    } catch (SQLException e) {
      throw SearchFailures.translated(e);
    }
  }

  /** Distance from the position the search is nearest to, in arcsec; NaN without one. */
  public double distanceArcsec() {
    return Chord.arcsec(number(CHORD_SQUARED));
  }

  private double number(int index) {
    try {
      double value = rows.getDouble(index);
      return rows.wasNull() ? Double.NaN : value;
    } catch (SQLException e) {
      throw SearchFailures.translated(e);
    }
  }

  /** Ends the query, also one whose rows nobody wants any more, and gives the connection back. */
  @Override
  public void close() {
    try (connection;
        statement;
        rows) {
      // Between blocks nothing runs in the database; the end of the transaction drops the cursor.
      connection.rollback();
    } catch (SQLException e) {
      throw SearchFailures.translated(e);
    }
  }
}

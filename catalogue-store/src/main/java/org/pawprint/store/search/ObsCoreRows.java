package org.pawprint.store.search;

import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.pawprint.core.obscore.ObsCoreColumn;
import org.postgresql.copy.CopyOut;
import org.springframework.dao.DataAccessException;

/**
 * Rows as the database hands them out, one at a time; memory does not grow with their number.
 * Stands before the first row at first. For one thread; the opener closes it. A failing database
 * shows as {@link DataAccessException}.
 */
public final class ObsCoreRows implements AutoCloseable {
  private static final int NEWEST = ObsCoreColumn.values().length;
  private static final int SPECTRUM_ID = NEWEST + 1;
  private static final int CHORD_SQUARED = SPECTRUM_ID + 1;
  private static final int COLUMNS = CHORD_SQUARED + 1;

  /** Rows that are quicker read than a new connection is made. */
  private static final int FEW = 1000;

  private final CatalogueView view;
  private final CopiedRow row;

  ObsCoreRows(CatalogueView view, CopyOut copy) {
    this.view = view;
    this.row = new CopiedRow(copy, COLUMNS);
  }

  /** Moves to the next row; false after the last. */
  public boolean next() {
    try {
      return row.next();
    } catch (SQLException e) {
      throw SearchFailures.translated(e);
    }
  }

  /** Value of a text column, or null. */
  public @Nullable String text(ObsCoreColumn column) {
    return row.text(column.ordinal());
  }

  /** Value of a number column, NaN for unknown. */
  public double number(ObsCoreColumn column) {
    return row.number(column.ordinal());
  }

  /** Value of a whole-number column, or null. */
  public @Nullable Long integer(ObsCoreColumn column) {
    return row.integer(column.ordinal());
  }

  /** Value of a timestamp column, or null. */
  public @Nullable Instant instant(ObsCoreColumn column) {
    return row.instant(column.ordinal());
  }

  /** Whether no newer version has superseded the row and nothing has withdrawn it. */
  public boolean isNewest() {
    return row.flag(NEWEST);
  }

  /** Where a page begins that goes on behind this row. */
  public PageStart pageBehind(Moment moment) {
    Long key = row.integer(SPECTRUM_ID);
    if (key == null) {
      throw new IllegalStateException("a row without spectrum_id");
    }
    return new PageStart(moment, row.number(CHORD_SQUARED), key);
  }

  /** Distance from the position the search is nearest to, in arcsec; NaN without one. */
  public double distanceArcsec() {
    return Chord.arcsec(row.number(CHORD_SQUARED));
  }

  /**
   * Ends the query. Where many rows are left the view ends too, with the connection itself and so
   * with the server's work: a request to cancel could arrive late and hit the next query.
   */
  @Override
  public void close() {
    try {
      if (!row.endsWithin(FEW)) {
        view.abort();
      }
    } catch (SQLException e) {
      throw SearchFailures.translated(e);
    }
  }
}

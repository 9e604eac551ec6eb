package org.pawprint.store.search;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.pawprint.core.obscore.ObsCoreColumn;
import org.pawprint.core.sky.SkyPosition;

/** The statement of a search. */
final class SearchSql {
  private static final String COLUMNS =
      Arrays.stream(ObsCoreColumn.values())
          .map(column -> "o." + column.column())
          .collect(Collectors.joining(", ", "SELECT ", ", o.newest, o.spectrum_id"));

  private static final String FROM = " FROM catalogue.obscore o";
  private static final String NEWEST = "o.newest";

  /**
   * Whether the transaction that wrote a row was visible at a moment. A row keeps the lower half of
   * the number of its transaction; the upper one is that with which it is nearest to the moment.
   */
  private static final String VISIBLE =
      " pg_visible_in_snapshot((((%s.xmin::text::bigint - ? + 2147483648) & 4294967295)"
          + " - 2147483648 + ?)::text::xid8, ?::pg_snapshot)";

  private SearchSql() {}

  /** {@code COPY} of the rows in binary form; the last two columns are key and squared chord. */
  static String copy(ObsCoreQuery query) throws SQLException {
    SqlText sql = new SqlText().add("COPY (");
    Optional<PageStart> start = query.start();
    if (start.isEmpty()) {
      select(sql, query);
      newest(sql, query);
    } else {
      laterPage(sql, query, start.get());
    }
    sql.add(query.nearestTo().isPresent() ? " ORDER BY chord_squared, " : " ORDER BY ");
    sql.add("spectrum_id LIMIT " + query.limit());
    return sql.add(") TO STDOUT (FORMAT binary)").toString();
  }

  private static void laterPage(SqlText sql, ObsCoreQuery query, PageStart start)
      throws SQLException {
    Moment moment = start.moment();
    select(sql, query);
    if (query.versions() == Versions.ALL) {
      sql.add(" AND o.spectrum_id <= ?", List.of(moment.lastSpectrum()));
      behind(sql, query, start);
      return;
    }
    newest(sql, query);
    // There at the moment, or brought up to date in place since.
    sql.add(" AND (");
    visible(sql, "o", moment);
    sql.add(" OR EXISTS (SELECT FROM catalogue.spectrum s WHERE s.id = o.spectrum_id AND");
    visible(sql, "s", moment);
    sql.add("))");
    behind(sql, query, start);
    sql.add(" UNION ALL ");
    select(sql, query);
    // Newest at the moment and superseded since. No transaction lasts an hour.
    sql.add(
        " AND NOT o.newest AND o.last_modified >= ?::timestamptz - interval '1 hour'"
            + " AND o.spectrum_id <= ? AND NOT",
        List.of(moment.at(), moment.lastSpectrum()));
    visible(sql, "o", moment);
    sql.add(" AND EXISTS (SELECT FROM catalogue.spectrum s")
        .add(" WHERE s.id = o.spectrum_id AND s.state = 'superseded')");
    behind(sql, query, start);
  }

  private static void visible(SqlText sql, String table, Moment moment) throws SQLException {
    long next = moment.nextTransaction();
    sql.add(VISIBLE.formatted(table), List.of(next & 0xFFFFFFFFL, next, moment.snapshot()));
  }

  private static void select(SqlText sql, ObsCoreQuery query) throws SQLException {
    sql.add(COLUMNS);
    Optional<SkyPosition> nearest = query.nearestTo();
    if (nearest.isPresent()) {
      sql.add(", ").add(Chord.SQUARED, Chord.from(nearest.get()).values());
    } else {
      sql.add(", NULL::double precision");
    }
    sql.add(" AS chord_squared").add(FROM).add(" WHERE true");
    where(sql, query.conditions());
  }

  private static void newest(SqlText sql, ObsCoreQuery query) {
    if (query.versions() == Versions.NEWEST) {
      sql.add(" AND ").add(NEWEST);
    }
  }

  private static void where(SqlText sql, List<Condition> conditions) throws SQLException {
    for (Condition condition : conditions) {
      sql.add(" AND (").add(condition.sql(), condition.values()).add(")");
    }
  }

  private static void behind(SqlText sql, ObsCoreQuery query, PageStart start) throws SQLException {
    if (query.nearestTo().isPresent()) {
      sql.add(" AND (")
          .add(Chord.SQUARED, Chord.from(query.nearestTo().get()).values())
          .add(", o.spectrum_id) > (?, ?)", List.of(start.chordSquared(), start.spectrumId()));
    } else {
      sql.add(" AND o.spectrum_id > ?", List.of(start.spectrumId()));
    }
  }

  /**
   * One row of counts, each of the rows that meet one list of conditions.
   *
   * @param most counting stops one above it
   */
  static String counts(Versions versions, List<List<Condition>> lists, long most)
      throws SQLException {
    SqlText sql = new SqlText().add("SELECT");
    String separator = " ";
    for (List<Condition> conditions : lists) {
      sql.add(separator).add("(SELECT count(*) FROM (SELECT").add(FROM).add(" WHERE ");
      sql.add(versions == Versions.NEWEST ? NEWEST : "true");
      where(sql, conditions);
      sql.add(" LIMIT " + (most + 1) + ") t)");
      separator = ", ";
    }
    return sql.toString();
  }
}

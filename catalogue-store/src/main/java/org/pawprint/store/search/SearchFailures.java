package org.pawprint.store.search;

import java.sql.SQLException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.UncategorizedDataAccessException;
import org.springframework.jdbc.support.SQLStateSQLExceptionTranslator;

/** Turns the driver's exceptions into Spring's, so that callers need not know JDBC. */
final class SearchFailures {
  private static final SQLStateSQLExceptionTranslator BY_STATE =
      new SQLStateSQLExceptionTranslator();

  private SearchFailures() {}

  static DataAccessException translated(SQLException e) {
    DataAccessException known = BY_STATE.translate("search", null, e);
    return known != null
        ? known
        : new UncategorizedDataAccessException("search failed: " + e.getMessage(), e) {};
  }
}

package org.pawprint.store.search;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.StringJoiner;
import org.postgresql.core.Utils;

/**
 * A fragment with its values written into it: {@code COPY} takes no parameters. The driver's own
 * escaping makes a text a literal, so what a user wrote stays a value.
 */
final class SqlText {
  private final StringBuilder sql = new StringBuilder();

  SqlText add(String fragment) {
    sql.append(fragment);
    return this;
  }

  /**
   * @param fragment with a {@code ?} per value and no other
   */
  SqlText add(String fragment, List<Object> values) throws SQLException {
    int from = 0;
    for (Object value : values) {
      int mark = fragment.indexOf('?', from);
      sql.append(fragment, from, mark);
      literal(value);
      from = mark + 1;
    }
    if (fragment.indexOf('?', from) >= 0) {
      throw new IllegalStateException("more marks than values in " + fragment);
    }
    sql.append(fragment, from, fragment.length());
    return this;
  }

  private void literal(Object value) throws SQLException {
    if (value instanceof Double number) {
      // Infinity has no literal of its own.
      sql.append('\'').append(number).append("'::double precision");
    } else if (value instanceof Long || value instanceof Integer) {
      sql.append(value);
    } else if (value instanceof Instant instant) {
      sql.append('\'').append(instant).append("'::timestamptz");
    } else if (value instanceof String[] texts) {
      StringJoiner array = new StringJoiner(", ", "ARRAY[", "]::text[]");
      for (String text : texts) {
        array.add(quoted(text));
      }
      sql.append(array);
    } else if (value instanceof String text) {
      sql.append(quoted(text));
    } else {
      throw new IllegalStateException("no literal for " + value.getClass().getName());
    }
  }

  /** NUL, which no value of the catalogue holds, is dropped; the driver would refuse it. */
  private static String quoted(String text) throws SQLException {
    StringBuilder literal = new StringBuilder(text.length() + 2).append('\'');
    Utils.escapeLiteral(literal, text.replace("\0", ""), true);
    return literal.append('\'').toString();
  }

  @Override
  public String toString() {
    return sql.toString();
  }
}

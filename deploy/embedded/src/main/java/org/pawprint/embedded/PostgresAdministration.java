package org.pawprint.embedded;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Pattern;

/** What the superuser does: roles and databases. Closes its connection. */
final class PostgresAdministration implements AutoCloseable {
  private static final Pattern NAME = Pattern.compile("[a-z_][a-z0-9_]{0,62}");
  private static final Pattern PASSWORD = Pattern.compile("[A-Za-z0-9_-]+");

  private final Connection connection;

  PostgresAdministration(Connection connection) {
    this.connection = connection;
  }

  /**
   * An ordinary login role with this password, made or corrected.
   *
   * @param seesAllRows exempt from row-level security
   */
  void ensureRole(String name, String password, boolean seesAllRows) throws SQLException {
    requireMatch(NAME, name);
    requireMatch(PASSWORD, password);
    String verb = exists("SELECT 1 FROM pg_roles WHERE rolname = ?", name) ? "ALTER" : "CREATE";
    // DDL takes no parameters; both words were checked above.
    execute(
        verb
            + " ROLE "
            + name
            + " LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION "
            + (seesAllRows ? "BYPASSRLS" : "NOBYPASSRLS")
            + " PASSWORD '"
            + password
            + "'");
  }

  /** A group without login, and its members. */
  void ensureGroup(String group, List<String> members) throws SQLException {
    requireMatch(NAME, group);
    if (!exists("SELECT 1 FROM pg_roles WHERE rolname = ?", group)) {
      execute("CREATE ROLE " + group + " NOLOGIN");
    }
    for (String member : members) {
      requireMatch(NAME, member);
      execute("GRANT " + group + " TO " + member);
    }
  }

  /** A database of the owner that only Pawprint's roles may enter. */
  void createDatabase(String database, String template) throws SQLException {
    requireMatch(NAME, database);
    requireMatch(NAME, template);
    if (exists("SELECT 1 FROM pg_database WHERE datname = ?", database)) {
      return;
    }
    execute(
        "CREATE DATABASE %s OWNER %s TEMPLATE %s"
            .formatted(database, DatabaseRole.OWNER.roleName(), template));
    execute("REVOKE ALL ON DATABASE " + database + " FROM PUBLIC");
    for (DatabaseRole role : DatabaseRole.values()) {
      execute("GRANT CONNECT, TEMPORARY ON DATABASE " + database + " TO " + role.roleName());
    }
  }

  private boolean exists(String query, String name) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, name);
      try (ResultSet found = statement.executeQuery()) {
        return found.next();
      }
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static void requireMatch(Pattern pattern, String text) {
    if (!pattern.matcher(text).matches()) {
      throw new IllegalArgumentException("not a plain word: " + text);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}

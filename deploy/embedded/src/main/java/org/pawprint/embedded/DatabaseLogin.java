package org.pawprint.embedded;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** How one role reaches one database; prints without its password. */
public record DatabaseLogin(String jdbcUrl, String user, String password) {

  /** Opens a connection that the caller closes. */
  public Connection connect() throws SQLException {
    return DriverManager.getConnection(jdbcUrl, user, password);
  }

  @Override
  public String toString() {
    return user + "@" + jdbcUrl;
  }
}

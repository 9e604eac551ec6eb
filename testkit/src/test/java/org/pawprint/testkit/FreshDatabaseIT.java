package org.pawprint.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.pawprint.embedded.DatabaseRole;

class FreshDatabaseIT {

  @Test
  void eachDatabaseIsEmptyAndInSydney() throws SQLException {
    try (TestDatabase first = TestDatabase.create();
        TestDatabase second = TestDatabase.create()) {
      query(first.dataSource(), "CREATE TABLE only_here (x int)");

      assertThat(query(first.dataSource(), "SELECT current_user")).isEqualTo("pawprint_owner");
      assertThat(query(first.dataSource(), "SHOW timezone")).isEqualTo("Australia/Sydney");
      assertThat(query(first.dataSource(), "SHOW server_version")).startsWith("18.");
      assertThat(query(second.dataSource(), "SELECT to_regclass('only_here')")).isNull();
    }
  }

  @Test
  void copiesTheMigratedTemplate() throws SQLException {
    try (TestDatabase database = TestDatabase.migrated();
        TestDatabase again = TestDatabase.migrated()) {
      assertThat(query(database.dataSource(), "SELECT count(*) FROM kit_probe")).isEqualTo("1");
      assertThat(
              query(
                  again.dataSource(),
                  "SELECT tableowner FROM pg_tables" + " WHERE tablename = 'kit_probe'"))
          .isEqualTo("pawprint_owner");
    }
  }

  @Test
  void serviceRolesConnectAndOwnNothing() throws SQLException {
    try (TestDatabase database = TestDatabase.create()) {
      DataSource ssa = database.dataSource(DatabaseRole.SSA);

      assertThat(query(ssa, "SELECT current_user")).isEqualTo("pawprint_ssa");
      assertThatThrownBy(() -> query(ssa, "CREATE TABLE forbidden (x int)"))
          .hasMessageContaining("permission denied");
    }
  }

  @Test
  void goesDownAndComesBack() throws SQLException {
    try (TestDatabase database = TestDatabase.create();
        Connection open = database.dataSource().getConnection()) {
      database.down();

      assertThat(open.isValid(1)).isFalse();
      assertThatThrownBy(() -> database.dataSource().getConnection())
          .hasMessageContaining("not currently accepting connections");

      database.up();
      assertThat(query(database.dataSource(), "SELECT 1")).isEqualTo("1");
    }
  }

  private static String query(DataSource source, String sql) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      if (!statement.execute(sql)) {
        return "";
      }
      try (ResultSet rows = statement.getResultSet()) {
        rows.next();
        return rows.getString(1);
      }
    }
  }
}

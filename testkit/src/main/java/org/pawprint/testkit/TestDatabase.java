package org.pawprint.testkit;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.pawprint.embedded.DatabaseLogin;
import org.pawprint.embedded.DatabaseRole;
import org.pawprint.embedded.EmbeddedPostgresServer;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A fresh PostgreSQL 18 database for one test class, on a server shared by the JVM. Its sessions
 * are in Sydney's time zone on purpose: whoever forgets UTC fails a test. Every {@link
 * DatabaseRole} exists and may connect. Close it to drop the database.
 */
public final class TestDatabase implements AutoCloseable {
  /** The time zone of every session. */
  public static final String TIME_ZONE = "Australia/Sydney";

  private static final String TEMPLATE = "migrated_template";
  private static final AtomicInteger COUNT = new AtomicInteger();

  private static boolean templateMigrated;

  private final String name;

  private TestDatabase(String name) {
    this.name = name;
  }

  /** An empty database. */
  public static TestDatabase create() {
    return copyOf("template1");
  }

  /**
   * A database with the migrations of {@code classpath:db/migration} applied by its owner. They run
   * once per JVM; each call gets a copy.
   */
  public static TestDatabase migrated() {
    migrateTemplate();
    return copyOf(TEMPLATE);
  }

  private static TestDatabase copyOf(String template) {
    String name = "test_" + COUNT.incrementAndGet();
    server().createDatabase(name, template);
    administer("ALTER DATABASE " + name + " SET timezone TO '" + TIME_ZONE + "'");
    return new TestDatabase(name);
  }

  private static synchronized void migrateTemplate() {
    if (!templateMigrated) {
      server().createDatabase(TEMPLATE);
      Flyway.configure()
          .dataSource(dataSource(server().login(TEMPLATE, DatabaseRole.OWNER)))
          .locations("classpath:db/migration")
          .failOnMissingLocations(true)
          .load()
          .migrate();
      templateMigrated = true;
    }
  }

  public String jdbcUrl() {
    return login().jdbcUrl();
  }

  /** The owner's name, {@code pawprint_owner}. */
  public String user() {
    return login().user();
  }

  public String password() {
    return login().password();
  }

  /** The owner's login. */
  public DatabaseLogin login() {
    return login(DatabaseRole.OWNER);
  }

  public DatabaseLogin login(DatabaseRole role) {
    return server().login(name, role);
  }

  /** The superuser's login, for what only it may do (ending sessions, looking at locks). */
  public DatabaseLogin adminLogin() {
    return server().adminLogin(name);
  }

  /** Connections of the owner, each newly opened: no pool. */
  public DataSource dataSource() {
    return dataSource(login());
  }

  /** Connections of one service's role, each newly opened: no pool. */
  public DataSource dataSource(DatabaseRole role) {
    return dataSource(login(role));
  }

  /** Cuts every session of this database, as a restart of the server would. */
  public void killConnections() {
    administer(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + name + "'");
  }

  /** Refuses new sessions and cuts the present ones: the database is away until {@link #up}. */
  public void down() {
    administer("ALTER DATABASE " + name + " ALLOW_CONNECTIONS false");
    killConnections();
  }

  /** Accepts sessions again after {@link #down}. */
  public void up() {
    administer("ALTER DATABASE " + name + " ALLOW_CONNECTIONS true");
  }

  @Override
  public void close() {
    administer("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
  }

  private static EmbeddedPostgresServer server() {
    return TestServer.get();
  }

  private static DataSource dataSource(DatabaseLogin login) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(login.jdbcUrl());
    source.setUser(login.user());
    source.setPassword(login.password());
    return source;
  }

  private static void administer(String sql) {
    try (Connection connection = server().adminLogin("postgres").connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }
}

package org.pawprint.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.List;

/**
 * A PostgreSQL of Pawprint's own on 127.0.0.1, for one machine without a database server. Its data
 * survive Pawprint, also one that was killed: the next start ends the server left behind and goes
 * on with the same data. Not thread-safe; the caller decides when to {@link #close} it, after all
 * users of its connections.
 */
public final class EmbeddedPostgresServer implements AutoCloseable {
  private static final String LOCK = "postgres";

  private final PostgresSettings settings;
  private final PostgresCluster cluster;
  private final Secrets secrets;
  private final InstallationLock lock;

  private EmbeddedPostgresServer(
      PostgresSettings settings, PostgresCluster cluster, Secrets secrets, InstallationLock lock) {
    this.settings = settings;
    this.cluster = cluster;
    this.secrets = secrets;
    this.lock = lock;
  }

  /**
   * Starts the server, making its data directory and passwords at the first time. Returns when it
   * accepts connections and every {@link DatabaseRole} exists with its password.
   *
   * @throws EmbeddedServerException when the folder is in use, of another major version, or the
   *     server does not start
   */
  public static EmbeddedPostgresServer start(PostgresSettings settings) {
    return start(settings, PostgresUser.detect());
  }

  static EmbeddedPostgresServer start(PostgresSettings settings, PostgresUser user) {
    InstallationLock lock = acquire(settings.data());
    try {
      Secrets secrets = new Secrets(settings.data().resolve("secrets"), new SecureRandom());
      PostgresCluster cluster =
          new PostgresCluster(settings, PostgresBinaries.in(settings.cache()), user);
      cluster.createIfMissing(secrets);
      cluster.prepare();
      cluster.endStalePostmaster();
      cluster.start();
      EmbeddedPostgresServer server = new EmbeddedPostgresServer(settings, cluster, secrets, lock);
      server.ensureRoles();
      return server;
    } catch (IOException e) {
      release(lock);
      throw new UncheckedIOException("embedded PostgreSQL in " + settings.data(), e);
    } catch (RuntimeException e) {
      release(lock);
      throw e;
    }
  }

  /**
   * Ends a server that a dead process left in this folder.
   *
   * @return false when a living process uses the folder, which is then left alone
   */
  public static boolean endStale(PostgresSettings settings) {
    try {
      var lock = InstallationLock.tryAcquire(settings.data(), LOCK);
      if (lock.isEmpty()) {
        return false;
      }
      try (InstallationLock held = lock.get()) {
        new PostgresCluster(settings, PostgresBinaries.in(settings.cache()), PostgresUser.detect())
            .endStalePostmaster();
        return true;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("stale PostgreSQL in " + settings.data(), e);
    }
  }

  /** Makes the database unless it is there, owned by {@link DatabaseRole#OWNER}. */
  public void createDatabase(String database) {
    createDatabase(database, "template1");
  }

  /** The same, as a copy of a database that nobody is connected to. */
  public void createDatabase(String database, String template) {
    try (PostgresAdministration admin = administration()) {
      admin.createDatabase(database, template);
    } catch (SQLException e) {
      throw new EmbeddedServerException("database " + database + ": " + e.getMessage(), e);
    }
  }

  /** How a role reaches a database of this server. */
  public DatabaseLogin login(String database, DatabaseRole role) {
    return login(database, role.roleName());
  }

  /** How the superuser reaches a database of this server; for administration and tests only. */
  public DatabaseLogin adminLogin(String database) {
    return login(database, PostgresCluster.ADMIN);
  }

  public int port() {
    return settings.port();
  }

  /** Stops the server in order and lets go of the data folder. */
  @Override
  public void close() {
    try {
      cluster.stop();
    } finally {
      release(lock);
    }
  }

  private void ensureRoles() {
    try (PostgresAdministration admin = administration()) {
      for (DatabaseRole role : DatabaseRole.values()) {
        admin.ensureRole(role.roleName(), secret(role.roleName()), role.seesAllRows());
      }
      admin.ensureGroup(
          DatabaseRole.READERS,
          List.of(DatabaseRole.SSA.roleName(), DatabaseRole.DATALINK.roleName()));
    } catch (SQLException e) {
      cluster.stop();
      throw new EmbeddedServerException(
          "roles of the embedded PostgreSQL in "
              + settings.data()
              + " (were its secrets replaced?): "
              + e.getMessage(),
          e);
    }
  }

  private PostgresAdministration administration() throws SQLException {
    return new PostgresAdministration(adminLogin("postgres").connect());
  }

  private DatabaseLogin login(String database, String roleName) {
    return new DatabaseLogin(
        "jdbc:postgresql://127.0.0.1:" + settings.port() + "/" + database,
        roleName,
        secret(roleName));
  }

  private String secret(String roleName) {
    return secrets.secret("postgres-" + roleName);
  }

  private static InstallationLock acquire(Path data) {
    try {
      return InstallationLock.tryAcquire(data, LOCK)
          .orElseThrow(
              () -> new EmbeddedServerException("another Pawprint uses the data folder " + data));
    } catch (IOException e) {
      throw new UncheckedIOException("lock of " + data, e);
    }
  }

  private static void release(InstallationLock lock) {
    try {
      lock.close();
    } catch (IOException e) {
      throw new UncheckedIOException("lock of the data folder", e);
    }
  }
}

package org.pawprint.store.migration;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Brings the schema to the version of this code, as the owner, in one step before the services
 * start; and tells services whether they can work with the schema they find.
 */
public final class CatalogueMigration {
  /** The oldest and newest schema versions this code works with. */
  public static final int OLDEST = 8;

  public static final int NEWEST = 8;

  private static final String NEWEST_APPLIED =
      """
      SELECT max(version::integer) FROM flyway_schema_history WHERE success AND version IS NOT NULL
      """;

  private CatalogueMigration() {}

  /** Runs what is missing; the data source is the owner's. */
  public static void migrate(DataSource owner) {
    Flyway.configure()
        .dataSource(owner)
        .locations("classpath:db/migration")
        .failOnMissingLocations(true)
        .target(MigrationVersion.fromVersion(String.valueOf(NEWEST)))
        .load()
        .migrate();
  }

  /**
   * The whole step before the services start: brings the schema to this version and fixes the
   * authority.
   *
   * @param owner name of the role that owns the database
   * @return the authority in force, which is the first one ever given
   */
  public static String run(String jdbcUrl, String owner, String password, String authority) {
    DataSource source = new DriverManagerDataSource(jdbcUrl, owner, password);
    migrate(source);
    return fixAuthority(JdbcClient.create(source), authority);
  }

  /** The script that a superuser runs once, before the first migration. */
  public static String rolesScript() {
    try (InputStream script = CatalogueMigration.class.getResourceAsStream("/db/roles.sql")) {
      if (script == null) {
        throw new IllegalStateException("db/roles.sql is not on the class path");
      }
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Why this code cannot work with the schema, or empty where it can.
   *
   * @param jdbc any service's connection
   */
  public static Optional<String> mismatch(JdbcClient jdbc) {
    int version = jdbc.sql(NEWEST_APPLIED).query(Integer.class).optional().orElse(0);
    if (version < OLDEST || version > NEWEST) {
      return Optional.of(
          "schema version %d, this service works with %d to %d".formatted(version, OLDEST, NEWEST));
    }
    return Optional.empty();
  }

  /**
   * Fixes the authority of all DIDs at the first start.
   *
   * @param jdbc the owner's
   * @return the authority in force, which is the first one given
   */
  public static String fixAuthority(JdbcClient jdbc, String authority) {
    jdbc.sql("INSERT INTO catalogue.archive (authority) VALUES (:authority) ON CONFLICT DO NOTHING")
        .param("authority", authority)
        .update();
    return authority(jdbc);
  }

  public static String authority(JdbcClient jdbc) {
    return jdbc.sql("SELECT authority FROM catalogue.archive").query(String.class).single();
  }
}

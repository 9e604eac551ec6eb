package org.pawprint.catalogue;

import java.util.Map;
import org.pawprint.store.migration.CatalogueMigration;

/**
 * The migration as a step of its own, run with the owner's role before the services start.
 * Repeating it changes nothing.
 *
 * @param jdbcUrl of the database, {@code PAWPRINT_DB_URL}
 * @param owner role that owns it, {@code PAWPRINT_OWNER_DB_USER}
 * @param password of the owner, {@code PAWPRINT_OWNER_DB_PASSWORD}
 * @param authority IVOA authority of all publisher DIDs, {@code PAWPRINT_AUTHORITY}; has no
 *     default, because the first one given stays for ever
 */
record MigrateStep(String jdbcUrl, String owner, String password, String authority) {
  /** First argument of the command line that asks for it. */
  static final String WORD = "migrate";

  private static final String AUTHORITY = "PAWPRINT_AUTHORITY";

  MigrateStep {
    if (authority.isBlank()) {
      throw new IllegalArgumentException(
          AUTHORITY
              + " is not set; it is the IVOA authority of all DIDs, e.g. archive.example.org");
    }
  }

  static MigrateStep of(Map<String, String> environment) {
    return new MigrateStep(
        environment.getOrDefault("PAWPRINT_DB_URL", "jdbc:postgresql://127.0.0.1:5432/pawprint"),
        environment.getOrDefault("PAWPRINT_OWNER_DB_USER", "pawprint_owner"),
        environment.getOrDefault("PAWPRINT_OWNER_DB_PASSWORD", ""),
        environment.getOrDefault(AUTHORITY, ""));
  }

  /**
   * Migrates, and says what is in force.
   *
   * @throws IllegalStateException when the catalogue has another authority already
   */
  String run() {
    String inForce = CatalogueMigration.run(jdbcUrl, owner, password, authority);
    if (!inForce.equals(authority)) {
      throw new IllegalStateException(
          "%s is '%s', but the DIDs of this catalogue have '%s' since its first start"
              .formatted(AUTHORITY, authority, inForce));
    }
    return "schema version %d, authority %s".formatted(CatalogueMigration.NEWEST, inForce);
  }

  /** Without the password. */
  @Override
  public String toString() {
    return owner + "@" + jdbcUrl + " authority " + authority;
  }
}

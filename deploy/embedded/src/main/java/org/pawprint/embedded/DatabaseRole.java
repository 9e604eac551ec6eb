package org.pawprint.embedded;

/** The roles of the catalogue database, one for its owner and one for each service. */
public enum DatabaseRole {
  /** Owns the database and runs the migrations. */
  OWNER("pawprint_owner"),
  LISTENER("pawprint_listener"),
  CATALOGUE("pawprint_catalogue"),
  SSA("pawprint_ssa"),
  DATALINK("pawprint_datalink");

  /** Group of the roles that only read; row-level security names it. */
  static final String READERS = "pawprint_reader";

  private final String roleName;

  DatabaseRole(String roleName) {
    this.roleName = roleName;
  }

  /** Whether row-level security does not bind it: COPY into a table asks for this. */
  boolean seesAllRows() {
    return this == CATALOGUE;
  }

  /** Name of the role in PostgreSQL. */
  public String roleName() {
    return roleName;
  }
}

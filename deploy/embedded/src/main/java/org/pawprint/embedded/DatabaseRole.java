package org.pawprint.embedded;

/** The roles of the catalogue database, one for its owner and one for each service. */
public enum DatabaseRole {
  /** Owns the database and runs the migrations. */
  OWNER("pawprint_owner"),
  LISTENER("pawprint_listener"),
  CATALOGUE("pawprint_catalogue"),
  SSA("pawprint_ssa"),
  DATALINK("pawprint_datalink");

  private final String roleName;

  DatabaseRole(String roleName) {
    this.roleName = roleName;
  }

  /** Name of the role in PostgreSQL. */
  public String roleName() {
    return roleName;
  }
}

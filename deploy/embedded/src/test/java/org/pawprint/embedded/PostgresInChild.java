package org.pawprint.embedded;

import java.nio.file.Path;

/** A process that starts PostgreSQL, writes one row, says so, and waits to be killed. */
final class PostgresInChild {

  private PostgresInChild() {}

  /** Arguments: data folder, cache folder, port. */
  public static void main(String[] arguments) throws Exception {
    PostgresSettings settings =
        PostgresSettings.throwaway(
            Path.of(arguments[0]), Path.of(arguments[1]), Integer.parseInt(arguments[2]));
    EmbeddedPostgresServer server = EmbeddedPostgresServer.start(settings);
    server.createDatabase("pawprint");
    DatabaseLogin owner = server.login("pawprint", DatabaseRole.OWNER);
    Sql.run(owner, "CREATE TABLE kept AS SELECT 'before the kill' AS word");
    System.out.println("written");
    System.in.read();
  }
}

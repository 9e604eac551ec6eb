package org.pawprint.store.ledger;

import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The loaders that catalogue-service runs now, in {@code ledger.loader}: the listener compares them
 * with what catalogued an event, to tell a needless repeat from one worth reading again.
 */
public final class LoaderRegister {
  private static final String UPSERT =
      """
      INSERT INTO ledger.loader (name, revision) VALUES (:name, :revision)
      ON CONFLICT (name) DO UPDATE SET revision = excluded.revision
      """;

  private final JdbcClient jdbc;
  private final TransactionOperations transaction;

  public LoaderRegister(JdbcClient jdbc, TransactionOperations transaction) {
    this.jdbc = jdbc;
    this.transaction = transaction;
  }

  /**
   * Makes these the registered loaders, and no others.
   *
   * @param revisions by name, at least one
   */
  public void replace(Map<String, Integer> revisions) {
    transaction.executeWithoutResult(
        status -> {
          jdbc.sql("DELETE FROM ledger.loader WHERE name NOT IN (:names)")
              .param("names", revisions.keySet())
              .update();
          revisions.forEach(
              (name, revision) ->
                  jdbc.sql(UPSERT).param("name", name).param("revision", revision).update());
        });
  }
}

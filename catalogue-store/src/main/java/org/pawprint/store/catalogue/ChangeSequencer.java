package org.pawprint.store.catalogue;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Numbers committed changes densely. A database sequence would show 102 before 101 commits; here
 * one numberer at a time, under an advisory lock, gives the next numbers to what is committed.
 */
public final class ChangeSequencer {
  private static final String NUMBER =
      """
      WITH counter AS (SELECT last FROM catalogue.change_counter),
      next AS (
        SELECT id, row_number() OVER (ORDER BY id) + (SELECT last FROM counter) AS number
        FROM catalogue.change WHERE number IS NULL),
      numbered AS (
        UPDATE catalogue.change c SET number = next.number FROM next WHERE c.id = next.id RETURNING 1)
      UPDATE catalogue.change_counter SET last = last + (SELECT count(*) FROM numbered)
      RETURNING last - (SELECT last FROM counter)
      """;

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  public ChangeSequencer(JdbcClient jdbc, TransactionTemplate transaction) {
    this.jdbc = jdbc;
    this.transaction = transaction;
  }

  /** Numbers all that is committed and has no number; returns how many. */
  public long number() {
    Long count =
        transaction.execute(
            status -> {
              jdbc.sql("SELECT pg_advisory_xact_lock(7202, 0)").query().listOfRows();
              return jdbc.sql(NUMBER).query(Long.class).single();
            });
    return count == null ? 0 : count;
  }
}

package org.pawprint.store.search;

import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads as a caller: the row policy sees the caller's programmes for the length of one read-only
 * transaction and no longer.
 */
public final class CallerSession {
  private static final String SET_PROGRAMMES =
      "SELECT set_config('pawprint.programmes', :programmes, true)";

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  public CallerSession(JdbcClient jdbc, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.transaction = new TransactionTemplate(transactions);
    this.transaction.setReadOnly(true);
  }

  /** Runs the read; the setting ends with its transaction, so pooled connections carry none. */
  public <T> T read(Caller caller, Supplier<T> read) {
    if (caller.programmes().isEmpty()) {
      return read.get();
    }
    return Objects.requireNonNull(
        transaction.execute(
            status -> {
              jdbc.sql(SET_PROGRAMMES)
                  .param("programmes", caller.setting())
                  .query(String.class)
                  .single();
              return read.get();
            }));
  }
}

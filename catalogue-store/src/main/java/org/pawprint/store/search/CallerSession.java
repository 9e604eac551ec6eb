package org.pawprint.store.search;

import java.util.Objects;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
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

  public CallerSession(DataSource database) {
    this.jdbc = JdbcClient.create(database);
    this.transaction = new TransactionTemplate(new JdbcTransactionManager(database));
    this.transaction.setReadOnly(true);
  }

  /** Runs the read; the setting ends with its transaction, so pooled connections carry none. */
  public <T> T read(Caller caller, Function<JdbcClient, T> read) {
    if (caller.programmes().isEmpty()) {
      return read.apply(jdbc);
    }
    return Objects.requireNonNull(
        transaction.execute(
            status -> {
              jdbc.sql(SET_PROGRAMMES)
                  .param("programmes", caller.setting())
                  .query(String.class)
                  .single();
              return read.apply(jdbc);
            }));
  }
}

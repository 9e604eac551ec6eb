package org.pawprint.service;

import org.pawprint.store.migration.CatalogueMigration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;

/**
 * Up when this code can work with the schema it finds; a service outside the range is not ready.
 */
final class SchemaHealth implements HealthIndicator {
  private final JdbcClient jdbc;

  SchemaHealth(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Health health() {
    try {
      return CatalogueMigration.mismatch(jdbc)
          .map(reason -> Health.down().withDetail("schema", reason).build())
          .orElseGet(() -> Health.up().build());
    } catch (DataAccessException | TransactionException e) {
      return Health.down().withDetail("schema", "the database does not answer").build();
    }
  }
}

package org.pawprint.catalogue.join;

import java.time.Clock;
import javax.sql.DataSource;
import org.pawprint.store.catalogue.CollectionRows;
import org.pawprint.store.catalogue.TargetTables;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/** Wires tables of targets. */
@Configuration(proxyBeanMethods = false)
class TargetConfiguration {

  @Bean
  TargetTables targetTables(DataSource dataSource, TransactionTemplate transaction, Clock clock) {
    return new TargetTables(dataSource, transaction, clock);
  }

  @Bean
  CollectionRows collectionRows(
      DataSource dataSource, TransactionTemplate transaction, Clock clock) {
    return new CollectionRows(dataSource, transaction, clock);
  }

  @Bean
  TargetJoin targetJoin(TargetTables tables) {
    return new TargetJoin(tables);
  }
}

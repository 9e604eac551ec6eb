package org.pawprint.listener;

import org.pawprint.store.ledger.DueEvents;
import org.pawprint.store.ledger.EventLedger;
import org.pawprint.store.ledger.LedgerSearch;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The ledger in PostgreSQL. */
@Configuration(proxyBeanMethods = false)
class LedgerConfiguration {

  @Bean
  EventLedger eventLedger(JdbcClient jdbc) {
    return new EventLedger(jdbc);
  }

  @Bean
  DueEvents dueEvents(JdbcClient jdbc, PlatformTransactionManager transactions) {
    return new DueEvents(jdbc, new TransactionTemplate(transactions));
  }

  @Bean
  LedgerSearch ledgerSearch(JdbcClient jdbc) {
    return new LedgerSearch(jdbc);
  }
}

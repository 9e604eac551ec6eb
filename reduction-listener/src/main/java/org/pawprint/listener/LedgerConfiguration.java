package org.pawprint.listener;

import org.pawprint.store.backfill.BackfillBatches;
import org.pawprint.store.backfill.BackfillReports;
import org.pawprint.store.backfill.BackfillRuns;
import org.pawprint.store.ledger.DueEvents;
import org.pawprint.store.ledger.EventFiles;
import org.pawprint.store.ledger.EventLedger;
import org.pawprint.store.ledger.LedgerSearch;
import org.pawprint.store.ledger.LiveLag;
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
  EventFiles eventFiles(JdbcClient jdbc) {
    return new EventFiles(jdbc);
  }

  @Bean
  LiveLag liveLag(JdbcClient jdbc) {
    return new LiveLag(jdbc);
  }

  @Bean
  BackfillRuns backfillRuns(JdbcClient jdbc, PlatformTransactionManager transactions) {
    return new BackfillRuns(jdbc, new TransactionTemplate(transactions));
  }

  @Bean
  BackfillBatches backfillBatches(JdbcClient jdbc) {
    return new BackfillBatches(jdbc);
  }

  @Bean
  BackfillReports backfillReports(JdbcClient jdbc, PlatformTransactionManager transactions) {
    return new BackfillReports(jdbc, new TransactionTemplate(transactions));
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

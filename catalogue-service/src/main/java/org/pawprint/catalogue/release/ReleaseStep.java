package org.pawprint.catalogue.release;

import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.pawprint.store.catalogue.Releases;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks every few seconds for rows whose release date has passed. Any number may run. */
@Component
class ReleaseStep {
  private static final Logger log = LoggerFactory.getLogger(ReleaseStep.class);
  private static final int MOST_AT_ONCE = 10_000;

  private final Releases releases;
  private final Clock clock;

  ReleaseStep(JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
    this.releases = new Releases(jdbc, transaction);
    this.clock = clock;
  }

  @Scheduled(fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
  void run() {
    try {
      int released = releases.release(clock.instant(), MOST_AT_ONCE);
      while (released > 0) {
        log.info("release rows={}", released);
        released = releases.release(clock.instant(), MOST_AT_ONCE);
      }
    } catch (DataAccessException | TransactionException e) {
      log.warn("release failed=\"{}\" next=\"in five seconds\"", e.getMessage());
    }
  }
}

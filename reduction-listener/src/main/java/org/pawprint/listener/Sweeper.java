package org.pawprint.listener;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.pawprint.store.file.OriginalStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Collects what a crash left behind, once nobody can still be writing it. */
@Component
final class Sweeper {
  private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);
  private static final Duration AGE = Duration.ofHours(24);

  private final OriginalStore store;
  private final Clock clock;

  Sweeper(OriginalStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  void sweep() {
    try {
      int drafts = store.collectDrafts(clock.instant().minus(AGE));
      if (drafts > 0) {
        LOG.info("sweep drafts={}", drafts);
      }
    } catch (IOException e) {
      LOG.warn("sweep failed=\"{}\", tried again", e.toString());
    }
  }
}

package org.pawprint.catalogue.pipeline;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.pawprint.store.file.SegmentStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Collects segments that a crash left behind, once nobody can still be writing them. */
@Component
class SegmentSweeper {
  private static final Logger log = LoggerFactory.getLogger(SegmentSweeper.class);
  private static final Duration AGE = Duration.ofHours(24);

  private final SegmentStore segments;
  private final Clock clock;

  SegmentSweeper(SegmentStore segments, Clock clock) {
    this.segments = segments;
    this.clock = clock;
  }

  @Scheduled(fixedDelay = 60, initialDelay = 1, timeUnit = TimeUnit.MINUTES)
  void sweep() {
    try {
      int orphans = segments.collectOrphans(clock.instant().minus(AGE));
      if (orphans > 0) {
        log.info("sweep segments={}", orphans);
      }
    } catch (IOException | DataAccessException e) {
      log.warn("sweep failed=\"{}\" next=\"in an hour\"", e.getMessage());
    }
  }
}

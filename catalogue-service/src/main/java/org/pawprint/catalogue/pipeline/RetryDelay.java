package org.pawprint.catalogue.pipeline;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long a failed file waits: half a minute, give or take a third, so that many do not return at
 * once.
 */
final class RetryDelay {
  private static final Duration MIDDLE = Duration.ofSeconds(30);

  private final RandomGenerator random;

  RetryDelay(RandomGenerator random) {
    this.random = random;
  }

  Duration next() {
    return MIDDLE.multipliedBy(667 + random.nextInt(667)).dividedBy(1000);
  }
}

package org.pawprint.listener.pipeline;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait before the next try: doubling from 5 s to 10 min, a quarter more or less. */
final class RetryDelay {
  private static final Duration FIRST = Duration.ofSeconds(5);
  private static final Duration LONGEST = Duration.ofMinutes(10);
  private static final double JITTER = 0.25;

  private final RandomGenerator random;

  RetryDelay(RandomGenerator random) {
    this.random = random;
  }

  /**
   * @param attempts tries that failed before this one
   */
  Duration after(int attempts) {
    // 5 s doubled seven times is over ten minutes.
    long doubled = FIRST.toMillis() << Math.min(attempts, 7);
    long base = Math.min(doubled, LONGEST.toMillis());
    long jittered = Math.round(base * (1 - JITTER + 2 * JITTER * random.nextDouble()));
    return Duration.ofMillis(Math.max(FIRST.toMillis(), Math.min(jittered, LONGEST.toMillis())));
  }
}

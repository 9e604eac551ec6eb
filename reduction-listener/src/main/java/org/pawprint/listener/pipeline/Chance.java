package org.pawprint.listener.pipeline;

import java.util.random.RandomGenerator;

/** What is left to chance: the jitter of delays and the ids of traces. */
record Chance(RetryDelay delay, Traceparents traceparents) {
  static Chance of(RandomGenerator random) {
    return new Chance(new RetryDelay(random), new Traceparents(random));
  }
}

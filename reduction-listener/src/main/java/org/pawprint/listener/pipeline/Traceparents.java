package org.pawprint.listener.pipeline;

import java.util.random.RandomGenerator;

/** Begins a trace for an event that brought none. W3C Trace Context 3.2. */
final class Traceparents {
  private final RandomGenerator random;

  Traceparents(RandomGenerator random) {
    this.random = random;
  }

  /** Version 00, sampled. All-zero ids are invalid; a set bit in each excludes them. */
  String begin() {
    return "00-%016x%016x-%016x-01"
        .formatted(random.nextLong() | 1, random.nextLong(), random.nextLong() | 1);
  }

  /** The trace id, which joins log lines of all services. */
  static String traceId(String traceparent) {
    return traceparent.substring(3, 35);
  }
}

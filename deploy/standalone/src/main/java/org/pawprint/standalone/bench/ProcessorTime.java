package org.pawprint.standalone.bench;

import java.time.Duration;
import java.util.stream.Stream;

/** Processor time of this process and of PostgreSQL below it, from a moment on. */
final class ProcessorTime {
  private final double before = now();

  private ProcessorTime() {}

  static ProcessorTime begin() {
    return new ProcessorTime();
  }

  /** Seconds since then; what ended between is not counted. */
  double spent() {
    return Math.rint((now() - before) * 10) / 10;
  }

  private static double now() {
    try (Stream<ProcessHandle> below = ProcessHandle.current().descendants()) {
      return Stream.concat(Stream.of(ProcessHandle.current()), below)
          .mapToDouble(ProcessorTime::seconds)
          .sum();
    }
  }

  private static double seconds(ProcessHandle process) {
    return process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1000.0;
  }
}

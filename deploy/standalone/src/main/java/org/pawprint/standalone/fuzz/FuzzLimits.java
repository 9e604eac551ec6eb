package org.pawprint.standalone.fuzz;

import java.time.Duration;

/**
 * What reading one file may cost.
 *
 * @param busy processor time; a machine that does other work makes no hang of it
 * @param waiting wall clock, for what waits instead of working
 * @param allocatedBytes all that is allocated on the way, freed or not
 */
public record FuzzLimits(Duration busy, Duration waiting, long allocatedBytes) {
  /** 2 s of work, 20 s of waiting. */
  public static FuzzLimits ofMegabytes(long megabytes) {
    return new FuzzLimits(Duration.ofSeconds(2), Duration.ofSeconds(20), megabytes << 20);
  }
}

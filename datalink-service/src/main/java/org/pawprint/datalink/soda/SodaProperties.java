package org.pawprint.datalink.soda;

import java.time.Duration;
import org.pawprint.datalink.uws.Jobs;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * Limits of asynchronous jobs.
 *
 * @param maxJobs jobs known at once
 * @param maxResults what the results of all jobs may take in memory
 * @param keep the longest a job is kept
 * @param longestRun the longest it may run
 * @param workers jobs that run at once
 */
@ConfigurationProperties("pawprint.datalink.soda")
record SodaProperties(
    int maxJobs, DataSize maxResults, Duration keep, Duration longestRun, int workers) {
  private static final int JOBS_WITH_ROOM = 4;

  SodaProperties {
    if (maxJobs < 1 || workers < 1 || maxResults.toBytes() < 1) {
      throw new IllegalArgumentException(
          "pawprint.datalink.soda: max-jobs, workers and max-results must be above 0");
    }
  }

  /** Bytes of the results of one job, which are all in memory before any other makes room. */
  long resultsOfOne() {
    return Math.max(1, maxResults.toBytes() / JOBS_WITH_ROOM);
  }

  Jobs.Limits limits() {
    return new Jobs.Limits(maxJobs, maxResults.toBytes(), keep, longestRun, workers);
  }
}

package org.pawprint.datalink.uws;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which of the jobs a list shows (UWS 1.1, 2.2.2.1).
 *
 * @param phases empty for all
 * @param after when they were made, exclusive
 * @param last so many at most, of the newest
 */
public record JobFilter(Set<Phase> phases, Optional<Instant> after, long last) {
  public JobFilter {
    phases = Set.copyOf(phases);
  }

  /**
   * @param jobs the newest first
   */
  public List<Job.State> of(List<Job> jobs) {
    return jobs.stream()
        .map(Job::state)
        .filter(job -> phases.isEmpty() || phases.contains(job.phase()))
        .filter(job -> after.isEmpty() || job.created().isAfter(after.get()))
        .limit(last)
        .toList();
  }
}

package org.pawprint.datalink.uws;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The jobs of a service, in memory: so many at most, with results of so many bytes, each until its
 * destruction. Where there is no room the jobs that ended first go. Safe for use by several
 * threads.
 */
public final class Jobs implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);
  private static final int ID_BYTES = 12;

  private final Limits limits;
  private final JobWork work;
  private final Clock clock;
  private final ExecutorService workers;
  private final SecureRandom random = new SecureRandom();

  /** In the order of creation. Guarded by itself. */
  private final Map<String, Job> jobs = new LinkedHashMap<>();

  /**
   * @param maxJobs jobs known at once
   * @param maxBytes bytes of all results together
   * @param keep the longest, and usual, time from creation to destruction
   * @param longestRun the longest, and usual, executionDuration
   */
  public record Limits(
      int maxJobs, long maxBytes, Duration keep, Duration longestRun, int workers) {}

  public Jobs(Limits limits, JobWork work, Clock clock) {
    this.limits = limits;
    this.work = work;
    this.clock = clock;
    ThreadFactory threads =
        task -> {
          Thread thread = new Thread(task, "soda-job");
          thread.setDaemon(true);
          return thread;
        };
    this.workers = Executors.newFixedThreadPool(limits.workers(), threads);
  }

  public Limits limits() {
    return limits;
  }

  /**
   * A new job without parameters.
   *
   * @return empty when there is no room: too many jobs have not ended
   */
  public Optional<Job> create() {
    Instant now = clock.instant();
    byte[] bytes = new byte[ID_BYTES];
    random.nextBytes(bytes);
    Job job =
        new Job(HexFormat.of().formatHex(bytes), now, now.plus(limits.keep()), limits.longestRun());
    synchronized (jobs) {
      sweep(now);
      if (jobs.size() >= limits.maxJobs() && !dropOldestEnded(null)) {
        return Optional.empty();
      }
      jobs.put(job.id(), job);
    }
    return Optional.of(job);
  }

  public Optional<Job> find(String id) {
    synchronized (jobs) {
      sweep(clock.instant());
      return Optional.ofNullable(jobs.get(id));
    }
  }

  /** All jobs, the newest first. */
  public List<Job> all() {
    synchronized (jobs) {
      sweep(clock.instant());
      List<Job> all = new ArrayList<>(jobs.values());
      Collections.reverse(all);
      return all;
    }
  }

  /** Starts a pending job as soon as a worker is free; any other stays as it is. */
  public void run(Job job) {
    if (job.queue()) {
      workers.execute(() -> execute(job));
    }
  }

  private void execute(Job job) {
    if (!job.start(clock.instant())) {
      return;
    }
    JobOutcome outcome;
    try {
      outcome = work.run(job.parameters(), () -> job.isOver(clock.instant()));
    } catch (RuntimeException e) {
      LOG.error("job {} failed in an unforeseen way", job.id(), e);
      outcome = new JobOutcome.Failed("Error: internal error");
    }
    job.end(outcome, clock.instant());
    synchronized (jobs) {
      makeRoom(job);
    }
  }

  /** The newest results stay; a job with more than fits alone is left without any. */
  private void makeRoom(Job newest) {
    if (newest.bytes() > limits.maxBytes()) {
      newest.forget("Error: the results have more bytes than the service keeps; ask for fewer");
    }
    while (jobs.values().stream().mapToLong(Job::bytes).sum() > limits.maxBytes()
        && dropOldestEnded(newest)) {
      LOG.debug("results of an older job made room for those of {}", newest.id());
    }
  }

  /**
   * @param except stays
   * @return whether there was one
   */
  private boolean dropOldestEnded(@Nullable Job except) {
    Iterator<Job> oldest = jobs.values().iterator();
    while (oldest.hasNext()) {
      Job job = oldest.next();
      if (job != except && !job.isActive()) {
        oldest.remove();
        return true;
      }
    }
    return false;
  }

  private void sweep(Instant now) {
    jobs.values().removeIf(job -> job.endIfDue(now));
  }

  public void delete(Job job) {
    job.abort(clock.instant());
    synchronized (jobs) {
      jobs.remove(job.id());
    }
  }

  public void abort(Job job) {
    job.abort(clock.instant());
  }

  /** Sets the time of destruction, no later than the limit allows. */
  public void destroyAt(Job job, Instant at) {
    Instant latest = job.state().created().plus(limits.keep());
    job.destroyAt(at.isAfter(latest) ? latest : at);
  }

  /** Sets the longest run; zero, which means unlimited, and more than the limit are the limit. */
  public void limit(Job job, Duration run) {
    boolean beyond = run.isZero() || run.compareTo(limits.longestRun()) > 0;
    job.limitTo(beyond ? limits.longestRun() : run);
  }

  @Override
  public void close() {
    workers.shutdownNow();
  }
}

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
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The jobs of a service, in memory: so many at most, with results of so many bytes, each until its
 * destruction. Where there is no room the oldest jobs that have ended go, then those that have been
 * left pending. A job of a named caller is that caller's only; one without a name is governed by
 * whoever knows its id, which cannot be guessed. Safe for use by several threads.
 */
public final class Jobs implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);

  /** 128 random bits, more than a random UUID has. */
  private static final int ID_BYTES = 16;

  /** A job that nobody has run for so long may go when there is no room. */
  private static final Duration LONGEST_PENDING = Duration.ofMinutes(5);

  private final Limits limits;
  private final JobWork work;
  private final Clock clock;
  private final ThreadPoolExecutor workers;
  private final SecureRandom random;

  /**
   * In the order of creation. Guarded by itself, as is the queue of the workers: what waits there
   * is QUEUED and one of these.
   */
  private final Map<String, Job> jobs = new LinkedHashMap<>();

  /**
   * @param maxJobs jobs known at once
   * @param maxBytes bytes of all results together
   * @param keep the longest, and usual, time from creation to destruction
   * @param longestRun the longest, and usual, executionDuration
   */
  public record Limits(
      int maxJobs, long maxBytes, Duration keep, Duration longestRun, int workers) {}

  public Jobs(Limits limits, JobWork work, Clock clock, SecureRandom random) {
    this.limits = limits;
    this.work = work;
    this.clock = clock;
    this.random = random;
    ThreadFactory threads =
        task -> {
          Thread thread = new Thread(task, "soda-job");
          thread.setDaemon(true);
          return thread;
        };
    this.workers =
        new ThreadPoolExecutor(
            limits.workers(),
            limits.workers(),
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(limits.maxJobs()),
            threads);
  }

  public Limits limits() {
    return limits;
  }

  /**
   * A new job without parameters.
   *
   * @return empty when there is no room: too many jobs run, wait, or are new
   */
  public Optional<Job> create(JobOwner owner) {
    Instant now = clock.instant();
    Job job = new Job(newId(), owner, now, now.plus(limits.keep()), limits.longestRun());
    synchronized (jobs) {
      sweep(now);
      if (jobs.size() >= limits.maxJobs() && !dropOldestEnded(null) && !dropOldestLeft(now)) {
        return Optional.empty();
      }
      jobs.put(job.id(), job);
    }
    return Optional.of(job);
  }

  private String newId() {
    byte[] bytes = new byte[ID_BYTES];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /** A job that the caller may see and govern; one of another's is not found. */
  public Optional<Job> find(String id, JobOwner caller) {
    synchronized (jobs) {
      sweep(clock.instant());
      return Optional.ofNullable(jobs.get(id))
          .filter(job -> !job.owner().isNamed() || job.owner().equals(caller));
    }
  }

  /** The caller's own jobs, the newest first; none for a caller without a name. */
  public List<Job> of(JobOwner caller) {
    synchronized (jobs) {
      sweep(clock.instant());
      List<Job> own = new ArrayList<>(jobs.values());
      own.removeIf(job -> !caller.isNamed() || !job.owner().equals(caller));
      Collections.reverse(own);
      return own;
    }
  }

  /** Starts a pending job as soon as a worker is free; any other stays as it is. */
  public void run(Job job) {
    synchronized (jobs) {
      if (job.queue()) {
        workers.execute(new Execution(this, job));
      }
    }
  }

  /** A job in the queue; equal to another of the same job, by which it can be taken out. */
  private record Execution(Jobs jobs, Job job) implements Runnable {
    @Override
    public void run() {
      jobs.execute(job);
    }
  }

  /** Jobs that wait for a worker. */
  int queued() {
    return workers.getQueue().size();
  }

  private void execute(Job job) {
    if (!job.start(clock.instant())) {
      return;
    }
    JobOutcome outcome = new JobOutcome.Failed("Error: internal error");
    try {
      outcome = work.run(job.parameters(), () -> job.isOver(clock.instant()));
    } catch (Throwable e) { // errors too: for want of memory a job ends, and not its worker
      LOG.error("job {} failed in an unforeseen way", job.id(), e);
    } finally {
      job.end(outcome, clock.instant());
    }
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

  /**
   * @return whether there was one
   */
  private boolean dropOldestLeft(Instant now) {
    Iterator<Job> oldest = jobs.values().iterator();
    while (oldest.hasNext()) {
      if (oldest.next().endIfLeft(LONGEST_PENDING, now)) {
        oldest.remove();
        return true;
      }
    }
    return false;
  }

  private void sweep(Instant now) {
    Iterator<Job> all = jobs.values().iterator();
    while (all.hasNext()) {
      Job job = all.next();
      job.endOverdue(now);
      if (job.endIfDue(now)) {
        workers.remove(new Execution(this, job));
        all.remove();
      }
    }
  }

  public void delete(Job job) {
    synchronized (jobs) {
      abort(job);
      jobs.remove(job.id());
    }
  }

  public void abort(Job job) {
    synchronized (jobs) {
      job.abort(clock.instant());
      workers.remove(new Execution(this, job));
    }
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

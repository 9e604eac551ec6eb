package org.pawprint.datalink.uws;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pawprint.core.dali.DaliParameters;

/** One job (UWS 1.1, 2.1). Safe for use by several threads. */
public final class Job {
  /** Characters of all parameters of a job, names and values. */
  public static final int MOST_TEXT = 64 * 1024;

  private final String id;
  private final JobOwner owner;
  private final Instant created;
  private final Map<String, List<String>> parameters = new LinkedHashMap<>();
  private Phase phase = Phase.PENDING;
  private @Nullable Instant started;
  private @Nullable Instant ended;
  private Instant destruction;
  private Duration longestRun;
  private List<JobResult> results = List.of();
  private @Nullable String error;

  Job(String id, JobOwner owner, Instant created, Instant destruction, Duration longestRun) {
    this.id = id;
    this.owner = owner;
    this.created = created;
    this.destruction = destruction;
    this.longestRun = longestRun;
  }

  /**
   * What is known of a job at one moment.
   *
   * @param longestRun executionDuration
   */
  public record State(
      String id,
      JobOwner owner,
      Phase phase,
      Instant created,
      Optional<Instant> started,
      Optional<Instant> ended,
      Instant destruction,
      Duration longestRun,
      Map<String, List<String>> parameters,
      List<JobResult> results,
      Optional<String> error) {}

  /** What became of parameters that were sent; unless they are set the job stays as it is. */
  public enum Taken {
    SET,
    /** UWS 1.1, 2.2.3.3. */
    NOT_PENDING,
    /** Above {@link #MOST_TEXT}. */
    TOO_LONG
  }

  public String id() {
    return id;
  }

  JobOwner owner() {
    return owner;
  }

  public synchronized State state() {
    return new State(
        id,
        owner,
        phase,
        created,
        Optional.ofNullable(started),
        Optional.ofNullable(ended),
        destruction,
        longestRun,
        new LinkedHashMap<>(parameters),
        results,
        Optional.ofNullable(error));
  }

  /**
   * Sets parameters; earlier values of the same names go.
   *
   * @param known names that mean something to the work; others are passed over
   */
  public synchronized Taken set(DaliParameters given, Set<String> known) {
    if (phase != Phase.PENDING) {
      return Taken.NOT_PENDING;
    }
    Map<String, List<String>> all = new LinkedHashMap<>(parameters);
    for (String name : given.names()) {
      if (known.contains(name)) {
        all.put(name, List.copyOf(given.values(name)));
      }
    }
    if (length(all) > MOST_TEXT) {
      return Taken.TOO_LONG;
    }
    parameters.putAll(all);
    return Taken.SET;
  }

  /** Every value counts with its name, as it does in a form. */
  private static long length(Map<String, List<String>> parameters) {
    long length = 0;
    for (Map.Entry<String, List<String>> entry : parameters.entrySet()) {
      for (String value : entry.getValue()) {
        length += entry.getKey().length() + value.length();
      }
    }
    return length;
  }

  synchronized DaliParameters parameters() {
    Map<String, String[]> pairs = new LinkedHashMap<>();
    parameters.forEach((name, values) -> pairs.put(name, values.toArray(String[]::new)));
    return DaliParameters.of(pairs);
  }

  public synchronized void destroyAt(Instant at) {
    destruction = at;
  }

  public synchronized void limitTo(Duration run) {
    longestRun = run;
  }

  /** Whether the job had been pending. */
  synchronized boolean queue() {
    return move(Phase.PENDING, Phase.QUEUED);
  }

  synchronized boolean start(Instant now) {
    started = phase == Phase.QUEUED ? now : started;
    return move(Phase.QUEUED, Phase.EXECUTING);
  }

  private boolean move(Phase from, Phase to) {
    if (phase != from) {
      return false;
    }
    phase = to;
    notifyAll();
    return true;
  }

  /** Whether the work should go on no more. */
  synchronized boolean isOver(Instant now) {
    return phase != Phase.EXECUTING || (started != null && now.isAfter(started.plus(longestRun)));
  }

  /** Keeps what came of a job, unless it has been aborted meanwhile. */
  synchronized void end(JobOutcome outcome, Instant now) {
    if (phase != Phase.EXECUTING) {
      return;
    }
    if (isOver(now)) {
      endOverdue(now);
    } else if (outcome instanceof JobOutcome.Completed completed) {
      results = completed.results();
      finish(Phase.COMPLETED, now);
    } else if (outcome instanceof JobOutcome.Failed failed) {
      error = failed.message();
      finish(Phase.ERROR, now);
    }
  }

  /** Ends a job that has run longer than it may. */
  synchronized void endOverdue(Instant now) {
    if (phase == Phase.EXECUTING && isOver(now)) {
      abort(now);
      error = "Error: the job ran longer than its executionDuration";
    }
  }

  /** Aborts a job that has been pending too long, and tells whether it has. */
  synchronized boolean endIfLeft(Duration longest, Instant now) {
    boolean left = phase == Phase.PENDING && created.plus(longest).isBefore(now);
    if (left) {
      abort(now);
    }
    return left;
  }

  /** Ends a job that has not ended by itself. */
  public synchronized void abort(Instant now) {
    if (phase.isActive()) {
      finish(Phase.ABORTED, now);
    }
  }

  private void finish(Phase how, Instant now) {
    phase = how;
    ended = now;
    notifyAll();
  }

  synchronized boolean isActive() {
    return phase.isActive();
  }

  /** Aborts the job when its time has come, and tells whether it has. */
  synchronized boolean endIfDue(Instant now) {
    boolean due = destruction.isBefore(now);
    if (due) {
      abort(now);
    }
    return due;
  }

  /** Gives the results up. */
  synchronized void forget(String why) {
    results = List.of();
    error = why;
    phase = Phase.ERROR;
    notifyAll();
  }

  /** Bytes of the results. */
  synchronized long bytes() {
    return results.stream().mapToLong(result -> result.bytes().length).sum();
  }

  /**
   * Waits until the phase is another one (UWS 1.1, 2.2.1.1).
   *
   * @return at the latest after {@code longest}
   */
  public synchronized void await(Phase now, Duration longest) throws InterruptedException {
    long deadline = System.nanoTime() + longest.toNanos();
    long left = longest.toMillis();
    while (phase == now && left > 0) {
      wait(left);
      left = (deadline - System.nanoTime()) / 1_000_000;
    }
  }
}

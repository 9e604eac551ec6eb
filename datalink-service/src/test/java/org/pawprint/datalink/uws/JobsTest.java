package org.pawprint.datalink.uws;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pawprint.core.dali.DaliParameters;
import org.pawprint.testkit.MutableClock;

/** The limits of {@link Jobs}: three jobs, ten bytes, one hour, a minute's run. */
class JobsTest {
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Set<String> KNOWN =
      Set.of("BYTES", "FAIL", "WAIT_FOR_TEST", "WANT_OF_MEMORY");

  private static final JobOwner ANN = JobOwner.named("ann");

  private final MutableClock clock = MutableClock.at("2026-11-28T12:00:00Z");
  private final CountDownLatch started = new CountDownLatch(1);
  private final CountDownLatch goOn = new CountDownLatch(1);
  private final Jobs jobs =
      new Jobs(
          new Jobs.Limits(3, 10, Duration.ofHours(1), Duration.ofMinutes(1), 1),
          this::work,
          clock,
          new SecureRandom());

  /** Makes as many bytes as BYTES says; WAIT holds it up; FAIL, WANT_OF_MEMORY make it throw. */
  private JobOutcome work(DaliParameters parameters, JobWork.Stopped stopped) {
    if (parameters.has("FAIL")) {
      throw new IllegalStateException("on purpose");
    }
    if (parameters.has("WANT_OF_MEMORY")) {
      throw new OutOfMemoryError("on purpose");
    }
    if (parameters.has("WAIT_FOR_TEST")) {
      started.countDown();
      await(goOn);
    }
    byte[] bytes = new byte[Integer.parseInt(parameters.single("BYTES").orElse("1"))];
    return new JobOutcome.Completed(List.of(new JobResult("r", "text/plain", "", bytes)));
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @AfterEach
  void close() {
    goOn.countDown();
    jobs.close();
  }

  private Job create(String name, String value) {
    Job job = jobs.create(ANN).orElseThrow();
    assertThat(set(job, name, value)).isEqualTo(Job.Taken.SET);
    return job;
  }

  private static Job.Taken set(Job job, String name, String value) {
    return job.set(DaliParameters.of(Map.of(name, new String[] {value})), KNOWN);
  }

  private Job finished(String name, String value) throws InterruptedException {
    Job job = create(name, value);
    jobs.run(job);
    while (job.state().phase().isActive()) {
      job.await(job.state().phase(), LONG);
    }
    return job;
  }

  private List<String> known() {
    List<String> ids = new ArrayList<>();
    jobs.of(ANN).forEach(job -> ids.add(job.id()));
    return ids;
  }

  @Test
  void aJobOfANamedCallerIsThatCallersOnly() {
    Job job = create("BYTES", "1");

    assertThat(jobs.find(job.id(), JobOwner.named("ann"))).contains(job);
    assertThat(jobs.of(JobOwner.named("ann"))).containsExactly(job);
    for (JobOwner other : List.of(JobOwner.named("bob"), JobOwner.anonymous())) {
      assertThat(jobs.find(job.id(), other)).isEmpty();
      assertThat(jobs.of(other)).isEmpty();
    }
    assertThat(new String(new JobXml("http://x").job(job.state()), StandardCharsets.UTF_8))
        .contains("<uws:ownerId>ann</uws:ownerId>");
  }

  @Test
  void whoKnowsTheIdOfAJobWithoutOwnerGovernsItAndNoListTellsIt() {
    Job job = jobs.create(JobOwner.anonymous()).orElseThrow();

    for (JobOwner caller : List.of(ANN, JobOwner.anonymous())) {
      assertThat(jobs.find(job.id(), caller)).contains(job);
      assertThat(jobs.of(caller)).isEmpty();
    }
  }

  /** 128 bits of a cryptographic generator: nobody tries them all. */
  @Test
  void idsAreSixteenRandomBytes() {
    SecureRandom known =
        new SecureRandom() {
          private static final long serialVersionUID = 1;

          @Override
          public void nextBytes(byte[] bytes) {
            for (int i = 0; i < bytes.length; i++) {
              bytes[i] = (byte) (0xF0 + i);
            }
          }
        };
    try (Jobs others = new Jobs(jobs.limits(), this::work, clock, known)) {
      assertThat(others.create(ANN).orElseThrow().id())
          .isEqualTo("f0f1f2f3f4f5f6f7f8f9fafbfcfdfeff");
    }
  }

  @Test
  void aListIsFilteredByPhaseByTimeAndByNumber() {
    Job first = create("BYTES", "1");
    clock.advance(Duration.ofSeconds(10));
    Job second = create("BYTES", "1");
    jobs.abort(second);
    List<Job> all = jobs.of(ANN);

    assertThat(filtered(all, Set.of(), Optional.empty(), 9)).containsExactly(second, first);
    assertThat(filtered(all, Set.of(Phase.PENDING), Optional.empty(), 9)).containsExactly(first);
    assertThat(filtered(all, Set.of(Phase.PENDING, Phase.ABORTED), Optional.empty(), 9)).hasSize(2);
    assertThat(filtered(all, Set.of(), Optional.empty(), 1)).containsExactly(second);
    assertThat(filtered(all, Set.of(), Optional.of(first.state().created()), 9))
        .containsExactly(second);
  }

  private static List<Job> filtered(
      List<Job> jobs, Set<Phase> phases, Optional<Instant> after, long last) {
    List<String> ids =
        new JobFilter(phases, after, last).of(jobs).stream().map(Job.State::id).toList();
    return jobs.stream().filter(job -> ids.contains(job.id())).toList();
  }

  @Test
  void theOldestThatHasEndedMakesRoomForANewOne() throws Exception {
    Job pending = create("BYTES", "1");
    Job first = finished("BYTES", "1");
    Job second = finished("BYTES", "1");

    Job fourth = jobs.create(ANN).orElseThrow();

    assertThat(known()).containsExactly(fourth.id(), second.id(), pending.id());
    assertThat(jobs.find(first.id(), ANN)).isEmpty();
  }

  @Test
  void noNewJobWhileNoneHasEnded() {
    create("BYTES", "1");
    create("BYTES", "1");
    create("BYTES", "1");

    assertThat(jobs.create(ANN)).isEmpty();
  }

  @Test
  void theOldestLeftPendingMakesRoomAfterFiveMinutes() {
    Job first = create("BYTES", "1");
    clock.advance(Duration.ofMinutes(3));
    Job second = create("BYTES", "1");
    Job third = create("BYTES", "1");
    clock.advance(Duration.ofMinutes(2));
    assertThat(jobs.create(ANN)).isEmpty();

    clock.advance(Duration.ofSeconds(1));
    Job fourth = jobs.create(ANN).orElseThrow();

    assertThat(known()).containsExactly(fourth.id(), third.id(), second.id());
    jobs.run(first);
    assertThat(first.state().phase()).isEqualTo(Phase.ABORTED);
    assertThat(jobs.create(ANN)).isEmpty();
  }

  @Test
  void whatIsAbortedOrDeletedWaitsNoLonger() throws Exception {
    jobs.run(create("WAIT_FOR_TEST", "1"));
    await(started);
    Job aborted = create("BYTES", "1");
    Job deleted = create("BYTES", "1");
    jobs.run(aborted);
    jobs.run(deleted);
    assertThat(jobs.queued()).isEqualTo(2);

    jobs.abort(aborted);
    assertThat(jobs.queued()).isEqualTo(1);
    jobs.delete(deleted);

    assertThat(jobs.queued()).isZero();
  }

  @Test
  void keepsWhatTheWorkReadsUpToItsLength() {
    Job job = create("BYTES", "1");

    assertThat(set(job, "OTHER", "x".repeat(100_000))).isEqualTo(Job.Taken.SET);
    // BYTES has five characters, 64 kB 65,536.
    assertThat(set(job, "BYTES", "1".repeat(65_532))).isEqualTo(Job.Taken.TOO_LONG);
    assertThat(job.state().parameters()).isEqualTo(Map.of("BYTES", List.of("1")));
    assertThat(set(job, "BYTES", "1".repeat(65_531))).isEqualTo(Job.Taken.SET);
    assertThat(set(job, "FAIL", "")).isEqualTo(Job.Taken.TOO_LONG);
  }

  @Test
  void olderResultsMakeRoomForNewer() throws Exception {
    Job first = finished("BYTES", "6");
    // One worker: when the next job starts, what the one before left is swept.
    Job second = finished("BYTES", "6");
    Job third = finished("BYTES", "1");

    assertThat(known()).containsExactly(third.id(), second.id());
    assertThat(jobs.find(first.id(), ANN)).isEmpty();
    assertThat(second.state().results()).hasSize(1);
  }

  @Test
  void aJobGoesAtItsDestruction() {
    Job job = create("BYTES", "1");
    jobs.destroyAt(job, Instant.parse("2026-11-28T15:00:00Z"));
    assertThat(job.state().destruction()).isEqualTo("2026-11-28T13:00:00Z");

    clock.advance(Duration.ofMinutes(61));

    assertThat(jobs.find(job.id(), ANN)).isEmpty();
    assertThat(job.state().phase()).isEqualTo(Phase.ABORTED);
  }

  @Test
  void whatRanTooLongIsNotKept() throws Exception {
    Job job = create("WAIT_FOR_TEST", "1");
    jobs.limit(job, Duration.ZERO);
    assertThat(job.state().longestRun()).isEqualTo(Duration.ofMinutes(1));
    jobs.run(job);
    await(started);

    clock.advance(Duration.ofSeconds(61));
    goOn.countDown();
    job.await(Phase.EXECUTING, LONG);

    assertThat(job.state().phase()).isEqualTo(Phase.ABORTED);
    assertThat(job.state().results()).isEmpty();
    assertThat(job.state().error().orElse("")).contains("executionDuration");
  }

  @Test
  void whatRunsTooLongEndsWhenItIsAskedFor() throws Exception {
    Job job = create("WAIT_FOR_TEST", "1");
    jobs.run(job);
    await(started);

    clock.advance(Duration.ofSeconds(61));
    assertThat(jobs.find(job.id(), ANN)).contains(job);

    assertThat(job.state().phase()).isEqualTo(Phase.ABORTED);
    assertThat(job.state().error().orElse("")).contains("executionDuration");
  }

  @Test
  void whatCameOfAnAbortedJobIsNotKept() throws Exception {
    Job job = create("WAIT_FOR_TEST", "1");
    jobs.run(job);
    await(started);

    jobs.abort(job);
    goOn.countDown();
    finished("BYTES", "1");

    assertThat(job.state().phase()).isEqualTo(Phase.ABORTED);
    assertThat(job.state().results()).isEmpty();
  }

  @Test
  void anUnforeseenFailureIsAnErrorWithoutItsInside() throws Exception {
    Job job = finished("FAIL", "1");

    assertThat(job.state().phase()).isEqualTo(Phase.ERROR);
    assertThat(job.state().error()).contains("Error: internal error");
  }

  @Test
  void wantOfMemoryEndsTheJobAndNotItsWorker() throws Exception {
    Job job = finished("WANT_OF_MEMORY", "1");

    assertThat(job.state().phase()).isEqualTo(Phase.ERROR);
    assertThat(finished("BYTES", "1").state().phase()).isEqualTo(Phase.COMPLETED);
  }
}

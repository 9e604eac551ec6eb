package org.pawprint.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.pawprint.core.event.Lane;
import org.pawprint.service.RightOfWay.Turn;

class RightOfWayTest {
  private static final Duration FOR_EVER = Duration.ofHours(1);

  @Test
  void backfillWaitsUntilTheLastLiveWorkEnds() throws Exception {
    RightOfWay way = new RightOfWay(FOR_EVER, FOR_EVER, Duration.ZERO);
    Turn one = way.begin(Lane.LIVE);
    Turn other = way.begin(Lane.LIVE);
    Thread step = started(way.begin(Lane.BACKFILL)::step);

    awaitWaiting(step);
    one.close();
    awaitWaiting(step);
    other.close();

    step.join(10_000);
    assertThat(step.isAlive()).isFalse();
  }

  @Test
  void backfillWaitsForAWhileOnly() {
    RightOfWay way = new RightOfWay(Duration.ofMillis(20), FOR_EVER, Duration.ZERO);
    try (Turn live = way.begin(Lane.LIVE);
        Turn backfill = way.begin(Lane.BACKFILL)) {
      long began = System.nanoTime();

      backfill.step();

      assertThat(Duration.ofNanos(System.nanoTime() - began))
          .isGreaterThanOrEqualTo(Duration.ofMillis(19));
      live.step();
    }
  }

  @Test
  void aPieceOfBackfillWaitsNoMoreThanItsBudget() {
    RightOfWay way = new RightOfWay(FOR_EVER, Duration.ofMillis(20), Duration.ZERO);
    try (Turn live = way.begin(Lane.LIVE);
        Turn backfill = way.begin(Lane.BACKFILL)) {
      live.step();
      for (int i = 0; i < 1_000; i++) {
        backfill.step();
      }
    }
  }

  @Test
  void noLaneWaitsForBackfill() {
    RightOfWay way = new RightOfWay(FOR_EVER, FOR_EVER, Duration.ZERO);
    try (Turn backfill = way.begin(Lane.BACKFILL);
        Turn live = way.begin(Lane.LIVE)) {
      live.step();
    }
    try (Turn backfill = way.begin(Lane.BACKFILL)) {
      backfill.step();
    }
  }

  @Test
  void afterLiveWorkBackfillDoesOneThingAtATime() throws Exception {
    RightOfWay way = new RightOfWay(Duration.ZERO, FOR_EVER, FOR_EVER);
    way.begin(Lane.LIVE).close();
    Turn one = way.begin(Lane.BACKFILL);
    Thread other = started(() -> way.begin(Lane.BACKFILL).close());

    awaitWaiting(other);
    one.close();

    other.join(10_000);
    assertThat(other.isAlive()).isFalse();
  }

  @Test
  void afterLiveWorkBackfillRestsLongerThanItWorked() {
    RightOfWay way = new RightOfWay(Duration.ZERO, FOR_EVER, FOR_EVER);
    way.begin(Lane.LIVE).close();
    Turn one = way.begin(Lane.BACKFILL);
    long began = System.nanoTime();
    await().pollDelay(Duration.ofMillis(20)).until(() -> true);
    long worked = System.nanoTime() - began;
    one.close();
    long ended = System.nanoTime();

    way.begin(Lane.BACKFILL).close();

    // The rest began before the clock was read again.
    assertThat(System.nanoTime() - ended).isGreaterThan(worked);
  }

  @Test
  void withoutLiveWorkBackfillDoesSeveral() {
    RightOfWay way = new RightOfWay(FOR_EVER, FOR_EVER, Duration.ofMillis(20));
    way.begin(Lane.LIVE).close();
    try (Turn one = way.begin(Lane.BACKFILL);
        Turn other = way.begin(Lane.BACKFILL)) {
      one.step();
      other.step();
    }
  }

  private static Thread started(Runnable work) {
    Thread thread = new Thread(work);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private static void awaitWaiting(Thread thread) {
    await()
        .during(Duration.ofMillis(50))
        .until(() -> thread.getState() == Thread.State.TIMED_WAITING);
  }
}

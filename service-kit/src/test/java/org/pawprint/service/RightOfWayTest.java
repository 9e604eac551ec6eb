package org.pawprint.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.pawprint.core.event.Lane;
import org.pawprint.service.RightOfWay.Turn;

class RightOfWayTest {
  private static final Duration FOR_EVER = Duration.ofHours(1);

  @Test
  void backfillWaitsUntilTheLastLiveWorkEnds() throws Exception {
    RightOfWay way = new RightOfWay(FOR_EVER, Duration.ZERO);
    Turn one = way.begin(Lane.LIVE);
    Turn other = way.begin(Lane.LIVE);
    CompletableFuture<Void> step = CompletableFuture.runAsync(way.begin(Lane.BACKFILL)::step);

    one.close();
    Thread.sleep(50);
    assertThat(step).isNotDone();
    other.close();

    step.get(10, TimeUnit.SECONDS);
  }

  @Test
  void backfillWaitsForAWhileOnly() {
    RightOfWay way = new RightOfWay(Duration.ofMillis(20), Duration.ZERO);
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
  void noLaneWaitsForBackfill() {
    RightOfWay way = new RightOfWay(FOR_EVER, Duration.ZERO);
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
    RightOfWay way = new RightOfWay(Duration.ZERO, FOR_EVER);
    way.begin(Lane.LIVE).close();
    Turn one = way.begin(Lane.BACKFILL);
    CompletableFuture<Turn> other = CompletableFuture.supplyAsync(() -> way.begin(Lane.BACKFILL));

    Thread.sleep(50);
    assertThat(other).isNotDone();
    one.close();

    other.get(10, TimeUnit.SECONDS).close();
  }

  @Test
  void withoutLiveWorkBackfillDoesSeveral() {
    RightOfWay way = new RightOfWay(FOR_EVER, Duration.ofMillis(20));
    way.begin(Lane.LIVE).close();
    try (Turn one = way.begin(Lane.BACKFILL);
        Turn other = way.begin(Lane.BACKFILL)) {
      one.step();
      other.step();
    }
  }
}

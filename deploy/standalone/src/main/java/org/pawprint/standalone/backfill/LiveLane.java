package org.pawprint.standalone.backfill;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import org.pawprint.standalone.archive.Pause;
import org.pawprint.standalone.archive.RunningArchive;
import tools.jackson.databind.JsonNode;

/** Gives way: a backfill announces nothing while fresh reductions wait. */
final class LiveLane {
  /** Messages: a night's burst of both arms of a few fields is no lag. */
  private static final long MOST_WAITING = 20;

  private static final double MOST_SECONDS = 5;
  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

  private final RunningArchive archive;
  private final Watcher watcher;
  private long lookAgainAt = System.nanoTime();

  LiveLane(RunningArchive archive, Watcher watcher) {
    this.archive = archive;
    this.watcher = watcher;
  }

  /** Returns once the live lane keeps up. */
  void giveWay() throws IOException {
    if (System.nanoTime() - lookAgainAt < 0) {
      return;
    }
    boolean paused = false;
    JsonNode lag = archive.ops("/ops/lanes/live");
    while (isBehind(lag)) {
      if (!paused) {
        watcher.say(
            String.format(
                Locale.ROOT,
                "paused: the live lane is behind, %d messages wait, the oldest for %.0f s",
                lag.path("waiting").asLong(),
                lag.path("oldest_seconds").asDouble()));
      }
      paused = true;
      Pause.of(LOOK_EVERY);
      lag = archive.ops("/ops/lanes/live");
    }
    if (paused) {
      watcher.say("the live lane has caught up");
    }
    lookAgainAt = System.nanoTime() + LOOK_EVERY.toNanos();
  }

  private static boolean isBehind(JsonNode lag) {
    return lag.path("waiting").asLong() > MOST_WAITING
        || lag.path("oldest_seconds").asDouble() > MOST_SECONDS;
  }
}

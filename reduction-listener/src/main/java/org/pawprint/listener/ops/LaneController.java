package org.pawprint.listener.ops;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.pawprint.core.event.BrokerNames;
import org.pawprint.core.event.Lane;
import org.pawprint.listener.fetch.Roots;
import org.pawprint.listener.messaging.LaneSwitch;
import org.pawprint.listener.messaging.QueueDepths;
import org.pawprint.store.ledger.LiveLag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** What somebody who announces files wants to know; cheap enough to be asked every second. */
@RestController
class LaneController {
  private final LiveLag lag;
  private final QueueDepths queues;
  private final LaneSwitch lanes;
  private final Roots roots;
  private final Clock clock;

  LaneController(LiveLag lag, QueueDepths queues, LaneSwitch lanes, Roots roots, Clock clock) {
    this.lag = lag;
    this.queues = queues;
    this.lanes = lanes;
    this.roots = roots;
    this.clock = clock;
  }

  /**
   * How far the live lane is behind.
   *
   * @param waiting messages ready in its queues
   * @param oldestSeconds age of the event in work for longest; 0 when there is none
   */
  record Lag(long waiting, double oldestSeconds) {}

  /** A folder that files may come from. */
  record RootFolder(String path, boolean immutable) {}

  @GetMapping("/ops/lanes/live")
  Lag live() {
    Map<String, Long> depths = queues.depths();
    long waiting =
        depths.getOrDefault(BrokerNames.reductionQueue(Lane.LIVE), 0L)
            + depths.getOrDefault(BrokerNames.stageQueue(Lane.LIVE), 0L);
    Instant now = clock.instant();
    double oldest =
        lag.oldest(now).map(at -> Duration.between(at, now).toMillis() / 1000.0).orElse(0.0);
    return new Lag(waiting, Math.max(0, oldest));
  }

  /** Which lanes are paused. */
  record Paused(List<String> paused) {}

  /** Stops a lane at the door; its events wait in the broker until it is resumed, or a restart. */
  @PostMapping("/ops/lanes/{lane}/pause")
  Paused pause(@PathVariable("lane") String word) {
    lanes.pause(lane(word));
    return paused();
  }

  @PostMapping("/ops/lanes/{lane}/resume")
  Paused resume(@PathVariable("lane") String word) {
    lanes.resume(lane(word));
    return paused();
  }

  private Paused paused() {
    return new Paused(lanes.paused().stream().map(Lane::word).toList());
  }

  private static Lane lane(String word) {
    try {
      return Lane.of(word);
    } catch (IllegalArgumentException e) {
      throw new OpsFault("lane", word, "live or backfill");
    }
  }

  @GetMapping("/ops/roots")
  List<RootFolder> roots() {
    return roots.all().stream()
        .map(root -> new RootFolder(root.folder().toString(), root.immutable()))
        .toList();
  }
}

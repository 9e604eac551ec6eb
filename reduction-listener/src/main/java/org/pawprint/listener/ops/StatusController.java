package org.pawprint.listener.ops;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.pawprint.core.event.Lane;
import org.pawprint.listener.messaging.DeliveryGate;
import org.pawprint.listener.messaging.LaneSwitch;
import org.pawprint.listener.messaging.QueueDepths;
import org.pawprint.store.ledger.LedgerSearch;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How the door stands, at a glance. */
@RestController
class StatusController {
  private final LedgerSearch ledger;
  private final QueueDepths queues;
  private final DeliveryGate gate;
  private final LaneSwitch lanes;

  StatusController(LedgerSearch ledger, QueueDepths queues, DeliveryGate gate, LaneSwitch lanes) {
    this.ledger = ledger;
    this.queues = queues;
    this.gate = gate;
    this.lanes = lanes;
  }

  /**
   * The state of the door.
   *
   * @param deliveries {@code flowing}, or {@code stopped} while the ledger is away
   * @param paused lanes that an operator stopped
   * @param queues messages ready, by queue; empty when the broker does not answer
   * @param oldestWaiting when the event came that waits longest, by lane
   */
  record Status(
      String deliveries,
      List<String> paused,
      List<LedgerSearch.Count> events,
      Map<String, Long> queues,
      Map<String, Instant> oldestWaiting) {}

  @GetMapping("/ops/status")
  Status status() {
    Map<String, Instant> oldest = new TreeMap<>();
    ledger.oldestWaiting().forEach((lane, at) -> oldest.put(lane.word(), at));
    return new Status(
        gate.isClosed() ? "stopped" : "flowing",
        lanes.paused().stream().map(Lane::word).toList(),
        ledger.counts(),
        queues.depths(),
        oldest);
  }
}

package org.pawprint.listener.messaging;

import java.util.Map;
import java.util.TreeMap;
import org.pawprint.core.event.BrokerNames;
import org.pawprint.core.event.Lane;
import org.springframework.amqp.AmqpException;
import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.core.QueueInformation;

/** How many messages wait in our queues. */
public final class QueueDepths {
  private final AmqpAdmin admin;

  QueueDepths(AmqpAdmin admin) {
    this.admin = admin;
  }

  /** Messages ready, by queue; empty when the broker does not answer. */
  public Map<String, Long> depths() {
    Map<String, Long> depths = new TreeMap<>();
    try {
      for (Lane lane : Lane.values()) {
        add(depths, BrokerNames.reductionQueue(lane));
        add(depths, BrokerNames.stageQueue(lane));
      }
      add(depths, BrokerNames.PARKED_QUEUE);
      return depths;
    } catch (AmqpException e) {
      return Map.of();
    }
  }

  private void add(Map<String, Long> depths, String queue) {
    QueueInformation found = admin.getQueueInfo(queue);
    if (found != null) {
      depths.put(queue, (long) found.getMessageCount());
    }
  }
}

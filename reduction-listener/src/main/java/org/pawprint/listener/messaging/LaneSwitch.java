package org.pawprint.listener.messaging;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.pawprint.core.event.Lane;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.rabbit.listener.SimpleMessageListenerContainer;

/**
 * Lets an operator stop a lane at the door for a while: its events wait in the broker. Forgotten at
 * a restart. Safe for concurrent use.
 */
public final class LaneSwitch {
  private static final Logger LOG = LoggerFactory.getLogger(LaneSwitch.class);

  private final DeliveryGate gate;
  private final Supplier<Collection<SimpleMessageListenerContainer>> containers;
  private final Set<Lane> paused = EnumSet.noneOf(Lane.class);

  /**
   * @param containers asked for late, as by the gate
   */
  LaneSwitch(DeliveryGate gate, Supplier<Collection<SimpleMessageListenerContainer>> containers) {
    this.gate = gate;
    this.containers = containers;
  }

  /** Listener id of the container of a lane. */
  static String idOf(Lane lane) {
    return "lane-" + lane.word();
  }

  /** Events in hand are finished; returns when none is. */
  public synchronized void pause(Lane lane) {
    if (paused.add(lane)) {
      LOG.info("lane={} paused", lane.word());
      gate.keepStopped(idOf(lane), true);
      container(lane).stop();
    }
  }

  public synchronized void resume(Lane lane) {
    if (paused.remove(lane)) {
      LOG.info("lane={} resumed", lane.word());
      gate.keepStopped(idOf(lane), false);
      if (!gate.isClosed()) {
        container(lane).start();
      }
    }
  }

  /** Lanes that are paused. */
  public synchronized Set<Lane> paused() {
    return new TreeSet<>(paused);
  }

  private SimpleMessageListenerContainer container(Lane lane) {
    return containers.get().stream()
        .filter(container -> idOf(lane).equals(container.getListenerId()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no consumers for lane " + lane.word()));
  }
}

package org.pawprint.listener;

import java.time.Duration;
import org.pawprint.core.event.Lane;
import org.pawprint.listener.messaging.DeliveryGate;
import org.pawprint.listener.pipeline.LaterPoller;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.IntervalTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;

/** What runs by the clock. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class Schedules implements SchedulingConfigurer {
  private static final Duration GATE = Duration.ofSeconds(1);

  private final ListenerProperties properties;
  private final LaterPoller poller;
  private final DeliveryGate gate;
  private final Sweeper sweeper;

  Schedules(ListenerProperties properties, LaterPoller poller, DeliveryGate gate, Sweeper sweeper) {
    this.properties = properties;
    this.poller = poller;
    this.gate = gate;
    this.sweeper = sweeper;
  }

  @Override
  public void configureTasks(ScheduledTaskRegistrar tasks) {
    for (Lane lane : Lane.values()) {
      every(properties.poll(), tasks, () -> poll(lane));
    }
    every(GATE, tasks, gate::reopenIfPossible);
    every(properties.sweep(), tasks, sweeper::sweep);
  }

  /** While the ledger is away there is nothing to ask it. */
  private void poll(Lane lane) {
    if (!gate.isClosed()) {
      poller.poll(lane);
    }
  }

  private static void every(Duration pause, ScheduledTaskRegistrar tasks, Runnable task) {
    tasks.addFixedDelayTask(new IntervalTask(task, pause, pause));
  }
}

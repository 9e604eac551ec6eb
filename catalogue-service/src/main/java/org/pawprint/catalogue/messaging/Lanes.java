package org.pawprint.catalogue.messaging;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.pawprint.core.event.Lane;
import org.pawprint.store.migration.CatalogueMigration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.rabbit.listener.AbstractMessageListenerContainer;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * The consumers of both lanes. A lane that cannot work rests, so that commands wait in the broker
 * and not in a busy loop, and resumes once the database answers.
 */
public class Lanes implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(Lanes.class);

  private final Map<Lane, AbstractMessageListenerContainer> containers = new EnumMap<>(Lane.class);
  private final JdbcClient jdbc;
  private volatile boolean running;

  Lanes(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(Lane lane, AbstractMessageListenerContainer container) {
    containers.put(lane, container);
  }

  /** Whether each lane consumes; one that rests does not. */
  public Map<Lane, Boolean> running() {
    Map<Lane, Boolean> running = new EnumMap<>(Lane.class);
    containers.forEach((lane, container) -> running.put(lane, container.isRunning()));
    return running;
  }

  /** Stops the lane's consumers soon; deliveries in hand may finish. */
  void rest(Lane lane, String because) {
    log.warn("lane={} rests reason=\"{}\"", lane.word(), because);
    AbstractMessageListenerContainer container = container(lane);
    new Thread(container::stop, "rest-" + lane.word()).start();
  }

  /** Whether an exception says that the database is away rather than that a value is wrong. */
  static boolean isConnectionTrouble(RuntimeException e) {
    return e instanceof DataAccessResourceFailureException
        || e instanceof TransientDataAccessException
        || e instanceof RecoverableDataAccessException
        || e instanceof CannotCreateTransactionException;
  }

  /** Wakes lanes that rest, once the database answers. */
  @Scheduled(fixedDelay = 1000)
  void resume() {
    if (!running || containers.values().stream().allMatch(c -> c.isRunning())) {
      return;
    }
    try {
      Optional<String> mismatch = CatalogueMigration.mismatch(jdbc);
      if (mismatch.isPresent()) {
        log.debug("lanes rest on: {}", mismatch.get());
        return;
      }
    } catch (RuntimeException e) {
      log.debug("database still away: {}", e.getMessage());
      return;
    }
    containers.forEach(
        (lane, container) -> {
          if (!container.isRunning()) {
            log.info("lane={} resumes", lane.word());
            container.start();
          }
        });
  }

  private AbstractMessageListenerContainer container(Lane lane) {
    AbstractMessageListenerContainer container = containers.get(lane);
    if (container == null) {
      throw new IllegalStateException("no consumers for lane " + lane.word());
    }
    return container;
  }

  @Override
  public void start() {
    running = true;
    containers.values().forEach(AbstractMessageListenerContainer::start);
  }

  @Override
  public void stop() {
    running = false;
    containers.values().forEach(AbstractMessageListenerContainer::stop);
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}

package org.pawprint.listener.messaging;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.pawprint.store.ledger.EventLedger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.rabbit.listener.SimpleMessageListenerContainer;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Stops deliveries of all lanes while the ledger is away, so that nothing stays unacknowledged, and
 * lets them in again once it can be written. Safe for concurrent use.
 */
public final class DeliveryGate {
  private static final Logger LOG = LoggerFactory.getLogger(DeliveryGate.class);

  private final EventLedger ledger;
  private final Supplier<Collection<SimpleMessageListenerContainer>> containers;
  private final AtomicBoolean closed = new AtomicBoolean();
  private final Set<String> keptStopped = ConcurrentHashMap.newKeySet();

  /**
   * @param containers asked for late: they need the consumers, which need this
   */
  DeliveryGate(
      EventLedger ledger, Supplier<Collection<SimpleMessageListenerContainer>> containers) {
    this.ledger = ledger;
    this.containers = containers;
  }

  public boolean isClosed() {
    return closed.get();
  }

  /** Whether a container stays stopped when the gate opens, because an operator paused its lane. */
  void keepStopped(String listenerId, boolean stopped) {
    if (stopped) {
      keptStopped.add(listenerId);
    } else {
      keptStopped.remove(listenerId);
    }
  }

  /** Stops deliveries; returns at once, for it is called by a consumer. */
  void close(RuntimeException because) {
    if (closed.compareAndSet(false, true)) {
      LOG.error("deliveries=stopped reason=\"{}\"", because.toString(), because);
      containers.get().forEach(container -> container.stop(() -> {}));
    }
  }

  /** Lets deliveries in again if the next event could be recorded. */
  public void reopenIfPossible() {
    if (!closed.get()) {
      return;
    }
    List<SimpleMessageListenerContainer> all = List.copyOf(containers.get());
    if (all.stream().anyMatch(SimpleMessageListenerContainer::isRunning) || !ledgerAnswers()) {
      return;
    }
    closed.set(false);
    all.stream()
        .filter(container -> !keptStopped.contains(container.getListenerId()))
        .forEach(SimpleMessageListenerContainer::start);
    LOG.info("deliveries=resumed");
  }

  private boolean ledgerAnswers() {
    try {
      ledger.probe();
      return true;
    } catch (DataAccessException | TransactionException e) {
      return false;
    }
  }
}

package org.pawprint.listener.health;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.pawprint.listener.fetch.Roots;
import org.pawprint.listener.messaging.DeliveryGate;
import org.pawprint.listener.messaging.QueueDepths;
import org.pawprint.store.file.OriginalStore;
import org.pawprint.store.file.StoreWriteFailure;
import org.pawprint.store.ledger.EventLedger;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Up when an event that came now could be recorded, fetched, stored and sent on. */
@Component
class DoorHealthIndicator implements HealthIndicator {
  private static final String OK = "ok";

  private final EventLedger ledger;
  private final QueueDepths queues;
  private final OriginalStore store;
  private final Roots roots;
  private final DeliveryGate gate;

  DoorHealthIndicator(
      EventLedger ledger, QueueDepths queues, OriginalStore store, Roots roots, DeliveryGate gate) {
    this.ledger = ledger;
    this.queues = queues;
    this.store = store;
    this.roots = roots;
    this.gate = gate;
  }

  @Override
  public Health health() {
    String ledgerState = ledgerState();
    String brokerState = queues.depths().isEmpty() ? "does not answer" : OK;
    String storeState = storeState();
    String rootState = rootState();
    String deliveries = gate.isClosed() ? "stopped" : OK;
    boolean up =
        List.of(ledgerState, brokerState, storeState, rootState, deliveries).stream()
            .allMatch(OK::equals);
    return (up ? Health.up() : Health.down())
        .withDetail("ledger", ledgerState)
        .withDetail("broker", brokerState)
        .withDetail("originals", storeState)
        .withDetail("roots", rootState)
        .withDetail("deliveries", deliveries)
        .build();
  }

  private String ledgerState() {
    try {
      ledger.probe();
      return OK;
    } catch (DataAccessException | TransactionException e) {
      return "cannot be written";
    }
  }

  private String storeState() {
    try {
      store.probe();
      return OK;
    } catch (StoreWriteFailure e) {
      return "cannot be written";
    }
  }

  private String rootState() {
    List<Path> unreadable =
        roots.all().stream()
            .map(Roots.Root::folder)
            .filter(root -> !Files.isDirectory(root) || !Files.isReadable(root))
            .toList();
    return unreadable.isEmpty() ? OK : "cannot be read: " + unreadable;
  }
}

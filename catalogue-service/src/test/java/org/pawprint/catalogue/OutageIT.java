package org.pawprint.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.pawprint.catalogue.CatalogueUnderTest.SOON;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Servers go and come back while commands flow: nothing is lost, nothing comes twice. */
class OutageIT extends OnEachBroker {
  private static final int LOST_CONNECTIONS = 30;

  private static List<Long> send(String name, int from, int until) throws Exception {
    List<Long> keys = new ArrayList<>();
    for (int i = from; i < until; i++) {
      keys.add(
          service.send(
              Commands.of(name + i).file(service.original(i + ".fits", Frames.oneFibre(i))), name));
    }
    return keys;
  }

  private static void assertAllOnce(String collection, List<Long> keys) {
    for (long key : keys) {
      service.awaitState(key, "catalogued");
    }
    // The files differ in a comment only: one target, as many reductions as files.
    assertThat(service.count("catalogue.reduction WHERE collection = '" + collection + "'"))
        .isEqualTo(keys.size());
    assertThat(service.rows(collection)).hasSize(keys.size());
  }

  @Test
  void theLanesRestWhileTheDatabaseIsAway() throws Exception {
    List<Commands> commands = new ArrayList<>();
    List<Long> keys = new ArrayList<>();
    for (int i = 1; i <= 12; i++) {
      commands.add(
          Commands.of("database" + i).file(service.original(i + ".fits", Frames.oneFibre(i))));
      keys.add(service.record(commands.get(i - 1)));
    }
    publish(commands, keys, 0, 6);

    service.database.down();
    try {
      publish(commands, keys, 6, 12);
      await().atMost(SOON).until(() -> service.waiting() >= 6);
    } finally {
      service.database.up();
    }

    assertAllOnce("database", keys);
    // Work that the outage cut off before its commit: at most one segment a consumer.
    assertThat(service.sweep()).isLessThanOrEqualTo(2);
  }

  private static void publish(List<Commands> commands, List<Long> keys, int from, int until)
      throws Exception {
    for (int i = from; i < until; i++) {
      service.publish(commands.get(i), keys.get(i), "database");
    }
  }

  @Test
  void theBrokerMayGoInTheMiddle() throws Exception {
    List<Long> keys = send("broker", 21, 28);

    service.broker.stop();
    service.broker.start();

    keys.addAll(send("broker", 28, 30));
    assertAllOnce("broker", keys);
  }

  @Test
  void thirtyLostConnectionsLoseNothing() throws Exception {
    List<Long> keys = new ArrayList<>();
    for (int i = 0; i < LOST_CONNECTIONS; i++) {
      keys.addAll(send("connections", 100 + i, 101 + i));
      service.broker.killConnections();
    }

    assertAllOnce("connections", keys);
  }
}

package org.pawprint.listener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rabbitmq.client.AlreadyClosedException;
import com.rabbitmq.client.Channel;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pawprint.core.event.BrokerNames;
import org.pawprint.core.event.Lane;
import org.pawprint.core.event.StageCommand;
import org.pawprint.testkit.BrokerUnderTest;

/** Servers that go away in the middle: nothing is lost, nothing acknowledged too early. */
class OutageIT {
  private static final Duration LONG = Duration.ofMinutes(2);
  private static final String LIVE_QUEUE = BrokerNames.reductionQueue(Lane.LIVE);

  @ParameterizedTest
  @MethodSource("org.pawprint.testkit.Brokers#durable")
  void acknowledgesNothingThatTheLedgerDoesNotHold(BrokerUnderTest broker) throws Exception {
    try (ListenerUnderTest listener = new ListenerUnderTest(broker)) {
      try (Connection connection = listener.database.dataSource().getConnection();
          Statement statement = connection.createStatement()) {
        connection.setAutoCommit(false);
        statement.execute("LOCK TABLE ledger.event IN EXCLUSIVE MODE");
        publish(listener, 1);
        await().atMost(LONG).until(() -> waitsForTheLedger(listener));

        listener.stopApplication();

        await().atMost(LONG).until(() -> listener.depth(LIVE_QUEUE), n -> n == 1);
        assertThat(listener.takeStaged(Lane.LIVE)).isEmpty();
        connection.rollback();
      }
      assertThat(listener.row("event-0")).isEmpty();

      listener.startApplication();

      listener.awaitState("event-0", "staged");
      assertThat(listener.takeStaged(Lane.LIVE)).hasSize(1);
    }
  }

  @ParameterizedTest
  @MethodSource("org.pawprint.testkit.Brokers#durable")
  void keepsAnEventWhoseCommandTheBrokerReturns(BrokerUnderTest broker) throws Exception {
    try (ListenerUnderTest listener = new ListenerUnderTest(broker)) {
      // The first command opens the publishing connection, and a new connection declares all
      // bindings again.
      publishOne(listener, 0);
      listener.awaitState("event-0", "staged");
      bindStage(broker, false);
      publishOne(listener, 1);

      assertThat(listener.awaitState("event-1", "later")).containsEntry("step", "stage");

      bindStage(broker, true);
      listener.makeDue("event-1");
      listener.awaitState("event-1", "staged");
      assertThat(stagedIds(listener)).containsExactly("event-0", "event-1");
      assertThat(listener.depth(LIVE_QUEUE)).isZero();
    }
  }

  @ParameterizedTest
  @MethodSource("org.pawprint.testkit.Brokers#durable")
  void holdsNothingWhileTheDatabaseIsAwayAndGoesOnAfter(BrokerUnderTest broker) throws Exception {
    try (ListenerUnderTest listener = new ListenerUnderTest(broker)) {
      publish(listener, 1);
      listener.awaitState("event-0", "staged");
      listener.database.down();

      publish(listener, 4);

      // Ready again, so with no consumer.
      await().atMost(LONG).until(() -> listener.depth(LIVE_QUEUE), n -> n == 4);
      listener.database.up();
      awaitAllStaged(listener, 4);
      assertThat(listener.depth(LIVE_QUEUE)).isZero();
      assertThat(stagedIds(listener)).containsAll(ids(4));
      assertThat(listener.originals()).hasSize(4);
    }
  }

  @ParameterizedTest
  @MethodSource("org.pawprint.testkit.Brokers#durable")
  void losesNothingWhenTheBrokerStopsInTheMiddle(BrokerUnderTest broker) throws Exception {
    try (ListenerUnderTest listener = new ListenerUnderTest(broker)) {
      publish(listener, 20);

      broker.stop();
      broker.start();

      awaitAllStaged(listener, 20);
      await().atMost(LONG).until(() -> listener.depth(LIVE_QUEUE), n -> n == 0);
      assertThat(stagedIds(listener)).containsAll(ids(20));
      assertThat(listener.originals()).hasSize(20);
    }
  }

  @ParameterizedTest
  @MethodSource("org.pawprint.testkit.Brokers#durable")
  void survivesThirtyLostConnections(BrokerUnderTest broker) throws Exception {
    try (ListenerUnderTest listener = new ListenerUnderTest(broker)) {
      for (int i = 0; i < 30; i++) {
        publishOne(listener, i);
        broker.killConnections();
      }

      awaitAllStaged(listener, 30);
      await().atMost(LONG).until(() -> listener.depth(LIVE_QUEUE), n -> n == 0);
      assertThat(stagedIds(listener)).containsAll(ids(30));
    }
  }

  /** Whether a consumer holds an event that it cannot record yet. */
  private static boolean waitsForTheLedger(ListenerUnderTest listener) {
    return listener
        .jdbc
        .sql(
            "SELECT EXISTS (SELECT 1 FROM pg_locks WHERE relation = 'ledger.event'::regclass AND NOT granted)")
        .query(Boolean.class)
        .single();
  }

  private static void publish(ListenerUnderTest listener, int events) throws Exception {
    for (int i = 0; i < events; i++) {
      publishOne(listener, i);
    }
  }

  private static void publishOne(ListenerUnderTest listener, int number) throws Exception {
    byte[] frame = Events.bytes("frame " + number);
    Path file = listener.write(number + ".fits", frame);
    String event = Events.live("event-" + number, Events.product(file, frame));
    // A publisher sends again what was not confirmed.
    await()
        .atMost(LONG)
        .ignoreExceptionsMatching(
            e ->
                e instanceof IOException
                    || e instanceof AlreadyClosedException
                    || e instanceof TimeoutException)
        .until(
            () -> {
              listener.publish(Lane.LIVE, event);
              return true;
            });
  }

  private static void awaitAllStaged(ListenerUnderTest listener, int events) {
    for (String id : ids(events)) {
      await()
          .atMost(LONG)
          .until(
              () -> {
                listener.makeDue(id);
                return listener.row(id).get("state");
              },
              "staged"::equals);
    }
  }

  private static List<String> ids(int events) {
    return IntStream.range(0, events).mapToObj(i -> "event-" + i).toList();
  }

  private static List<String> stagedIds(ListenerUnderTest listener) throws Exception {
    return listener.takeStaged(Lane.LIVE).stream()
        .map(StageCommand::eventId)
        .distinct()
        .collect(Collectors.toList());
  }

  private static void bindStage(BrokerUnderTest broker, boolean bound) throws Exception {
    try (com.rabbitmq.client.Connection connection = broker.connect();
        Channel channel = connection.createChannel()) {
      String queue = BrokerNames.stageQueue(Lane.LIVE);
      if (bound) {
        channel.queueBind(queue, BrokerNames.STAGE_EXCHANGE, Lane.LIVE.word());
      } else {
        channel.queueUnbind(queue, BrokerNames.STAGE_EXCHANGE, Lane.LIVE.word());
      }
    }
  }
}

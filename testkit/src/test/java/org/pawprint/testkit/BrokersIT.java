package org.pawprint.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.rabbitmq.client.BuiltinExchangeType;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.MessageProperties;
import com.rabbitmq.client.PossibleAuthenticationFailureException;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds both brokers to what Pawprint needs of either. */
class BrokersIT {
  private static final String QUEUE = "pawprint.reduction.live";
  private static final String EXCHANGE = "paws.events";

  @ParameterizedTest
  @MethodSource("org.pawprint.testkit.Brokers#all")
  void routesByTopicAndConfirms(BrokerUnderTest broker) throws Exception {
    broker.reset();

    publish(broker, "one");

    assertThat(broker.queueDepth(QUEUE)).isEqualTo(1);
    try (Connection connection = broker.connect();
        Channel channel = connection.createChannel()) {
      assertThat(new String(channel.basicGet(QUEUE, true).getBody(), UTF_8)).isEqualTo("one");
    }
    assertThat(broker.queueDepth(QUEUE)).isZero();
  }

  @ParameterizedTest
  @MethodSource("org.pawprint.testkit.Brokers#all")
  void resetForgetsQueues(BrokerUnderTest broker) throws Exception {
    publish(broker, "one");

    broker.reset();

    assertThatThrownBy(() -> broker.queueDepth(QUEUE)).isInstanceOf(Exception.class);
  }

  @ParameterizedTest
  @MethodSource("org.pawprint.testkit.Brokers#all")
  void refusesAWrongPassword(BrokerUnderTest broker) {
    ConnectionFactory factory = new ConnectionFactory();
    factory.setHost(broker.host());
    factory.setPort(broker.port());
    factory.setVirtualHost(broker.virtualHost());
    factory.setUsername(broker.user());
    factory.setPassword("guess");

    assertThatThrownBy(factory::newConnection)
        .isInstanceOf(PossibleAuthenticationFailureException.class);
  }

  @ParameterizedTest
  @MethodSource("org.pawprint.testkit.Brokers#all")
  void killsConnectionsButTakesNewOnes(BrokerUnderTest broker) throws Exception {
    Connection open = broker.connect();

    broker.killConnections();

    await().until(() -> !open.isOpen());
    try (Connection again = broker.connect()) {
      assertThat(again.isOpen()).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("org.pawprint.testkit.Brokers#all")
  void givesAFeedItsOwnTemporaryQueue(BrokerUnderTest broker) throws Exception {
    try (Connection connection = broker.connect();
        Channel channel = connection.createChannel()) {
      String queue = channel.queueDeclare().getQueue();

      assertThat(channel.queueDeclarePassive(queue).getMessageCount()).isZero();
    }
  }

  @ParameterizedTest
  @MethodSource("org.pawprint.testkit.Brokers#durable")
  void keepsPersistentMessagesOverAnOutage(BrokerUnderTest broker) throws Exception {
    broker.reset();
    publish(broker, "kept");

    broker.stop();
    assertThatThrownBy(broker::connect).isInstanceOf(IOException.class);
    broker.start();

    assertThat(broker.keepsMessages()).isTrue();
    await().until(() -> broker.queueDepth(QUEUE) == 1);
  }

  @Test
  void absenceOfRabbitIsAFailureWhereItIsRequired() {
    assertThatThrownBy(
            () ->
                Brokers.rabbit(
                    false,
                    Map.of(Brokers.REQUIRE_RABBITMQ, "true"),
                    () -> {
                      throw new IllegalStateException("not reached");
                    }))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("required");
  }

  private static void publish(BrokerUnderTest broker, String text)
      throws IOException, TimeoutException, InterruptedException {
    try (Connection connection = broker.connect();
        Channel channel = connection.createChannel()) {
      channel.exchangeDeclare(EXCHANGE, BuiltinExchangeType.TOPIC, true);
      channel.queueDeclare(QUEUE, true, false, false, Map.of());
      channel.queueBind(QUEUE, EXCHANGE, "reduction.completed.live");
      channel.confirmSelect();
      channel.basicPublish(
          EXCHANGE,
          "reduction.completed.live",
          MessageProperties.PERSISTENT_BASIC,
          text.getBytes(UTF_8));
      channel.waitForConfirmsOrDie(10_000);
    }
  }
}

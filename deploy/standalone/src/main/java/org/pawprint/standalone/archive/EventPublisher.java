package org.pawprint.standalone.archive;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.ShutdownSignalException;
import java.io.IOException;
import java.net.ConnectException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.pawprint.core.event.BrokerNames;
import org.pawprint.core.event.Lane;
import org.pawprint.embedded.BrokerLogin;

/**
 * Announces reductions as PAWS does: persistent, mandatory, and done only when the broker has
 * confirmed. Not thread-safe.
 */
public final class EventPublisher implements AutoCloseable {
  private static final long CONFIRMED_WITHIN_MS = 10_000;
  private static final int PERSISTENT = 2;

  private final Connection connection;
  private final Channel channel;
  private final AtomicBoolean returned = new AtomicBoolean();

  private EventPublisher(Connection connection, Channel channel) {
    this.connection = connection;
    this.channel = channel;
  }

  /**
   * @throws IOException when the broker does not answer or refuses the login
   */
  public static EventPublisher connect(BrokerLogin login) throws IOException {
    ConnectionFactory factory = new ConnectionFactory();
    factory.setHost(login.host());
    factory.setPort(login.port());
    factory.setVirtualHost(login.virtualHost());
    factory.setUsername(login.user());
    factory.setPassword(login.password());
    try {
      Connection connection = factory.newConnection("pawprint");
      Channel channel = connection.createChannel();
      channel.confirmSelect();
      EventPublisher publisher = new EventPublisher(connection, channel);
      channel.addReturnListener(unroutable -> publisher.returned.set(true));
      return publisher;
    } catch (ConnectException e) {
      throw new IOException(
          "no broker answers at "
              + login.host()
              + ":"
              + login.port()
              + "; is './pawprint serve' running there?",
          e);
    } catch (TimeoutException e) {
      throw new IOException("broker " + login + " does not answer", e);
    }
  }

  /**
   * Publishes one event and waits for the broker's confirm.
   *
   * @param cloudEvent UTF-8 JSON of the structured envelope
   * @throws IOException when it was not confirmed, or no queue takes it
   */
  public void publish(Lane lane, String id, byte[] cloudEvent) throws IOException {
    AMQP.BasicProperties properties =
        new AMQP.BasicProperties.Builder()
            .contentType("application/cloudevents+json")
            .deliveryMode(PERSISTENT)
            .messageId(id)
            .build();
    returned.set(false);
    try {
      channel.basicPublish(
          BrokerNames.EVENTS_EXCHANGE,
          BrokerNames.reductionRoutingKey(lane),
          true,
          properties,
          cloudEvent);
      channel.waitForConfirmsOrDie(CONFIRMED_WITHIN_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted before the confirm", e);
    } catch (TimeoutException e) {
      throw new IOException("not confirmed within " + CONFIRMED_WITHIN_MS + " ms", e);
    } catch (ShutdownSignalException e) {
      throw new IOException("the broker went away before the confirm", e);
    }
    if (returned.get()) {
      throw new IOException("no queue takes " + BrokerNames.reductionRoutingKey(lane));
    }
  }

  @Override
  public void close() throws IOException {
    connection.close();
  }
}

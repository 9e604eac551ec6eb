package org.pawprint.testkit;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeoutException;
import org.pawprint.embedded.BrokerLogin;

/**
 * A running AMQP 0-9-1 broker that a test may address, disturb and take away. Deliberately not
 * {@code AutoCloseable}: JUnit closes such arguments of a parameterized test after each invocation,
 * and the brokers of {@link Brokers} are shared.
 */
public interface BrokerUnderTest {

  /** How clients reach it; the same through its whole life. */
  BrokerLogin login();

  /** Takes the broker away: connections break and new ones are refused. */
  void stop();

  /**
   * Brings it back on the same port with the same credentials. What outlasts the outage differs:
   * see {@link #keepsMessages}.
   */
  void start();

  /** Whether durable queues and persistent messages are there again after stop and start. */
  boolean keepsMessages();

  /** Forgets every queue, binding and message; what definitions declare is there again. */
  void reset();

  /** Cuts every client connection; clients may connect again at once. */
  void killConnections();

  /** Stops it and removes its files; only for a broker that the test made for itself. */
  void close();

  default String host() {
    return login().host();
  }

  default int port() {
    return login().port();
  }

  default String virtualHost() {
    return login().virtualHost();
  }

  default String user() {
    return login().user();
  }

  default String password() {
    return login().password();
  }

  /**
   * Messages of a queue that wait. Those that a consumer holds unacknowledged count on the embedded
   * broker and do not on RabbitMQ.
   */
  default int queueDepth(String queue) {
    try (Connection connection = connect();
        Channel channel = connection.createChannel()) {
      return channel.queueDeclarePassive(queue).getMessageCount();
    } catch (IOException e) {
      throw new UncheckedIOException("depth of queue " + queue, e);
    } catch (TimeoutException e) {
      throw new IllegalStateException("depth of queue " + queue, e);
    }
  }

  /** A plain client connection without automatic recovery; the caller closes it. */
  default Connection connect() throws IOException, TimeoutException {
    ConnectionFactory factory = new ConnectionFactory();
    factory.setHost(host());
    factory.setPort(port());
    factory.setVirtualHost(virtualHost());
    factory.setUsername(user());
    factory.setPassword(password());
    factory.setAutomaticRecoveryEnabled(false);
    return factory.newConnection("pawprint-test");
  }
}

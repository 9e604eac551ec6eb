package org.pawprint.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The brokers that every messaging test must pass on: {@code @MethodSource} of a parameterized
 * test. They are started at first use, shared by the JVM and removed at its end; a test that cares
 * calls {@link BrokerUnderTest#reset} first.
 */
public final class Brokers {
  /** Set to {@code true} where RabbitMQ is installed for certain, as in continuous integration. */
  public static final String REQUIRE_RABBITMQ = "PAWPRINT_REQUIRE_RABBITMQ";

  private Brokers() {}

  /** The embedded broker in memory always, and RabbitMQ where it is installed. */
  public static List<BrokerUnderTest> all() {
    return with(InMemory.BROKER);
  }

  /** Brokers that keep durable queues over an outage: embedded with its store, and RabbitMQ. */
  public static List<BrokerUnderTest> durable() {
    return with(Durable.BROKER);
  }

  /**
   * The one nearest to production: RabbitMQ where it is installed, else embedded with its store.
   */
  public static BrokerUnderTest real() {
    return rabbit(RabbitServer.installed(), System.getenv(), () -> Rabbit.BROKER)
        .orElseGet(() -> Durable.BROKER);
  }

  private static List<BrokerUnderTest> with(BrokerUnderTest embedded) {
    List<BrokerUnderTest> brokers = new ArrayList<>();
    brokers.add(embedded);
    rabbit(RabbitServer.installed(), System.getenv(), () -> Rabbit.BROKER).ifPresent(brokers::add);
    return List.copyOf(brokers);
  }

  /** Absence is either a failure or said aloud, never silent. */
  static Optional<BrokerUnderTest> rabbit(
      boolean installed, Map<String, String> environment, Supplier<BrokerUnderTest> broker) {
    if (installed) {
      return Optional.of(broker.get());
    }
    if ("true".equals(environment.get(REQUIRE_RABBITMQ))) {
      throw new AssertionError(
          "RabbitMQ is required by " + REQUIRE_RABBITMQ + " and not installed on this machine");
    }
    System.out.println("RabbitMQ is not installed: tested on the embedded broker only");
    return Optional.empty();
  }

  private static <T extends BrokerUnderTest> T closedAtEnd(T broker) {
    Runtime.getRuntime().addShutdownHook(new Thread(broker::close));
    return broker;
  }

  private static final class InMemory {
    static final BrokerUnderTest BROKER = closedAtEnd(TestBroker.inMemory());
  }

  private static final class Durable {
    static final BrokerUnderTest BROKER = closedAtEnd(TestBroker.durable());
  }

  private static final class Rabbit {
    static final BrokerUnderTest BROKER = closedAtEnd(RabbitServer.create());
  }
}

package org.pawprint.listener;

import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.pawprint.testkit.BrokerUnderTest;

/** One listener for the cases of a class, on the embedded broker and on RabbitMQ. */
@ParameterizedClass
@MethodSource("org.pawprint.testkit.Brokers#all")
abstract class OnEachBroker {
  @SuppressWarnings("NullAway.Init")
  static ListenerUnderTest listener;

  @Parameter
  @SuppressWarnings("NullAway.Init")
  BrokerUnderTest broker;

  @BeforeParameterizedClassInvocation
  static void start(BrokerUnderTest broker) {
    listener = new ListenerUnderTest(broker);
  }

  @AfterParameterizedClassInvocation
  static void stop() {
    listener.close();
  }
}

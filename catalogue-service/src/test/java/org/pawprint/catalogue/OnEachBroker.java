package org.pawprint.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.pawprint.testkit.BrokerUnderTest;

/**
 * One catalogue-service for the cases of a class, on the embedded broker and on RabbitMQ. After
 * each case catalogue, segments, change log and queues must agree.
 */
@ParameterizedClass
@MethodSource("org.pawprint.testkit.Brokers#durable")
abstract class OnEachBroker {
  @SuppressWarnings("NullAway.Init")
  static CatalogueUnderTest service;

  @Parameter
  @SuppressWarnings("NullAway.Init")
  BrokerUnderTest broker;

  @BeforeParameterizedClassInvocation
  static void start(BrokerUnderTest broker) {
    service = new CatalogueUnderTest(broker);
  }

  @AfterEach
  void everythingAgrees() throws Exception {
    service.assertConsistent();
  }

  @AfterParameterizedClassInvocation
  static void stop() {
    service.stopApplication();
    // What was delivered and not acknowledged is ready again once its consumer has gone.
    assertThat(service.waiting()).isZero();
    service.close();
  }
}

package org.pawprint.listener.messaging;

import org.pawprint.core.event.BrokerNames;
import org.pawprint.core.event.Lane;
import org.pawprint.listener.pipeline.Onward;
import org.pawprint.listener.pipeline.ReductionPipeline;
import org.pawprint.service.message.BrokerTopology;
import org.pawprint.store.ledger.EventLedger;
import org.springframework.amqp.core.AcknowledgeMode;
import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.amqp.rabbit.listener.SimpleMessageListenerContainer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.amqp.autoconfigure.RabbitTemplateCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.json.JsonMapper;

/** Consumers of the two lanes, and publishing on a connection of its own. */
@Configuration(proxyBeanMethods = false)
@Import(BrokerTopology.class)
class MessagingConfiguration {

  /** A broker that holds back publishers must not hold back acknowledgements. */
  @Bean
  RabbitTemplateCustomizer publishOnItsOwnConnection() {
    return template -> template.setUsePublisherConnection(true);
  }

  @Bean
  ConfirmedPublisher confirmedPublisher(RabbitTemplate template, MessagingProperties properties) {
    return new ConfirmedPublisher(template, properties.confirmWithin());
  }

  @Bean
  Onward onward(ConfirmedPublisher publisher, JsonMapper json) {
    return new RabbitOnward(publisher, json);
  }

  @Bean
  Replayer replayer(ConfirmedPublisher publisher) {
    return new Replayer(publisher);
  }

  @Bean
  QueueDepths queueDepths(AmqpAdmin admin) {
    return new QueueDepths(admin);
  }

  @Bean
  DeliveryGate deliveryGate(
      EventLedger ledger, ObjectProvider<SimpleMessageListenerContainer> containers) {
    return new DeliveryGate(ledger, () -> containers.stream().toList());
  }

  @Bean
  LaneSwitch laneSwitch(
      DeliveryGate gate, ObjectProvider<SimpleMessageListenerContainer> containers) {
    return new LaneSwitch(gate, () -> containers.stream().toList());
  }

  @Bean
  SimpleMessageListenerContainer liveContainer(
      ConnectionFactory connections,
      ReductionPipeline pipeline,
      DeliveryGate gate,
      MessagingProperties properties) {
    return container(
        connections,
        new LaneConsumer(Lane.LIVE, pipeline, gate),
        Lane.LIVE,
        properties.liveConsumers(),
        properties);
  }

  @Bean
  SimpleMessageListenerContainer backfillContainer(
      ConnectionFactory connections,
      ReductionPipeline pipeline,
      DeliveryGate gate,
      MessagingProperties properties) {
    return container(
        connections,
        new LaneConsumer(Lane.BACKFILL, pipeline, gate),
        Lane.BACKFILL,
        properties.backfillConsumers(),
        properties);
  }

  private static SimpleMessageListenerContainer container(
      ConnectionFactory connections,
      LaneConsumer consumer,
      Lane lane,
      int consumers,
      MessagingProperties properties) {
    SimpleMessageListenerContainer container = new SimpleMessageListenerContainer(connections);
    container.setQueueNames(BrokerNames.reductionQueue(lane));
    container.setListenerId(LaneSwitch.idOf(lane));
    container.setMessageListener(consumer);
    container.setAcknowledgeMode(AcknowledgeMode.MANUAL);
    container.setConcurrentConsumers(consumers);
    container.setPrefetchCount(properties.prefetch());
    container.setRecoveryInterval(properties.reconnectEvery().toMillis());
    // A broker that starts after us, or comes back empty, is no reason to give up.
    container.setMissingQueuesFatal(false);
    container.setPossibleAuthenticationFailureFatal(false);
    // Prefetched messages go back when deliveries stop.
    container.setForceStop(true);
    return container;
  }
}

package org.pawprint.catalogue.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.pawprint.catalogue.pipeline.IngestPipeline;
import org.pawprint.core.event.BrokerNames;
import org.pawprint.core.event.Lane;
import org.pawprint.service.message.BrokerTopology;
import org.pawprint.service.message.StageCommandCodec;
import org.pawprint.store.catalogue.ChangeSequencer;
import org.pawprint.store.catalogue.NoticeOutbox;
import org.pawprint.store.migration.CatalogueMigration;
import org.springframework.amqp.core.AcknowledgeMode;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.amqp.rabbit.listener.SimpleMessageListenerContainer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Wires the lanes to the pipeline and the change log to the broker. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@Import(BrokerTopology.class)
class MessagingConfiguration {

  @Bean
  ChangeRelay changeRelay(
      JdbcClient jdbc, TransactionTemplate transaction, RabbitTemplate rabbit, JsonMapper json) {
    return new ChangeRelay(
        new ChangeSequencer(jdbc, transaction),
        new NoticeOutbox(jdbc),
        new NoticeSender(rabbit, json, CatalogueMigration.authority(jdbc)));
  }

  @Bean
  Lanes lanes(
      JdbcClient jdbc,
      ConnectionFactory connections,
      IngestPipeline pipeline,
      ChangeRelay relay,
      RabbitTemplate rabbit,
      JsonMapper json,
      MeterRegistry registry,
      LaneProperties properties,
      Clock clock) {
    Lanes lanes = new Lanes(jdbc);
    ParkedCommands parked = new ParkedCommands(rabbit, json, clock);
    IngestMeters meters = new IngestMeters(registry);
    for (Lane lane : Lane.values()) {
      StageListener listener =
          new StageListener(
              lane, pipeline, new StageCommandCodec(), lanes, relay, parked, meters, clock);
      lanes.add(lane, container(connections, listener, lane, properties));
    }
    return lanes;
  }

  private static SimpleMessageListenerContainer container(
      ConnectionFactory connections, StageListener listener, Lane lane, LaneProperties properties) {
    SimpleMessageListenerContainer container = new SimpleMessageListenerContainer(connections);
    container.setQueueNames(BrokerNames.stageQueue(lane));
    container.setMessageListener(listener);
    container.setAcknowledgeMode(AcknowledgeMode.MANUAL);
    container.setConcurrentConsumers(properties.consumers(lane));
    container.setPrefetchCount(2);
    container.setAutoStartup(false);
    container.setMissingQueuesFatal(false);
    container.setRecoveryInterval(properties.reconnectEvery().toMillis());
    container.setListenerId("stage-" + lane.word());
    return container;
  }
}

package org.pawprint.service.message;

import java.util.ArrayList;
import java.util.List;
import org.pawprint.core.event.BrokerNames;
import org.pawprint.core.event.Lane;
import org.springframework.amqp.core.Binding;
import org.springframework.amqp.core.BindingBuilder;
import org.springframework.amqp.core.Declarable;
import org.springframework.amqp.core.Declarables;
import org.springframework.amqp.core.DirectExchange;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.core.TopicExchange;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The exchanges and queues, durable and without x- arguments: queue type, dead-lettering and limits
 * are the virtual host's policies (deploy/rabbitmq), so that the same declarations serve the
 * embedded broker. Whoever starts first declares them.
 */
@Configuration(proxyBeanMethods = false)
public class BrokerTopology {

  @Bean
  Declarables pawprintTopology() {
    TopicExchange events = new TopicExchange(BrokerNames.EVENTS_EXCHANGE);
    DirectExchange stage = new DirectExchange(BrokerNames.STAGE_EXCHANGE);
    TopicExchange notices = new TopicExchange(BrokerNames.NOTICES_EXCHANGE);
    TopicExchange parked = new TopicExchange(BrokerNames.PARKED_EXCHANGE);
    Queue parkedQueue = new Queue(BrokerNames.PARKED_QUEUE);
    Binding parkedBinding = BindingBuilder.bind(parkedQueue).to(parked).with("#");
    List<Declarable> all =
        new ArrayList<>(List.of(events, stage, notices, parked, parkedQueue, parkedBinding));
    for (Lane lane : Lane.values()) {
      Queue reductions = new Queue(BrokerNames.reductionQueue(lane));
      Queue stages = new Queue(BrokerNames.stageQueue(lane));
      all.add(reductions);
      all.add(stages);
      all.add(
          BindingBuilder.bind(reductions).to(events).with(BrokerNames.reductionRoutingKey(lane)));
      all.add(BindingBuilder.bind(stages).to(stage).with(lane.word()));
    }
    return new Declarables(all);
  }
}

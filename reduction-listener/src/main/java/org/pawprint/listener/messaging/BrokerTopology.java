package org.pawprint.listener.messaging;

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
 * Exchanges and queues, durable and without arguments: what kind of queue they are is the virtual
 * host's business. Declared on every new connection, by whoever comes first.
 */
@Configuration(proxyBeanMethods = false)
class BrokerTopology {

  @Bean
  Declarables pawprintTopology() {
    TopicExchange events = new TopicExchange(BrokerNames.EVENTS_EXCHANGE);
    DirectExchange stage = new DirectExchange(BrokerNames.STAGE_EXCHANGE);
    TopicExchange parked = new TopicExchange(BrokerNames.PARKED_EXCHANGE);
    Queue parkedQueue = new Queue(BrokerNames.PARKED_QUEUE);
    List<Declarable> all =
        new ArrayList<>(
            List.of(
                events,
                stage,
                parked,
                new TopicExchange(BrokerNames.NOTICES_EXCHANGE),
                parkedQueue,
                BindingBuilder.bind(parkedQueue).to(parked).with("#")));
    for (Lane lane : Lane.values()) {
      Queue in = new Queue(BrokerNames.reductionQueue(lane));
      Queue out = new Queue(BrokerNames.stageQueue(lane));
      Binding arriving =
          BindingBuilder.bind(in).to(events).with(BrokerNames.reductionRoutingKey(lane));
      Binding leaving = BindingBuilder.bind(out).to(stage).with(lane.word());
      all.addAll(List.of(in, out, arriving, leaving));
    }
    return new Declarables(all);
  }
}

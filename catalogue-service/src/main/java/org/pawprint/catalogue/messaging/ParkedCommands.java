package org.pawprint.catalogue.messaging;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.pawprint.core.event.BrokerNames;
import org.pawprint.core.event.Lane;
import org.springframework.amqp.AmqpException;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.core.MessageDeliveryMode;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Puts commands that nobody can read on the parked queue, whole, so that they hold up no lane and
 * are not lost. They name no event, so the ledger cannot tell of them.
 */
final class ParkedCommands {
  private static final Duration CONFIRMED_WITHIN = Duration.ofSeconds(10);

  private final RabbitTemplate rabbit;
  private final JsonMapper json;
  private final Clock clock;

  ParkedCommands(RabbitTemplate rabbit, JsonMapper json, Clock clock) {
    this.rabbit = rabbit;
    this.json = json;
    this.clock = clock;
  }

  /**
   * Parks a command; durable when this returns.
   *
   * @throws AmqpException when the broker is away or does not confirm
   */
  void park(Lane lane, byte[] body, String reason) {
    Map<String, Object> parked = new LinkedHashMap<>();
    parked.put("lane", lane.word());
    parked.put("step", "command");
    parked.put("reason", reason);
    parked.put("at", clock.instant().toString());
    parked.put("command", new String(body, StandardCharsets.UTF_8));
    rabbit.invoke(
        channel -> {
          channel.send(
              BrokerNames.PARKED_EXCHANGE,
              "command.parked." + lane.word(),
              MessageBuilder.withBody(json.writeValueAsBytes(parked))
                  .setContentType("application/json")
                  .setDeliveryMode(MessageDeliveryMode.PERSISTENT)
                  .build());
          channel.waitForConfirmsOrDie(CONFIRMED_WITHIN.toMillis());
          return true;
        });
  }
}

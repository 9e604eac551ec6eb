package org.pawprint.catalogue.messaging;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.pawprint.core.event.BrokerNames;
import org.pawprint.core.event.Lane;
import org.pawprint.core.event.StageCommand;
import org.pawprint.store.catalogue.FileOutcome;
import org.springframework.amqp.AmqpException;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.core.MessageDeliveryMode;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells operators of what is parked here, on the parked exchange: files that can never be
 * catalogued, and commands that nobody can read. The latter go whole, so that they hold up no lane
 * and are not lost: they name no event, so the ledger cannot tell of them.
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
   * Parks a command nobody can read, whole; durable when this returns.
   *
   * @throws AmqpException when the broker is away or does not confirm
   */
  void park(Lane lane, byte[] body, String reason) {
    Map<String, Object> parked = entry(lane, "command", reason);
    parked.put("command", new String(body, StandardCharsets.UTF_8));
    send("command.parked." + lane.word(), parked);
  }

  /**
   * Announces a file that the ledger says is parked; durable when this returns.
   *
   * @throws AmqpException when the broker is away or does not confirm
   */
  void announce(StageCommand command, FileOutcome outcome) {
    Map<String, Object> parked =
        entry(command.lane(), outcome.step().orElse(""), outcome.reason().orElse(""));
    parked.put("eventKey", command.eventKey());
    parked.put("source", command.source());
    parked.put("id", command.eventId());
    parked.put("file", outcome.fileName());
    send("event.parked." + command.lane().word(), parked);
  }

  private Map<String, Object> entry(Lane lane, String step, String reason) {
    Map<String, Object> parked = new LinkedHashMap<>();
    parked.put("lane", lane.word());
    parked.put("step", step);
    parked.put("reason", reason);
    parked.put("at", clock.instant().toString());
    return parked;
  }

  private void send(String routingKey, Map<String, Object> parked) {
    rabbit.invoke(
        channel -> {
          channel.send(
              BrokerNames.PARKED_EXCHANGE,
              routingKey,
              MessageBuilder.withBody(json.writeValueAsBytes(parked))
                  .setContentType("application/json")
                  .setDeliveryMode(MessageDeliveryMode.PERSISTENT)
                  .build());
          channel.waitForConfirmsOrDie(CONFIRMED_WITHIN.toMillis());
          return true;
        });
  }
}

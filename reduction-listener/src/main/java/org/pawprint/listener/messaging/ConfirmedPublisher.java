package org.pawprint.listener.messaging;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.pawprint.listener.pipeline.NotConfirmed;
import org.springframework.amqp.AmqpException;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.core.MessageDeliveryMode;
import org.springframework.amqp.core.ReturnedMessage;
import org.springframework.amqp.rabbit.connection.CorrelationData;
import org.springframework.amqp.rabbit.core.RabbitTemplate;

/**
 * Publishes persistent, mandatory messages and tells whether the broker took them: confirmed and
 * not returned. Safe for concurrent use.
 */
final class ConfirmedPublisher {
  private final RabbitTemplate template;
  private final Duration confirmWithin;

  ConfirmedPublisher(RabbitTemplate template, Duration confirmWithin) {
    this.template = template;
    this.confirmWithin = confirmWithin;
  }

  /** A message under way. */
  record Sent(String exchange, String routingKey, CorrelationData correlation) {}

  /** Sends without waiting, so that many can be under way. */
  Sent send(String exchange, String routingKey, byte[] body, String contentType)
      throws NotConfirmed {
    Message message =
        MessageBuilder.withBody(body)
            .setContentType(contentType)
            .setDeliveryMode(MessageDeliveryMode.PERSISTENT)
            .build();
    CorrelationData correlation = new CorrelationData();
    try {
      template.send(exchange, routingKey, message, correlation);
    } catch (AmqpException e) {
      throw new NotConfirmed("broker away: " + e.getMessage());
    }
    return new Sent(exchange, routingKey, correlation);
  }

  /** Waits until the broker has taken responsibility. */
  void await(Sent sent) throws NotConfirmed {
    String where = sent.exchange() + " " + sent.routingKey();
    try {
      CorrelationData.Confirm confirm =
          sent.correlation().getFuture().get(confirmWithin.toMillis(), TimeUnit.MILLISECONDS);
      ReturnedMessage returned = sent.correlation().getReturned();
      // A returned message is refused by one broker and confirmed by the other: look here first.
      if (returned != null) {
        throw new NotConfirmed(where + " returned: " + returned.getReplyText());
      }
      if (!confirm.ack()) {
        throw new NotConfirmed(where + " refused: " + confirm.reason());
      }
    } catch (TimeoutException e) {
      throw new NotConfirmed(where + " not confirmed within " + confirmWithin);
    } catch (ExecutionException e) {
      throw new NotConfirmed(where + " not confirmed: " + e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NotConfirmed(where + " not confirmed: stopping");
    }
  }
}

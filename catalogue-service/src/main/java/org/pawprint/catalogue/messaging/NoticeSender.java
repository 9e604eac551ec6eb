package org.pawprint.catalogue.messaging;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.pawprint.core.event.BrokerNames;
import org.pawprint.store.catalogue.NoticeOutbox.Notice;
import org.springframework.amqp.AmqpException;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.core.MessageDeliveryMode;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Publishes notices as CloudEvents (deploy/contracts/spectra-notice-v1.schema.json) and waits until
 * the broker has confirmed them all.
 */
final class NoticeSender {
  private static final String CONTENT_TYPE = "application/cloudevents+json";
  private static final Duration CONFIRMED_WITHIN = Duration.ofSeconds(10);
  private static final int LONGEST_SUBJECT = 256;
  private static final int LONGEST_REASON = 512;

  private final RabbitTemplate rabbit;
  private final JsonMapper json;
  private final String authority;

  NoticeSender(RabbitTemplate rabbit, JsonMapper json, String authority) {
    this.rabbit = rabbit;
    this.json = json;
    this.authority = authority;
  }

  /**
   * Sends notices in order.
   *
   * @throws AmqpException when the broker is away or does not confirm
   */
  void send(List<Notice> notices) {
    if (notices.isEmpty()) {
      return;
    }
    Boolean sent =
        rabbit.invoke(
            channel -> {
              for (Notice notice : notices) {
                channel.send(BrokerNames.NOTICES_EXCHANGE, routingKey(notice), message(notice));
              }
              channel.waitForConfirmsOrDie(CONFIRMED_WITHIN.toMillis());
              return true;
            });
    if (!Boolean.TRUE.equals(sent)) {
      throw new AmqpException("the broker gave no answer");
    }
  }

  /** {@code spectra.available.<collection>}, dots of the collection replaced: they part words. */
  private static String routingKey(Notice notice) {
    return "spectra."
        + word(notice)
        + "."
        + notice.collection().replace('.', '_').toLowerCase(Locale.ROOT);
  }

  private static String word(Notice notice) {
    return notice.kind().equals("created") ? "available" : notice.kind();
  }

  private Message message(Notice notice) {
    String subject =
        notice.reductionKey().startsWith("file:") ? notice.collection() : notice.reductionKey();
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("collection", notice.collection());
    if (!notice.reductionKey().startsWith("file:")) {
      data.put("reduction_id", notice.reductionKey());
    }
    data.put("count", notice.count());
    data.put("first_change", notice.firstChange());
    data.put("last_change", notice.lastChange());
    if (notice.reason() != null) {
      data.put("reason", cut(notice.reason(), LONGEST_REASON));
    }
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("specversion", "1.0");
    event.put("id", word(notice) + "-" + notice.firstChange() + "-" + notice.lastChange());
    event.put("source", "ivo://" + authority);
    event.put("type", "org.pawprint.spectra." + word(notice) + ".v1");
    event.put("subject", cut(subject, LONGEST_SUBJECT));
    event.put("time", notice.at().toString());
    event.put("datacontenttype", "application/json");
    event.put("data", data);
    return MessageBuilder.withBody(json.writeValueAsBytes(event))
        .setContentType(CONTENT_TYPE)
        .setMessageId((String) event.get("id"))
        .setDeliveryMode(MessageDeliveryMode.PERSISTENT)
        .build();
  }

  private static String cut(String text, int longest) {
    return text.substring(0, Math.min(text.length(), longest));
  }
}

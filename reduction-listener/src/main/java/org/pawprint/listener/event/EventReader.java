package org.pawprint.listener.event;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.pawprint.core.identifier.Sha256;
import org.pawprint.store.ledger.EventLedger;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a message: bounded parse, published schema, sense. Safe for concurrent use. */
@Component
public final class EventReader {
  /** What the ledger cannot keep whole cannot be tried again, so it is refused unread. */
  private static final int LIMIT_BYTES = EventLedger.RAW_LIMIT_BYTES;

  private static final Pattern TRACEPARENT =
      Pattern.compile("[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

  private final JsonMapper json =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();
  private final EventSchema schema = new EventSchema();
  private final SenseCheck sense = new SenseCheck();

  public Reading read(ReductionMessage message) {
    JsonNode node = json.missingNode();
    try {
      node = parse(message.body());
      schema.check(node);
      ReductionEvent event = EventMapping.event(message.lane(), node);
      sense.check(event);
      return new Reading.Valid(event);
    } catch (RefusedEvent e) {
      return refused(node, message, e.step(), e.reason());
    } catch (RuntimeException | StackOverflowError e) {
      // A message that trips our own reader would come back for ever.
      return refused(node, message, "parse", "unexpected " + Excerpt.of(e.toString()));
    }
  }

  private JsonNode parse(byte[] body) throws RefusedEvent {
    if (body.length > LIMIT_BYTES) {
      throw new RefusedEvent(
          "parse", "%d bytes; an event has at most %d".formatted(body.length, LIMIT_BYTES));
    }
    try {
      return json.readTree(body);
    } catch (JacksonException e) {
      throw new RefusedEvent("parse", "not JSON: " + Excerpt.of(e.getOriginalMessage()));
    }
  }

  private static Reading refused(
      JsonNode node, ReductionMessage message, String step, String reason) {
    Optional<String> source = text(node, "source", s -> s.length() <= 512);
    Optional<String> id = text(node, "id", s -> s.length() <= 256);
    boolean named = source.isPresent() && id.isPresent();
    return new Reading.Refused(
        named ? source.get() : Reading.NAMELESS_SOURCE,
        named ? id.get() : Sha256.of(message.body()).hex(),
        text(node, "traceparent", s -> TRACEPARENT.matcher(s).matches()),
        step,
        reason);
  }

  private static Optional<String> text(JsonNode node, String attribute, Predicate<String> fit) {
    JsonNode value = node.path(attribute);
    return value.isString()
        ? Optional.of(value.stringValue())
            .filter(s -> !s.isBlank() && Excerpt.isPlain(s))
            .filter(fit)
        : Optional.empty();
  }
}

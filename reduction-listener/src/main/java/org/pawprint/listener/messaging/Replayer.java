package org.pawprint.listener.messaging;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pawprint.core.event.BrokerNames;
import org.pawprint.listener.messaging.ConfirmedPublisher.Sent;
import org.pawprint.listener.pipeline.NotConfirmed;
import org.pawprint.store.ledger.EventRow;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Publishes stored events again on their lane, marked with the name of the replay. */
public final class Replayer {
  private static final String CONTENT_TYPE = "application/cloudevents+json";

  private final ConfirmedPublisher publisher;

  /** Numbers come out as the publisher wrote them. */
  private final JsonMapper json =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  Replayer(ConfirmedPublisher publisher) {
    this.publisher = publisher;
  }

  /**
   * What became of a replay.
   *
   * @param sent keys whose event the broker has confirmed
   * @param refused the others
   */
  public record Replayed(List<Long> sent, List<Refusal> refused) {}

  /** An event that was not sent again, and why. */
  public record Refusal(long key, String reason) {}

  /** Sends all first and waits then, so that the broker confirms many at a time. */
  public Replayed replay(List<EventRow> rows, String name) {
    List<Refusal> refused = new ArrayList<>();
    List<Under> way = new ArrayList<>();
    for (EventRow row : rows) {
      try {
        way.add(new Under(row.key(), send(row, name)));
      } catch (NotConfirmed e) {
        refused.add(new Refusal(row.key(), e.reason()));
      }
    }
    List<Long> sent = new ArrayList<>();
    for (Under one : way) {
      try {
        publisher.await(one.sent());
        sent.add(one.key());
      } catch (NotConfirmed e) {
        refused.add(new Refusal(one.key(), e.reason()));
      }
    }
    return new Replayed(sent, refused);
  }

  private record Under(long key, Sent sent) {}

  private Sent send(EventRow row, String name) throws NotConfirmed {
    ObjectNode event =
        object(row)
            .orElseThrow(
                () ->
                    new NotConfirmed("what is stored is no JSON object, or was cut; send it anew"));
    event.put("replay", name);
    return publisher.send(
        BrokerNames.EVENTS_EXCHANGE,
        BrokerNames.reductionRoutingKey(row.lane()),
        json.writeValueAsBytes(event),
        CONTENT_TYPE);
  }

  private Optional<ObjectNode> object(EventRow row) {
    try {
      JsonNode node = json.readTree(row.raw());
      return node instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }
}

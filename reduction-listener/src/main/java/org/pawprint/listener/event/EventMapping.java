package org.pawprint.listener.event;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.pawprint.core.event.Lane;
import org.pawprint.core.identifier.Sha256;
import tools.jackson.databind.JsonNode;

/** From JSON that satisfies the schema to the typed event. */
final class EventMapping {
  /** Fields of {@code data} that have a place of their own. */
  private static final Set<String> TYPED =
      Set.of(
          "reduction_id",
          "reduction_version",
          "collection",
          "supersedes",
          "data_rights",
          "release_date",
          "products");

  private static final int MOST_FACTS = 100;
  private static final int LONGEST_FACT = 256;

  private EventMapping() {}

  static ReductionEvent event(Lane lane, JsonNode event) throws RefusedEvent {
    JsonNode data = event.path("data");
    return new ReductionEvent(
        lane,
        event.path("source").stringValue(),
        event.path("id").stringValue(),
        optionalInstant("time", text(event, "time")),
        text(event, "traceparent"),
        event.hasNonNull("replay"),
        text(data, "reduction_id"),
        number(data, "reduction_version"),
        text(data, "collection"),
        text(data, "supersedes"),
        text(data, "data_rights").orElse("public"),
        optionalInstant("data.release_date", text(data, "release_date")),
        facts(data),
        products(data.path("products")));
  }

  private static Optional<Instant> optionalInstant(String name, Optional<String> text)
      throws RefusedEvent {
    return text.isEmpty() ? Optional.empty() : Optional.of(instant(name, text.get()));
  }

  private static List<Product> products(JsonNode products) throws RefusedEvent {
    List<Product> list = new ArrayList<>();
    for (JsonNode product : products) {
      String uri = product.path("uri").stringValue();
      try {
        list.add(
            new Product(
                URI.create(uri),
                number(product, "size"),
                text(product, "sha256").map(Sha256::new)));
      } catch (IllegalArgumentException e) {
        throw new RefusedEvent("schema", "'" + Excerpt.of(uri) + "' is no URI");
      }
    }
    return list;
  }

  /** Instants of RFC 3339; a leap second, which the schema allows, is refused here. */
  private static Instant instant(String name, String text) throws RefusedEvent {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw new RefusedEvent(
          "schema", name + " '" + Excerpt.of(text) + "' is no time like 2024-09-11T14:02:11Z");
    }
  }

  private static Optional<String> text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    return value.isString() ? Optional.of(value.stringValue()) : Optional.empty();
  }

  private static Optional<Long> number(JsonNode node, String field) {
    JsonNode value = node.path(field);
    return value.isNumber() ? Optional.of(value.asLong()) : Optional.empty();
  }

  private static Map<String, String> facts(JsonNode data) {
    Map<String, String> facts = new TreeMap<>();
    data.properties().stream()
        .filter(field -> !TYPED.contains(field.getKey()))
        .forEach(field -> addFact(facts, field.getKey(), field.getValue()));
    data.path("quality")
        .properties()
        .forEach(field -> addFact(facts, "quality." + field.getKey(), field.getValue()));
    return facts;
  }

  private static void addFact(Map<String, String> facts, String name, JsonNode value) {
    if (value.isValueNode() && !value.isNull() && facts.size() < MOST_FACTS) {
      String text = value.asString();
      if (text.length() <= LONGEST_FACT && Excerpt.isPlain(name + text)) {
        facts.put(name, text);
      }
    }
  }
}

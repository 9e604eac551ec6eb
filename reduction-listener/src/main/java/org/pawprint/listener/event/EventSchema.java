package org.pawprint.listener.event;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The published JSON Schema of the event; {@code format} is asserted. Safe for concurrent use. */
final class EventSchema {
  static final String TYPE = "org.pawprint.reduction.completed.v1";
  private static final String RESOURCE = "/contracts/reduction-completed-v1.schema.json";
  private static final int FAULTS_NAMED = 5;

  private final Schema schema;

  EventSchema() {
    SchemaRegistryConfig config =
        SchemaRegistryConfig.builder().formatAssertionsEnabled(true).locale(Locale.ENGLISH).build();
    SchemaRegistry registry =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, builder -> builder.schemaRegistryConfig(config));
    try (InputStream text = EventSchema.class.getResourceAsStream(RESOURCE)) {
      if (text == null) {
        throw new IllegalStateException("the event schema " + RESOURCE + " is not packaged");
      }
      schema = registry.getSchema(text, InputFormat.JSON);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    schema.initializeValidators();
  }

  void check(JsonNode event) throws RefusedEvent {
    checkKind(event);
    List<Error> faults = schema.validate(event);
    if (!faults.isEmpty()) {
      String named =
          faults.stream()
              .limit(FAULTS_NAMED)
              .map(EventSchema::text)
              .collect(Collectors.joining("; "));
      int more = faults.size() - FAULTS_NAMED;
      throw new RefusedEvent("schema", more > 0 ? named + "; and " + more + " more" : named);
    }
  }

  /** Before the schema, so that a newer publisher reads what we take and not a list of faults. */
  private static void checkKind(JsonNode event) throws RefusedEvent {
    if (event.isMissingNode()) {
      throw new RefusedEvent("schema", "the message is empty, not a CloudEvents object");
    }
    if (!event.isObject()) {
      throw new RefusedEvent(
          "schema", "the message is a JSON " + event.getNodeType() + ", not a CloudEvents object");
    }
    expect(event, "specversion", "1.0");
    expect(event, "type", TYPE);
  }

  private static void expect(JsonNode event, String attribute, String expected)
      throws RefusedEvent {
    JsonNode found = event.path(attribute);
    if (!found.isString() || !found.stringValue().equals(expected)) {
      throw new RefusedEvent(
          "schema",
          found.isMissingNode()
              ? "%s is missing; it must be '%s'".formatted(attribute, expected)
              : "%s is %s; this service takes '%s'"
                  .formatted(attribute, Excerpt.of(found.toString()), expected));
    }
  }

  private static String text(Error fault) {
    return fault.getInstanceLocation() + ": " + Excerpt.of(fault.getMessage());
  }
}

package org.pawprint.standalone.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.pawprint.core.event.BrokerNames;
import org.pawprint.core.event.Lane;
import org.pawprint.standalone.simulate.Arm;
import org.pawprint.standalone.simulate.FieldSimulator;
import org.pawprint.standalone.simulate.FrameWriter;
import org.pawprint.standalone.simulate.ReductionAnnouncement;
import org.pawprint.standalone.simulate.SimulatedReduction;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The published contracts against their examples, the code's names and the simulator's events. */
class ContractsTest {
  private static final Path CONTRACTS = Path.of("..", "contracts");
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Schema REDUCTION = schema("reduction-completed-v1.schema.json");
  private static final Schema NOTICE = schema("spectra-notice-v1.schema.json");

  static Stream<Path> examples() throws IOException {
    try (Stream<Path> files = Files.list(CONTRACTS.resolve("examples"))) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void acceptsItsExamples(Path file) throws IOException {
    String name = file.getFileName().toString();
    Schema schema = name.startsWith("notice-") ? NOTICE : REDUCTION;

    assertThat(schema.validate(Files.readString(file), InputFormat.JSON)).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("faults")
  void refusesReductionWith(String fault, Consumer<ObjectNode> change) throws IOException {
    assertThat(faultsAfter("reduction-live.json", REDUCTION, change)).isNotEmpty();
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        fault("another CloudEvents version", event -> event.put("specversion", "0.3")),
        fault("another type", event -> event.put("type", "org.pawprint.reduction.completed.v2")),
        fault("no id", event -> event.remove("id")),
        fault("an empty id", event -> event.put("id", "")),
        fault("an id of 257 characters", event -> event.put("id", "x".repeat(257))),
        fault("no source", event -> event.remove("source")),
        fault("no time", event -> event.remove("time")),
        fault("a time in words", event -> event.put("time", "yesterday")),
        fault("a time without zone", event -> event.put("time", "2024-09-11T14:02:11")),
        fault("a broken traceparent", event -> event.put("traceparent", "00-00-00-00")),
        fault("no data", event -> event.remove("data")),
        fault("no products", event -> data(event).remove("products")),
        fault("an empty list of products", event -> data(event).putArray("products")),
        fault("501 products", ContractsTest::addProducts),
        fault("a product without URI", event -> product(event).remove("uri")),
        fault("a bare path for a URI", event -> product(event).put("uri", "/data/a.fits")),
        fault("a negative size", event -> product(event).put("size", -1)),
        fault("an upper-case digest", event -> product(event).put("sha256", "A".repeat(64))),
        fault("a short digest", event -> product(event).put("sha256", "a".repeat(63))),
        fault("a negative version", event -> data(event).put("reduction_version", -1)),
        fault("a version in words", event -> data(event).put("reduction_version", "two")),
        fault("an unknown kind", event -> data(event).put("kind", "stacked")),
        fault("unknown rights", event -> data(event).put("data_rights", "friends")),
        fault("a collection with a slash", event -> data(event).put("collection", "a/b")),
        fault("a date without day", event -> data(event).put("observation_date", "2024-09")));
  }

  @Test
  void allowsUnknownAttributesAndFields() throws IOException {
    assertThat(
            faultsAfter(
                "reduction-live.json",
                REDUCTION,
                event -> {
                  event.put("partitionkey", "field 17");
                  data(event).putObject("detector").put("temperature_k", 170);
                  product(event).put("compression", "none");
                }))
        .isEmpty();
  }

  @Test
  void refusesNoticeWithoutChangeNumbers() throws IOException {
    assertThat(
            faultsAfter(
                "notice-available.json", NOTICE, event -> data(event).remove("first_change")))
        .isNotEmpty();
  }

  @Test
  void acceptsWhatTheSimulatorAnnounces(@TempDir Path folder) throws IOException {
    SimulatedReduction frame =
        new FrameWriter().write(new FieldSimulator(11).field(0), Arm.RED, folder);
    ReductionAnnouncement plain = ReductionAnnouncement.of(frame);
    ReductionAnnouncement full =
        plain
            .withVersion(2)
            .at(Instant.parse("2024-09-11T14:02:11Z"))
            .tracedBy("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
            .proprietaryUntil(Instant.parse("2026-03-11T00:00:00Z"));

    assertThat(REDUCTION.validate(JSON.readTree(plain.json()))).isEmpty();
    assertThat(REDUCTION.validate(JSON.readTree(full.json()))).isEmpty();
    assertThat(plain.json()).isEqualTo(ReductionAnnouncement.of(frame).json());
    assertThat(full.id()).isNotEqualTo(plain.id());
    assertThat(data(plain).path("products").path(0).path("size").longValue())
        .isEqualTo(Files.size(frame.file()));
  }

  @Test
  void documentsTheNamesTheCodeUses() throws IOException {
    JsonNode document = asyncApi();
    JsonNode channels = document.path("channels");
    JsonNode exchanges = document.path("components").path("channelBindings");

    assertThat(channels.path("reductionCompletedLive").path("address").asString())
        .isEqualTo(BrokerNames.reductionRoutingKey(Lane.LIVE));
    assertThat(channels.path("reductionCompletedBackfill").path("address").asString())
        .isEqualTo(BrokerNames.reductionRoutingKey(Lane.BACKFILL));
    assertThat(exchangeName(exchanges, "eventsExchange")).isEqualTo(BrokerNames.EVENTS_EXCHANGE);
    assertThat(exchangeName(exchanges, "noticesExchange")).isEqualTo(BrokerNames.NOTICES_EXCHANGE);
    assertThat(document.path("operations").toString())
        .contains(BrokerNames.reductionQueue(Lane.LIVE), BrokerNames.reductionQueue(Lane.BACKFILL));
  }

  @Test
  void resolvesEveryReferenceOfTheAsyncApiDocument() throws IOException {
    JsonNode document = asyncApi();

    assertThat(document.findValuesAsString("$ref"))
        .isNotEmpty()
        .allSatisfy(
            reference -> {
              if (reference.startsWith("#")) {
                assertThat(document.at(reference.substring(1)).isMissingNode()).isFalse();
              } else {
                assertThat(CONTRACTS.resolve(reference)).isRegularFile();
              }
            });
  }

  @Test
  void compilesTheJavaExample(@TempDir Path classes) {
    int result =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-proc:none",
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                classes.toString(),
                CONTRACTS.resolve("examples/PublishReduction.java").toString());

    assertThat(result).isZero();
  }

  private static Schema schema(String name) {
    SchemaRegistryConfig config =
        SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build();
    SchemaRegistry registry =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, builder -> builder.schemaRegistryConfig(config));
    // From the class path, as the listener reads it, so that the packaging is tested too.
    InputStream text = ContractsTest.class.getResourceAsStream("/contracts/" + name);
    return registry.getSchema(Objects.requireNonNull(text, name), InputFormat.JSON);
  }

  private static List<Error> faultsAfter(String example, Schema schema, Consumer<ObjectNode> change)
      throws IOException {
    ObjectNode event =
        (ObjectNode)
            JSON.readTree(Files.readString(CONTRACTS.resolve("examples").resolve(example)));
    change.accept(event);
    return schema.validate(event);
  }

  private static Arguments fault(String name, Consumer<ObjectNode> change) {
    return Arguments.of(name, change);
  }

  private static void addProducts(ObjectNode event) {
    JsonNode one = product(event).deepCopy();
    for (int i = 0; i < 500; i++) {
      data(event).withArray("products").add(one);
    }
  }

  private static ObjectNode data(ObjectNode event) {
    return (ObjectNode) event.path("data");
  }

  private static JsonNode data(ReductionAnnouncement announcement) {
    return JSON.readTree(announcement.json()).path("data");
  }

  private static ObjectNode product(ObjectNode event) {
    return (ObjectNode) event.path("data").path("products").path(0);
  }

  private static JsonNode asyncApi() throws IOException {
    Map<String, Object> document =
        new Yaml().load(Files.readString(CONTRACTS.resolve("asyncapi.yaml")));
    return JSON.valueToTree(document);
  }

  private static String exchangeName(JsonNode exchanges, String binding) {
    return exchanges.path(binding).path("amqp").path("exchange").path("name").asString();
  }
}

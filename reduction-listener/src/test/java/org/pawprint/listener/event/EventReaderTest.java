package org.pawprint.listener.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pawprint.core.event.Lane;

/** Reading holds to the published schema and its examples, and to the rules of the lanes. */
class EventReaderTest {
  private static final String SHA =
      "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae";
  private final EventReader reader = new EventReader();

  @ParameterizedTest
  @CsvSource({
    "reduction-live.json, LIVE",
    "reduction-repeated.json, LIVE",
    "reduction-backfill.json, BACKFILL"
  })
  void takesThePublishedExamples(String example, Lane lane) throws IOException {
    try (InputStream text =
        EventReader.class.getResourceAsStream("/contracts/examples/" + example)) {
      byte[] body = Objects.requireNonNull(text, example).readAllBytes();

      assertThat(reader.read(new ReductionMessage(lane, body))).isInstanceOf(Reading.Valid.class);
    }
  }

  @Test
  void readsTimesWithAnyOffset() {
    Reading reading = read(Lane.LIVE, "\"kind\": \"single\"");

    assertThat(((Reading.Valid) reading).event().time())
        .contains(Instant.parse("2024-09-11T04:02:11.500Z"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"data_rights\": \"proprietary\" | without a release_date",
        "\"data_rights\": \"public\", \"release_date\": \"2026-03-11T00:00:00Z\" | say proprietary",
        "\"release_date\": \"2026-03-11T00:00:00Z\" | say proprietary",
        "\"supersedes\": \"R1\" | names the reduction itself",
        "\"supersedes\": \"a\\u0000b\" | control characters",
        "\"supersedes\": \"\\ud800\" | control characters",
        "\"release_date\": \"0000-01-01T00:00:00Z\" | not between 1970-01-01T00:00:00Z",
      })
  void refusesWhatMakesNoSense(String fields, String reason) {
    Reading reading = read(Lane.LIVE, fields);

    assertThat(reading).isInstanceOf(Reading.Refused.class);
    assertThat(((Reading.Refused) reading).step()).isEqualTo("sense");
    assertThat(((Reading.Refused) reading).reason()).contains(reason);
  }

  @Test
  void refusesABackfillEventOfMoreThan64MegabytesInSeveralFiles() {
    String product =
        "{\"uri\": \"file:///a.fits\", \"size\": 40000000, \"sha256\": \"" + SHA + "\"}";

    assertThat(reason(Lane.BACKFILL, event("\"kind\": \"single\"", product + "," + product)))
        .contains("80000000 bytes together");
    assertThat(
            reader.read(
                message(
                    Lane.BACKFILL,
                    event("\"kind\": \"single\"", product.replace("40000000", "90000000")))))
        .isInstanceOf(Reading.Valid.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "7",
        "\"text\"",
        "{}",
        "{\"a\": 1} {\"b\": 2}",
        "{\"id\": \"a\", \"id\": \"b\"}",
        "{\"specversion\": \"1.0\", \"type\": \"org.pawprint.reduction.completed.v1\"}",
        "{\"specversion\": 1.0}",
        "{\"type\": {}}",
      })
  void refusesOtherJsonWithAReason(String body) {
    assertThat(reason(Lane.LIVE, body)).isNotBlank();
  }

  @Test
  void refusesJsonNestedTooDeepInsteadOfOverflowing() {
    assertThat(reason(Lane.LIVE, "[".repeat(100_000))).contains("nesting");
  }

  @Test
  void keepsAForeignNameOnlyIfTheLedgerCanHoldIt() {
    String plain = "{\"source\": \"urn:x\", \"id\": \"1\"}";
    String odd = "{\"source\": \"urn:x\", \"id\": \"1\\u0000\"}";

    assertThat(((Reading.Refused) reader.read(message(Lane.LIVE, plain))).id()).isEqualTo("1");
    assertThat(((Reading.Refused) reader.read(message(Lane.LIVE, odd))).source())
        .isEqualTo(Reading.NAMELESS_SOURCE);
  }

  private Reading read(Lane lane, String fields) {
    String product = "{\"uri\": \"file:///a.fits\", \"size\": 7, \"sha256\": \"" + SHA + "\"}";
    return reader.read(message(lane, event(fields, product)));
  }

  private String reason(Lane lane, String body) {
    Reading reading = reader.read(message(lane, body));
    assertThat(reading).isInstanceOf(Reading.Refused.class);
    return ((Reading.Refused) reading).reason();
  }

  private static ReductionMessage message(Lane lane, String body) {
    return new ReductionMessage(lane, body.getBytes(StandardCharsets.UTF_8));
  }

  private static String event(String fields, String products) {
    return """
        {"specversion": "1.0", "id": "1", "source": "urn:x", "type": "org.pawprint.reduction.completed.v1",
         "time": "2024-09-11T14:02:11.5+10:00",
         "data": {"reduction_id": "R1", %s, "products": [%s]}}
        """
        .formatted(fields, products);
  }
}

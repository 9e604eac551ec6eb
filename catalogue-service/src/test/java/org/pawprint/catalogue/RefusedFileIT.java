package org.pawprint.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.pawprint.catalogue.CatalogueUnderTest.SOON;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.pawprint.core.event.BrokerNames;
import org.pawprint.core.event.Lane;
import org.pawprint.testkit.fixture.SurveyFixture;

/** Files and commands that can never be catalogued: parked with a reason, and nothing left. */
class RefusedFileIT extends OnEachBroker {

  /** Numbers in the reasons: 92,160 bytes less 14,400 of header; four bytes a pixel. */
  static Stream<Arguments> badFiles() {
    byte[] frame = Frames.oneFibre();
    String image = "XTENSION= 'IMAGE";
    return Stream.of(
        Arguments.of("empty", new byte[0], List.of("SIMPLE")),
        Arguments.of("not-fits", "a letter".getBytes(StandardCharsets.UTF_8), List.of("SIMPLE")),
        Arguments.of("cut-in-header", Frames.truncated(frame, 4000), List.of("END")),
        Arguments.of(
            "cut-in-data", Frames.truncated(frame, 14400 + 5600), List.of("5600", 4 * 5037 + "")),
        Arguments.of(
            "axis-beyond-the-file",
            Frames.with(frame, "NAXIS1  =", "NAXIS1  =            999999999"),
            List.of("77760", "3999999996")),
        Arguments.of(
            "axis-beyond-all-numbers",
            Frames.with(frame, "NAXIS1  =", "NAXIS1  = 99999999999999999999999999"),
            List.of("NAXIS1")),
        Arguments.of(
            "absurd-pcount",
            Frames.with(frame, "PCOUNT  =", "PCOUNT  =  9223372036854775807"),
            List.of("HDU 1")),
        Arguments.of(
            "no-extension",
            Frames.truncated(frame, text(frame).indexOf(image)),
            List.of("no survey loader knows")),
        Arguments.of(
            "not-ours",
            SurveyFixture.content("not-ours/AAO.3orders.fits"),
            List.of("no survey loader knows")));
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badFiles")
  void parksA(String fault, byte[] content, List<String> words) throws Exception {
    List<String> before = service.segmentFiles();
    String name = fault + ".fits";

    long key = service.send(Commands.of(fault).file(service.original(name, content)));

    Map<String, Object> entry = service.awaitState(key, "parked");
    assertThat(String.valueOf(entry.get("reason"))).startsWith(name + ":").contains(words);
    assertThat(entry).containsEntry("spectra", 0).containsEntry("next_attempt_at", null);
    assertThat(service.rows(fault)).isEmpty();
    assertThat(service.segmentFiles()).isEqualTo(before);
    assertThat(announced(key)).contains(name, String.valueOf(entry.get("step")));
  }

  /** What the parked queue tells of an event; waits for it. */
  private String announced(long key) throws Exception {
    await().atMost(SOON).until(() -> service.broker.queueDepth(BrokerNames.PARKED_QUEUE) > 0);
    return service.take(BrokerNames.PARKED_QUEUE).stream()
        .map(body -> new String(body, StandardCharsets.UTF_8))
        .filter(body -> body.contains("\"eventKey\":" + key + ","))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void parksAGzipBombWithoutKeepingItsBytes() throws Exception {
    long before = expansions();

    long key = service.send(Commands.of("bomb").file(service.original("bomb.fits.gz", bomb())));

    assertThat(String.valueOf(service.awaitState(key, "parked").get("reason")))
        .startsWith("bomb.fits.gz:")
        .contains("expected at most 100 times the size");
    assertThat(service.rows("bomb")).isEmpty();
    assertThat(expansions()).isEqualTo(before);
  }

  /** A real frame and then zeros beyond 1 GiB; a megabyte of gzip. */
  private static byte[] bomb() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes, 1 << 16)) {
      gzip.write(Frames.oneFibre());
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 1025; i++) {
        gzip.write(zeros);
      }
    }
    return bytes.toByteArray();
  }

  private static long expansions() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files.filter(f -> f.getFileName().toString().matches("pawprint-\\d+\\.fits")).count();
    }
  }

  @Test
  void parksWhatTheDatabaseRefusesAndGoesOn() throws Exception {
    long key =
        service.send(
            Commands.of("refused")
                .rights("sold")
                .file(service.original("one.fits", Frames.oneFibre())));

    assertThat(String.valueOf(service.awaitState(key, "parked").get("reason")))
        .contains("data_rights");
    assertThat(service.rows("refused")).isEmpty();
    long next =
        service.send(Commands.of("after").file(service.original("one.fits", Frames.oneFibre())));
    service.awaitState(next, "catalogued");
  }

  @Test
  void parksACommandThatCannotBeReadAndGoesOn() throws Exception {
    service.take(BrokerNames.PARKED_QUEUE);
    service.sendRaw(Lane.LIVE, "{\"eventKey\": \"seven\"}".getBytes(StandardCharsets.UTF_8));

    await()
        .atMost(SOON)
        .until(() -> service.broker.queueDepth(BrokerNames.PARKED_QUEUE), n -> n == 1);
    assertThat(new String(service.take(BrokerNames.PARKED_QUEUE).get(0), StandardCharsets.UTF_8))
        .contains("\"step\":\"command\"")
        .contains("seven")
        .contains("\"lane\":\"live\"");
    long next =
        service.send(Commands.of("goes-on").file(service.original("1.fits", Frames.oneFibre())));
    service.awaitState(next, "catalogued");
  }
}

package org.pawprint.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nom.tam.fits.Fits;
import nom.tam.fits.FitsException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.pawprint.core.event.BrokerNames;
import org.pawprint.core.event.Lane;
import org.pawprint.standalone.archive.DataFolder;
import org.pawprint.standalone.archive.EventPublisher;
import org.pawprint.standalone.simulate.Arm;
import org.pawprint.standalone.simulate.Fibre;
import org.pawprint.standalone.simulate.FieldSimulator;
import org.pawprint.standalone.simulate.FrameWriter;
import org.pawprint.standalone.simulate.ReductionAnnouncement;
import org.pawprint.standalone.simulate.SimulatedReduction;
import org.pawprint.testkit.BrokerUnderTest;
import org.pawprint.testkit.Brokers;
import org.pawprint.testkit.TestDatabase;
import tools.jackson.databind.JsonNode;

/**
 * The services as operators run them: four processes from their executable jars, settings in the
 * environment, PostgreSQL, and RabbitMQ where it is installed.
 */
@Timeout(600)
class FourServicesIT {
  private static final Path LOGS = Path.of("target", "four-services");
  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final FieldSimulator SIMULATOR = new FieldSimulator(11);
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @TempDir private static Path folder;

  private static BrokerUnderTest broker;
  private static TestDatabase database;
  private static FourServices services;
  private static int firstMigration;

  @BeforeAll
  static void startServices() throws IOException {
    broker = Brokers.real();
    broker.reset();
    database = TestDatabase.create();
    services =
        new FourServices(
            new DataFolder(folder.resolve("data")), frames(), LOGS, database, broker.login());
    firstMigration = services.migrate(FourServices.AUTHORITY);
    services.start(ExecJar.values());
  }

  @AfterAll
  static void endProcesses() {
    try {
      services.close();
    } finally {
      database.close();
    }
  }

  @Test
  void migratesOnceAndKeepsItsAuthority() {
    assertThat(firstMigration).isZero();
    assertThat(services.migrate(FourServices.AUTHORITY)).as("a repeat").isZero();
    assertThat(services.migrate("other.example.org")).as("another authority").isNotZero();
  }

  @Test
  void carriesReductionFromBrokerToProductAndOriginal() throws Exception {
    SimulatedReduction frame = frame(0, Arm.BLUE);
    Fibre fibre = programmeFibre(frame);
    publish(frame);
    awaitCatalogued(frame);

    // The other arm may be there too, and has the same targets.
    List<String> found = dids(frame, Map.of("TARGETNAME", fibre.name()));
    assertThat(found).hasSize(1);
    String did = found.get(0);
    assertThat(did).startsWith("ivo://" + FourServices.AUTHORITY + "/aat_archive?");

    List<Map<String, String>> links =
        VoTableRows.of(services.archive().datalink("/vo/datalink/links?ID=" + encode(did)));
    byte[] product = get(link(links, "#this", "fits"));
    assertThat(flux(product)).isEqualTo(row(frame, fibre.row()));
    byte[] original = get(link(links, "#progenitor", ""));
    assertThat(sha256(original)).isEqualTo(frame.sha256().hex());
  }

  @Test
  void cataloguesOnceWhatWaitedWhileCatalogueServiceWasKilled() throws Exception {
    SimulatedReduction frame = frame(1, Arm.RED);
    services.kill(ExecJar.CATALOGUE);
    publish(frame);
    publish(frame);
    awaitState(frame, "staged");
    Awaitility.await()
        .atMost(PATIENCE)
        .until(() -> broker.queueDepth(BrokerNames.stageQueue(Lane.LIVE)) > 0);
    assertThat(dids(frame, Map.of())).isEmpty();

    services.start(ExecJar.CATALOGUE);
    awaitCatalogued(frame);
    Awaitility.await()
        .atMost(PATIENCE)
        .until(() -> broker.queueDepth(BrokerNames.stageQueue(Lane.LIVE)) == 0);

    assertThat(dids(frame, Map.of())).hasSize((int) frame.spectra()).doesNotHaveDuplicates();
    assertThat(ledger(frame)).hasSize(1);
    assertThat(ledger(frame).path(0).path("spectra").asLong()).isEqualTo(frame.spectra());
  }

  private static Path frames() {
    return folder.resolve("frames");
  }

  private static SimulatedReduction frame(int field, Arm arm) throws IOException {
    return new FrameWriter().write(SIMULATOR.field(field), arm, frames());
  }

  private static Fibre programmeFibre(SimulatedReduction frame) {
    return frame.field().fibres().stream()
        .filter(fibre -> fibre.target().isPresent())
        .findFirst()
        .orElseThrow();
  }

  private static void publish(SimulatedReduction frame) throws IOException {
    ReductionAnnouncement announcement = ReductionAnnouncement.of(frame);
    try (EventPublisher publisher = EventPublisher.connect(broker.login())) {
      publisher.publish(Lane.LIVE, announcement.id(), announcement.json());
    }
  }

  private static JsonNode ledger(SimulatedReduction frame) throws IOException {
    String id = ReductionAnnouncement.of(frame).id();
    return services
        .archive()
        .ops("/ops/ledger?source=" + encode(ReductionAnnouncement.SOURCE) + "&id=" + id)
        .path("entries");
  }

  private static void awaitCatalogued(SimulatedReduction frame) throws IOException {
    awaitState(frame, "catalogued");
    assertThat(ledger(frame).path(0).path("spectra").asLong()).isEqualTo(frame.spectra());
  }

  private static void awaitState(SimulatedReduction frame, String state) {
    Awaitility.await("ledger says " + state)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(200))
        .until(() -> ledger(frame).path(0).path("state").asString("").equals(state));
  }

  /** DIDs of a frame's spectra among the answers of a search. */
  private static List<String> dids(SimulatedReduction frame, Map<String, String> constraints)
      throws IOException {
    Map<String, String> parameters = new LinkedHashMap<>(constraints);
    parameters.put("REQUEST", "queryData");
    parameters.put("MAXREC", "5000");
    return VoTableRows.of(services.archive().search(parameters)).stream()
        .filter(row -> column(row, "reduction_id").equals(frame.reductionId()))
        .map(row -> column(row, "obs_publisher_did"))
        .toList();
  }

  private static String link(List<Map<String, String>> links, String semantics, String mediaType) {
    return links.stream()
        .filter(row -> column(row, "semantics").equals(semantics))
        .filter(row -> column(row, "content_type").contains(mediaType))
        .map(row -> column(row, "access_url"))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + semantics + " " + mediaType + ": " + links));
  }

  private static String column(Map<String, String> row, String name) {
    return Objects.requireNonNull(row.get(name), () -> name + " in " + row.keySet());
  }

  private static byte[] get(String url) throws IOException, InterruptedException {
    HttpResponse<byte[]> answer =
        HTTP.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofByteArray());
    assertThat(answer.statusCode()).as(url).isEqualTo(200);
    return answer.body();
  }

  /** Flux of a product: its primary image. */
  private static float[] flux(byte[] product) throws IOException, FitsException {
    try (Fits fits = new Fits(new ByteArrayInputStream(product))) {
      return (float[]) fits.readHDU().getKernel();
    }
  }

  /** One fibre of the frame as it lies on disk. */
  private static float[] row(SimulatedReduction frame, int row) throws IOException, FitsException {
    try (Fits fits = new Fits(frame.file().toFile())) {
      return ((float[][]) fits.readHDU().getKernel())[row];
    }
  }

  private static String sha256(byte[] bytes) throws NoSuchAlgorithmException {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}

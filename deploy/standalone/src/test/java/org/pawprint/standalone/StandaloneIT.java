package org.pawprint.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nom.tam.fits.Fits;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.pawprint.core.event.Lane;
import org.pawprint.standalone.archive.EventPublisher;
import org.pawprint.standalone.simulate.Arm;
import org.pawprint.standalone.simulate.FibreUse;
import org.pawprint.standalone.simulate.FieldSimulator;
import org.pawprint.standalone.simulate.FrameWriter;
import org.pawprint.standalone.simulate.ReductionAnnouncement;
import org.pawprint.standalone.simulate.SimulatedReduction;
import org.springframework.web.util.HtmlUtils;

/** An observer's way through the whole archive, from the announcement to the pixels. */
class StandaloneIT {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final Pattern DID = Pattern.compile("ivo://pawprint\\.test/[^<\"]+");
  private static final Pattern SLINK = Pattern.compile("http://[^<\"]+/vo/slink\\?[^<\"]+");

  @SuppressWarnings("NullAway.Init")
  private static Installation installation;

  @SuppressWarnings("NullAway.Init")
  private static Standalone standalone;

  @SuppressWarnings("NullAway.Init")
  private static SimulatedReduction frame;

  @BeforeAll
  static void start() throws Exception {
    // As the program does: four applications in one process share one logging.
    System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
    installation = new Installation();
    standalone = installation.start();
    frame =
        new FrameWriter()
            .write(new FieldSimulator(7).field(0), Arm.BLUE, installation.data.simulated());
  }

  @AfterAll
  static void stop() throws Exception {
    standalone.close();
    installation.close();
  }

  @Test
  void leadsFromTheAnnouncementToThePixelsAlsoAfterARestart() throws Exception {
    announce();
    await().atMost(SOON).until(() -> inCatalogue() == frame.spectra());
    assertPixelsOfFirstTarget();

    announce();
    await().atMost(SOON).until(() -> Integer.valueOf(2).equals(event().get("deliveries")));
    assertThat(event()).containsEntry("state", "catalogued");
    assertThat(inCatalogue()).isEqualTo(frame.spectra());

    standalone.close();
    standalone = installation.start();

    assertThat(inCatalogue()).isEqualTo(frame.spectra());
    assertThat(event()).containsEntry("deliveries", 2).containsEntry("attempts", 1);
    assertPixelsOfFirstTarget();
  }

  private static void announce() throws IOException {
    ReductionAnnouncement announcement = ReductionAnnouncement.of(frame);
    try (EventPublisher publisher = EventPublisher.connect(installation.archive.broker())) {
      publisher.publish(Lane.LIVE, announcement.id(), announcement.json());
    }
  }

  private static long inCatalogue() {
    return installation.count(
        "catalogue.obscore WHERE newest AND reduction_id = '" + frame.reductionId() + "'");
  }

  private static Map<String, Object> event() {
    return installation.sql().sql("SELECT * FROM ledger.entry").query().singleRow();
  }

  /** The first programme fibre: by SSA, its links, and its FITS file against the frame. */
  private void assertPixelsOfFirstTarget() throws Exception {
    int row = 0;
    while (frame.field().fibres().get(row).use() != FibreUse.PROGRAMME) {
      row++;
    }
    String name = frame.field().fibres().get(row).name();
    String found = installation.archive.search(Map.of("REQUEST", "queryData", "TARGETNAME", name));
    assertThat(found).contains(">" + frame.reductionId() + "<");
    String did = first(DID, found);

    String links =
        installation.archive.datalink(
            "/vo/datalink/links?ID=" + URLEncoder.encode(did, StandardCharsets.UTF_8));
    assertThat(links).contains("#this");
    String slink = first(SLINK, links).replaceAll("RESPONSEFORMAT=[^&]*", "RESPONSEFORMAT=fits");

    byte[] product =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(URI.create(slink)).build(), BodyHandlers.ofByteArray())
            .body();
    try (Fits served = new Fits(new ByteArrayInputStream(product));
        Fits reduced = new Fits(frame.file().toFile())) {
      float[] flux = ((float[][]) reduced.getHDU(0).getKernel())[row];
      assertThat((float[]) served.getHDU(0).getKernel()).isEqualTo(flux);
    }
  }

  private static String first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    assertThat(matcher.find()).as("%s in the answer", pattern).isTrue();
    return HtmlUtils.htmlUnescape(matcher.group());
  }
}

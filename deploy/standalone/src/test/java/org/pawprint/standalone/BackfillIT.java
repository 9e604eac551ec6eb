package org.pawprint.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pawprint.core.identifier.Sha256;
import org.pawprint.standalone.archive.EventPublisher;
import org.pawprint.standalone.archive.RunningArchive;
import org.pawprint.standalone.backfill.Backfill;
import org.pawprint.standalone.backfill.Watcher;
import org.pawprint.standalone.simulate.Arm;
import org.pawprint.standalone.simulate.FieldSimulator;
import org.pawprint.standalone.simulate.FrameWriter;
import org.pawprint.standalone.simulate.OneSpectrumFiles;
import org.pawprint.standalone.simulate.SimulatedReduction;
import tools.jackson.databind.JsonNode;

/** Folders, tars and manifests through the whole archive, and the account of their files. */
class BackfillIT {
  private static final Duration SOON = Duration.ofSeconds(60);

  /** Programme fibres of the bundled frames, as PROVENANCE.md beside them has them. */
  private static final Map<String, Integer> FRAMES =
      Map.of(
          "emlLinearSkyAirHelio.fits", 1,
          "emlLogVacuumHelioMultiple.fits", 3,
          "alldata_combined_runz_x12_b02.4fibres.fits", 4);

  /**
   * The fibre of the linear file is one of the three of the logarithmic one: two versions of it.
   */
  private static final int NEWEST = 7;

  @SuppressWarnings("NullAway.Init")
  private static Installation installation;

  @SuppressWarnings("NullAway.Init")
  private static Standalone standalone;

  @TempDir Path folder;

  private final Lines lines = new Lines();

  @BeforeAll
  static void start() throws Exception {
    System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
    installation = new Installation();
    standalone = installation.start();
  }

  @AfterAll
  static void stop() throws Exception {
    standalone.close();
    installation.close();
  }

  @Test
  void everyFileOfAMixedFolderIsAccountedForAlsoTheSecondTime() throws Exception {
    frames(folder);
    byte[] whole = frame("emlLinearSkyAirHelio.fits");
    write("bad/cut.fits", Arrays.copyOf(whole, 20_000));
    write("bad/empty.fits", new byte[0]);
    write("copies/the same.fits", whole);
    write("README.md", "about".getBytes(StandardCharsets.UTF_8));
    Optional<String> collection = Optional.of("mixed");

    JsonNode first = backfill(folder, collection);

    assertThat(first.path("files").asInt()).isEqualTo(6);
    assertThat(first.path("catalogued").asInt()).isEqualTo(3);
    assertThat(first.path("already").asInt()).as("the copy").isEqualTo(1);
    assertThat(files(first.path("parked"))).containsExactly("bad/cut.fits", "bad/empty.fits");
    first.path("parked").forEach(p -> assertThat(p.path("reason").asString()).isNotBlank());
    assertThat(files(first.path("not_announced"))).containsExactly("README.md");
    assertThat(first.path("spectra").asInt()).isEqualTo(8);
    assertThat(first.path("by_collection").path("mixed").asInt()).isEqualTo(8);
    assertThat(inCollection("mixed")).isEqualTo(NEWEST);
    assertThat(lines.failures).last().asString().startsWith("2 parked (");

    JsonNode batch = parkedBatch("bad/cut.fits");
    assertThat(batch.at("/files/files").asInt()).isEqualTo(6);
    assertThat(batch.at("/files/catalogued").asInt()).as("the copy, too").isEqualTo(4);
    assertThat(batch.at("/files/parked").asInt()).isEqualTo(2);
    assertThat(batch.at("/files/parked_files/1/name").asString()).isEqualTo("bad/empty.fits");

    JsonNode second = backfill(folder, collection);

    assertThat(second.path("files").asInt()).isEqualTo(6);
    assertThat(second.path("catalogued").asInt()).isZero();
    assertThat(second.path("already").asInt()).isEqualTo(4);
    assertThat(files(second.path("parked"))).containsExactly("bad/cut.fits", "bad/empty.fits");
    assertThat(second.path("spectra").asInt()).isEqualTo(8);
    assertThat(inCollection("mixed")).isEqualTo(NEWEST);
  }

  /** The event that the ledger lists as parked for the sake of this file. */
  private static JsonNode parkedBatch(String file) throws IOException {
    for (JsonNode event : installation.archive.ops("/ops/parked").path("entries")) {
      if (event.at("/files/parked_files/0/name").asString("").equals(file)) {
        return event;
      }
    }
    throw new AssertionError("no parked event names " + file);
  }

  @Test
  void aTarAndAManifestOfTheSameFilesChangeNothing() throws Exception {
    Path frames = folder.resolve("frames");
    frames(frames);
    Optional<String> collection = Optional.of("three_ways");
    assertThat(backfill(frames, collection).path("catalogued").asInt()).isEqualTo(3);

    JsonNode fromTar = backfill(tar(frames), collection);
    JsonNode fromList = backfill(manifest(frames), collection);

    for (JsonNode report : List.of(fromTar, fromList)) {
      assertThat(report.path("catalogued").asInt()).isZero();
      assertThat(report.path("already").asInt()).isEqualTo(3);
      assertThat(report.path("spectra").asInt()).isEqualTo(8);
    }
    assertThat(files(fromList.path("parked"))).containsExactly("frames/gone.fits");
    assertThat(files(fromTar.path("not_announced"))).containsExactly("../escape.txt");
    assertThat(inCollection("three_ways")).isEqualTo(NEWEST);
    assertThat(folder.resolve("escape.txt")).doesNotExist();
  }

  @Test
  void aRunThatIsCutGoesOnFromItsCursorAndCountsEachFileOnce() throws Exception {
    OneSpectrumFiles files = oneSpectrumFiles("cut", 11);
    files.write(60, done -> {});
    // Twenty files a batch; cut when the first batch has its outcome.
    Backfill.Order order = new Backfill.Order(files.root(), Optional.of("cut"), 20, false);
    lines.cutAfter = 20;
    assertThatThrownBy(() -> run(order)).isInstanceOf(Cut.class);
    lines.cutAfter = Long.MAX_VALUE;

    JsonNode report = run(order);

    assertThat(lines.said).anyMatch(line -> line.contains("goes on after 20 files"));
    assertThat(report.path("files").asInt()).isEqualTo(60);
    assertThat(report.path("catalogued").asInt()).isEqualTo(60);
    assertThat(report.path("already").asInt()).isZero();
    assertThat(report.path("spectra").asInt()).isEqualTo(60);
    assertThat(inCollection("cut")).isEqualTo(60);
    assertThat(
            installation.count("catalogue.reduction WHERE collection = 'cut' AND state = 'newest'"))
        .isEqualTo(60);
  }

  @Test
  void aBackfillPausesWhileTheLiveLaneIsBehind() throws Exception {
    OneSpectrumFiles files = oneSpectrumFiles("paused", 12);
    files.write(3, done -> {});
    installation
        .sql()
        .sql(
            """
            INSERT INTO ledger.event (source, event_id, lane, raw, received_at, last_seen_at, state)
            VALUES ('urn:test', 'behind', 'live', '', now() - interval '1 min', now(), 'received')
            """)
        .update();
    CompletableFuture<JsonNode> report =
        CompletableFuture.supplyAsync(() -> runUnchecked(files.root(), "paused"));
    await().atMost(SOON).until(() -> lines.said.stream().anyMatch(l -> l.startsWith("paused")));
    assertThat(inCollection("paused")).isZero();

    installation.sql().sql("DELETE FROM ledger.event WHERE event_id = 'behind'").update();

    assertThat(report.get().path("catalogued").asInt()).isEqualTo(3);
    assertThat(lines.said).anyMatch(line -> line.contains("caught up"));
  }

  /** A thread that has read and written small files must be able to read a large one. */
  @Test
  void aLargeFileAfterManySmallOnesComesInWithItsBytes() throws Exception {
    Path order = Files.createDirectories(folder.resolve("order"));
    OneSpectrumFiles small = new OneSpectrumFiles(order.resolve("1-small"), 13);
    small.write(45, done -> {});
    SimulatedReduction large =
        new FrameWriter().write(new FieldSimulator(13).field(0), Arm.RED, order.resolve("2-large"));
    assertThat(large.bytes()).isGreaterThan(6L << 20);

    // Twenty files a batch: the frame shares the third with five small ones, and comes last.
    JsonNode report = run(new Backfill.Order(order, Optional.of("sizes"), 20, false));

    assertThat(report.path("parked")).isEmpty();
    assertThat(report.path("files").asInt()).isEqualTo(46);
    assertThat(report.path("catalogued").asInt()).isEqualTo(46);
    assertThat(inCollection("sizes")).isEqualTo(45 + large.spectra());
    assertThat(original("sizes", small.target(0))).isEqualTo(Files.readAllBytes(small.file(0)));
    assertThat(original("sizes", small.target(44))).isEqualTo(Files.readAllBytes(small.file(44)));
    assertThat(original("sizes", large.field().firstTarget()))
        .isEqualTo(Files.readAllBytes(large.file()));
  }

  /** The file that a target's spectrum came from, as the archive serves it. */
  private static byte[] original(String collection, String target) throws Exception {
    String did =
        installation
            .sql()
            .sql(
                """
                SELECT obs_publisher_did FROM catalogue.obscore
                WHERE newest AND obs_collection = :collection AND target_name = :target
                """)
            .param("collection", collection)
            .param("target", target)
            .query(String.class)
            .single();
    URI uri =
        installation
            .ports
            .uri(installation.ports.datalink())
            .resolve("/vo/original?ID=" + RunningArchive.encode(did));
    HttpResponse<byte[]> answer =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofByteArray());
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body();
  }

  private JsonNode runUnchecked(Path what, String collection) {
    try {
      return backfill(what, Optional.of(collection));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private JsonNode backfill(Path what, Optional<String> collection) throws IOException {
    return run(new Backfill.Order(what, collection, 0, false));
  }

  private JsonNode run(Backfill.Order order) throws IOException {
    try (EventPublisher publisher = EventPublisher.connect(installation.archive.broker());
        Backfill backfill = Backfill.of(order, installation.archive, publisher, lines)) {
      return backfill.finish();
    }
  }

  /** A process that is killed, as far as the archive can tell. */
  private static final class Cut extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private static final class Lines implements Watcher {
    final List<String> said = Collections.synchronizedList(new ArrayList<>());
    final List<String> failures = new ArrayList<>();
    long cutAfter = Long.MAX_VALUE;

    @Override
    public void say(String line) {
      said.add(line);
    }

    @Override
    public void progress(long done, long before, long all, String failed) {
      failures.add(failed);
      assertThat(done).isLessThanOrEqualTo(all);
      if (done >= cutAfter) {
        throw new Cut();
      }
    }
  }

  private static OneSpectrumFiles oneSpectrumFiles(String name, long seed) throws IOException {
    return new OneSpectrumFiles(
        Files.createDirectories(installation.data.simulated().resolve(name)), seed);
  }

  private static void frames(Path into) throws IOException {
    Files.createDirectories(into);
    for (String name : FRAMES.keySet()) {
      Files.write(into.resolve(name), frame(name));
    }
  }

  private static byte[] frame(String name) throws IOException {
    try (InputStream frame = BackfillIT.class.getResourceAsStream("/samples/aaomega/" + name)) {
      assertThat(frame).as(name).isNotNull();
      return frame.readAllBytes();
    }
  }

  private void write(String name, byte[] content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.resolveSibling(""));
    Files.write(file, content);
  }

  private Path tar(Path frames) throws IOException {
    Path tar = folder.resolve("frames.tar.gz");
    try (TarArchiveOutputStream out =
        new TarArchiveOutputStream(new GZIPOutputStream(Files.newOutputStream(tar)))) {
      entry(out, "../escape.txt", "out of here".getBytes(StandardCharsets.UTF_8));
      for (String name : new TreeSet<>(FRAMES.keySet())) {
        entry(out, "../" + name, Files.readAllBytes(frames.resolve(name)));
      }
    }
    return tar;
  }

  private static void entry(TarArchiveOutputStream out, String name, byte[] content)
      throws IOException {
    TarArchiveEntry entry = new TarArchiveEntry(name, true);
    entry.setSize(content.length);
    out.putArchiveEntry(entry);
    out.write(content);
    out.closeArchiveEntry();
  }

  private Path manifest(Path frames) throws IOException {
    List<String> list = new ArrayList<>(List.of("path,sha256,size"));
    for (String name : new TreeSet<>(FRAMES.keySet())) {
      byte[] content = Files.readAllBytes(frames.resolve(name));
      list.add("frames/" + name + "," + Sha256.of(content).hex() + "," + content.length);
    }
    list.add("frames/gone.fits");
    return Files.write(folder.resolve("frames.csv"), list);
  }

  private static List<String> files(JsonNode entries) {
    List<String> files = new ArrayList<>();
    entries.forEach(entry -> files.add(entry.path("file").asString()));
    return files;
  }

  private static long inCollection(String collection) {
    return installation.count(
        "catalogue.obscore WHERE newest AND obs_collection = '" + collection + "'");
  }
}

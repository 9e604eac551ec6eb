package org.pawprint.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.pawprint.core.event.Lane;
import org.pawprint.standalone.archive.BareFile;
import org.pawprint.standalone.archive.EventPublisher;
import org.pawprint.standalone.command.PawprintCommand;
import org.pawprint.standalone.simulate.Arm;
import org.pawprint.standalone.simulate.FibreUse;
import org.pawprint.standalone.simulate.FieldSimulator;
import org.pawprint.standalone.simulate.FrameWriter;
import org.pawprint.standalone.simulate.ReductionAnnouncement;
import org.pawprint.standalone.simulate.SimulatedReduction;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An operator's week at the command line, against a whole archive. */
class OperatorCommandsIT {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @SuppressWarnings("NullAway.Init")
  private static Installation installation;

  @SuppressWarnings("NullAway.Init")
  private static Standalone standalone;

  @SuppressWarnings("NullAway.Init")
  private static SimulatedReduction blue;

  @SuppressWarnings("NullAway.Init")
  private static SimulatedReduction red;

  @BeforeAll
  static void start() throws Exception {
    // As the program does: four applications in one process share one logging.
    System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
    installation = new Installation();
    standalone = installation.start();
    FrameWriter writer = new FrameWriter();
    blue = writer.write(new FieldSimulator(7).field(0), Arm.BLUE, installation.data.simulated());
    red = writer.write(new FieldSimulator(7).field(0), Arm.RED, installation.data.simulated());
    announce(blue);
    await().atMost(SOON).until(() -> newest(blue) == blue.spectra());
  }

  @AfterAll
  static void stop() throws Exception {
    standalone.close();
    installation.close();
  }

  private static void announce(SimulatedReduction reduction) throws IOException {
    ReductionAnnouncement announcement = ReductionAnnouncement.of(reduction);
    try (EventPublisher publisher = EventPublisher.connect(installation.archive.broker())) {
      publisher.publish(Lane.LIVE, announcement.id(), announcement.json());
    }
  }

  private static long newest(SimulatedReduction reduction) {
    return installation.count(
        "catalogue.obscore WHERE newest AND reduction_id = '" + reduction.reductionId() + "'");
  }

  private static String collection() {
    return installation
        .sql()
        .sql("SELECT min(collection) FROM catalogue.reduction")
        .query(String.class)
        .single();
  }

  /** Runs a command with {@code --json}; gives what its last line says. */
  private static JsonNode run(int exitCode, String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(
        List.of(
            "--json",
            "--port-base",
            String.valueOf(installation.ports.base()),
            "--data",
            installation.data.root().toString()));
    PrintStream console = System.out;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
    int code;
    try {
      code = PawprintCommand.run(all.toArray(String[]::new));
    } finally {
      System.setOut(console);
    }
    String text = said.toString(StandardCharsets.UTF_8).strip();
    assertThat(code).as("%s: %s", all, text).isEqualTo(exitCode);
    return JSON.readTree(text.substring(text.lastIndexOf('\n') + 1));
  }

  private static Path file(String name, String text) throws IOException {
    return Files.writeString(installation.data.root().resolve(name), text);
  }

  @Test
  void reconcilesReplaysJoinsAndWithdraws() throws Exception {
    fillsAGapFromThePublishersFile();
    replaysFromTheOriginalsAfterTheFileHasLeft();
    joinsATableOfTargets();
    withdrawsAReduction();
    tellsThatSimulatedFramesAreThereAlready();
    listsTheFilesOfAnEventThatIsThere();
  }

  private void listsTheFilesOfAnEventThatIsThere() {
    String key = run(0, "ledger", "--limit", "1").at("/entries/0/key").asString();

    assertThat(run(0, "ledger", "--files", key).path("files")).hasSize(1);
    run(3, "ledger", "--files", "999999999");
    run(2, "ledger", "--files", key, "--state", "parked");
  }

  private void tellsThatSimulatedFramesAreThereAlready() {
    String[] simulate = {"simulate", "--frames", "2", "--rate", "6000", "--seed", "77"};

    assertThat(run(0, simulate).path("already").asInt()).isZero();
    await().atMost(SOON).until(() -> run(0, simulate).path("already").asInt() == 2);
  }

  private void fillsAGapFromThePublishersFile() throws Exception {
    String digest = BareFile.of(blue.file()).sha256().hex();
    Path manifest =
        file(
            "list.jsonl",
            """
            {"reduction_id": "%s", "collection": "%s", "sha256": "%s"}
            {"reduction_id": "%s", "collection": "%s", "file": "%s"}
            {"reduction_id": "never-made", "collection": "%s", "sha256": "%s"}
            """
                .formatted(
                    blue.reductionId(),
                    collection(),
                    digest,
                    red.reductionId(),
                    collection(),
                    red.file(),
                    collection(),
                    "0".repeat(64)));

    JsonNode dry = run(1, "reconcile", manifest.toString(), "--dry-run");
    JsonNode found = run(1, "reconcile", manifest.toString());

    assertThat(dry.path("missing")).hasSize(2);
    assertThat(dry.has("published")).isFalse();
    assertThat(found.path("collections").path(collection()).path("agree").asInt()).isEqualTo(1);
    assertThat(found.path("published").asInt()).isEqualTo(1);
    assertThat(found.path("replayed").asInt()).isZero();
    assertThat(found.path("ask_publisher").get(0).path("reduction_id").asString())
        .isEqualTo("never-made");
    await().atMost(SOON).until(() -> newest(red) == red.spectra());
    JsonNode then = run(1, "reconcile", manifest.toString());
    assertThat(then.path("missing")).hasSize(1);
    assertThat(then.path("differing")).isEmpty();
    assertThat(then.path("extra")).isEmpty();
  }

  private void replaysFromTheOriginalsAfterTheFileHasLeft() throws Exception {
    Files.delete(blue.file());
    // As after an upgrade that has mended the loader: what is there was read by an older one.
    for (String older :
        List.of(
            "ledger.ingest_outcome SET loader_revision = 0",
            "catalogue.reduction SET loader_revision = 0, version_digest = version_digest || '0'",
            "catalogue.spectrum SET did = did || '0'",
            "catalogue.obscore SET obs_publisher_did = obs_publisher_did || '0'")) {
      installation.sql().sql("UPDATE " + older).update();
    }
    String[] below = {"replay", "--loader", "aaomega", "--below-revision", "1"};

    JsonNode dry = run(0, "replay", "--loader", "aaomega", "--below-revision", "1", "--dry-run");
    JsonNode one = run(0, "replay", "--collection", collection(), "--limit", "1", "--rate", "5");
    await()
        .atMost(SOON)
        .until(() -> installation.count("catalogue.reduction WHERE loader_revision > 0") == 1);
    JsonNode rest = run(0, below);

    assertThat(dry.path("matching").asInt()).isEqualTo(2);
    assertThat(one.path("sent").asInt()).isEqualTo(1);
    assertThat(rest.path("sent").asInt()).isEqualTo(1);
    await()
        .atMost(SOON)
        .until(
            () ->
                installation.count(
                        "catalogue.reduction WHERE loader_revision > 0 AND state = 'newest'")
                    == 2);
    assertThat(newest(blue)).isEqualTo(blue.spectra());
    assertThat(
            run(0, "replay", "--loader", "aaomega", "--below-revision", "1").path("sent").asInt())
        .isZero();
  }

  private void joinsATableOfTargets() throws Exception {
    String target =
        blue.field().fibres().stream()
            .filter(fibre -> fibre.use() == FibreUse.PROGRAMME)
            .findFirst()
            .orElseThrow()
            .name();
    Path table = file("targets.csv", "ident,zed\n" + target + ",0.25\n");

    JsonNode given =
        run(
            0,
            "catalogue",
            table.toString(),
            "--collection",
            collection(),
            "--key",
            "ident",
            "--redshift",
            "zed");
    JsonNode again =
        run(
            0,
            "catalogue",
            table.toString(),
            "--collection",
            collection(),
            "--key",
            "ident",
            "--redshift",
            "zed");

    assertThat(given.path("changed").asBoolean()).isTrue();
    assertThat(given.path("rows").asInt()).isEqualTo(1);
    // Both arms, and both the readings of today and those of the older loader.
    assertThat(given.path("spectra_changed").asInt()).isEqualTo(4);
    assertThat(again.path("changed").asBoolean()).isFalse();
    assertThat(again.path("spectra_changed").asInt()).isZero();
    assertThat(
            installation.count(
                "catalogue.obscore WHERE target_name = '"
                    + target
                    + "' AND redshift = 0.25 AND abs(em_min_rest * 1.25 - em_min) < 1e-20"))
        .isEqualTo(4);
  }

  private void withdrawsAReduction() throws Exception {
    String[] order = {
      "withdraw",
      "--collection",
      collection(),
      "--reduction",
      red.reductionId(),
      "--reason",
      "wrong arc"
    };
    List<String> dry = new ArrayList<>(List.of(order));
    dry.add("--dry-run");

    JsonNode would = run(0, dry.toArray(String[]::new));
    JsonNode done = run(0, order);
    JsonNode again = run(0, order);

    assertThat(would.path("would_withdraw").asInt()).isEqualTo(2 * red.spectra());
    assertThat(done.path("withdrawn").asInt()).isEqualTo(2 * red.spectra());
    assertThat(again.path("withdrawn").asInt()).isZero();
    assertThat(newest(red)).isZero();
    assertThat(newest(blue)).isEqualTo(blue.spectra());
  }
}

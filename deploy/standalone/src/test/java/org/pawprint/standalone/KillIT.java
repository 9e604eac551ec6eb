package org.pawprint.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pawprint.core.event.Lane;
import org.pawprint.core.identifier.Sha256;
import org.pawprint.standalone.archive.EventPublisher;
import org.pawprint.standalone.simulate.Arm;
import org.pawprint.standalone.simulate.FieldSimulator;
import org.pawprint.standalone.simulate.FrameWriter;
import org.pawprint.standalone.simulate.ReductionAnnouncement;
import org.pawprint.standalone.simulate.SimulatedReduction;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The process dies at every step of the way of a reduction, and once from outside while frames
 * stream in. What is announced is in the catalogue once, whatever happened on the way.
 */
class KillIT {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final int KILLED = 137;
  private static final long SEED = 20_170_817;
  private static final int STREAM = 10;
  private static final Pattern DID = Pattern.compile(">(ivo://pawprint\\.test/[^<]+)<");
  private static final List<String> STEPS =
      List.of("received", "copied", "staged", "segment-renamed", "committed", "notice-sent");

  private final Installation installation = new Installation();
  private final FieldSimulator simulator = new FieldSimulator(SEED);
  private final FrameWriter writer = new FrameWriter();
  private final List<SimulatedReduction> announced = new ArrayList<>();

  @AfterEach
  void clear() throws Exception {
    installation.close();
  }

  @Test
  void whateverStepItDiesAtEverySpectrumIsThereOnce() throws Exception {
    Process child = installation.startChild(STEPS.get(0));
    try {
      Installation.awaitUp(child);
      installation.subscribeToNotices();
      announce(1);
      awaitDeath(child, STEPS.get(0));
      // What is left of the one reduction goes on at each start, and dies a step further.
      for (String step : STEPS.subList(1, STEPS.size())) {
        child = installation.startChild(step);
        awaitDeath(child, step);
      }
      child = installation.startChild("");
      Installation.awaitUp(child);
      announce(1 + new Random(SEED).nextInt(STREAM - 1));
      child.destroyForcibly().waitFor();

      child = installation.startChild("");
      Installation.awaitUp(child);
      announce(1 + STREAM - announced.size());
      await().atMost(PATIENCE).untilAsserted(this::allAreCatalogued);

      assertCatalogue();
      assertStores();
      assertNotices();
      Installation.stop(child);
    } finally {
      child.destroyForcibly().waitFor();
    }
  }

  private void announce(int frames) throws Exception {
    try (EventPublisher publisher = EventPublisher.connect(installation.archive.broker())) {
      for (int i = 0; i < frames; i++) {
        int number = announced.size();
        SimulatedReduction frame =
            writer.write(
                simulator.field(number / 2),
                Arm.values()[number % 2],
                installation.data.simulated());
        ReductionAnnouncement announcement = ReductionAnnouncement.of(frame);
        publisher.publish(Lane.LIVE, announcement.id(), announcement.json());
        announced.add(frame);
      }
    }
  }

  private static void awaitDeath(Process child, String step) throws InterruptedException {
    assertThat(child.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
        .as("dies at %s", step)
        .isTrue();
    assertThat(child.exitValue()).as("exit status at %s", step).isEqualTo(KILLED);
  }

  private void allAreCatalogued() throws Exception {
    assertThat(
            installation
                .sql()
                .sql("SELECT reduction_id, state FROM ledger.entry")
                .query()
                .listOfRows()
                .stream()
                .collect(
                    Collectors.toMap(
                        e -> String.valueOf(e.get("reduction_id")),
                        e -> String.valueOf(e.get("state")))))
        .isEqualTo(
            announced.stream()
                .collect(Collectors.toMap(SimulatedReduction::reductionId, frame -> "catalogued")));
    assertThat(installation.waiting()).isZero();
    assertThat(installation.count("catalogue.change WHERE number IS NULL")).isZero();
    assertThat(installation.count("catalogue.change_counter WHERE noticed = last")).isOne();
  }

  private void assertCatalogue() throws Exception {
    for (SimulatedReduction frame : announced) {
      String ofFrame = " WHERE reduction_id = '" + frame.reductionId() + "'";
      assertThat(installation.count("catalogue.obscore" + ofFrame)).isEqualTo(frame.spectra());
      assertThat(installation.count("catalogue.obscore" + ofFrame + " AND newest"))
          .isEqualTo(frame.spectra());
    }
    long spectra = announced.stream().mapToLong(SimulatedReduction::spectra).sum();
    assertThat(installation.count("catalogue.spectrum")).isEqualTo(spectra);
    assertThat(installation.count("(SELECT DISTINCT did FROM catalogue.spectrum) d"))
        .isEqualTo(spectra);
    assertThat(
            installation
                .sql()
                .sql("SELECT number FROM catalogue.change ORDER BY number")
                .query(Long.class)
                .list())
        .isEqualTo(LongStream.rangeClosed(1, spectra).boxed().toList());
    String found =
        installation.archive.search(
            Map.of("REQUEST", "queryData", "COLLECTION", "aat_archive", "MAXREC", "100000"));
    assertThat(found.split("<TR>", -1)).hasSize((int) spectra + 1);
    assertThat(DID.matcher(found).results().map(m -> m.group(1)).collect(Collectors.toSet()))
        .isEqualTo(
            installation.sql().sql("SELECT did FROM catalogue.spectrum").query(String.class).set());
  }

  private void assertStores() throws Exception {
    Set<String> originals =
        announced.stream()
            .map(SimulatedReduction::sha256)
            .map(Sha256::hex)
            .map(hex -> hex.substring(0, 2) + "/" + hex.substring(2, 4) + "/" + hex)
            .collect(Collectors.toCollection(TreeSet::new));
    // Half-written drafts of killed processes are swept after a day.
    assertThat(
            Installation.files(installation.data.originals()).stream()
                .filter(file -> !file.startsWith("tmp/")))
        .containsExactlyElementsOf(originals);
    Path segments = installation.data.segments();
    assertThat(Installation.files(segments)).containsAll(segmentsIn("live"));
    assertThat(segmentsIn("live")).hasSize(announced.size());
    // Only what is registered as begun is left over: the sweep finds it.
    Set<String> known = new TreeSet<>(segmentsIn("live"));
    segmentsIn("writing").forEach(path -> known.addAll(List.of(path, path + ".tmp")));
    assertThat(known).containsAll(Installation.files(segments));
  }

  private List<String> segmentsIn(String state) {
    return installation
        .sql()
        .sql("SELECT path FROM catalogue.segment WHERE state = ? ORDER BY path")
        .param(state)
        .query(String.class)
        .list();
  }

  private void assertNotices() throws Exception {
    JsonMapper json = JsonMapper.builder().build();
    Map<String, JsonNode> byId =
        installation.takeNotices().stream()
            .map(json::readTree)
            .collect(Collectors.toMap(n -> n.path("id").asString(), n -> n, (a, b) -> a));
    Map<String, Long> told =
        byId.values().stream()
            .collect(
                Collectors.toMap(
                    n -> n.path("data").path("reduction_id").asString(),
                    n -> n.path("data").path("count").asLong(),
                    Long::sum));
    assertThat(told)
        .isEqualTo(
            announced.stream()
                .collect(
                    Collectors.toMap(
                        SimulatedReduction::reductionId, SimulatedReduction::spectra)));
  }
}

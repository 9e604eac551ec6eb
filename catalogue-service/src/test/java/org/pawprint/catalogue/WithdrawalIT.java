package org.pawprint.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.pawprint.catalogue.CatalogueUnderTest.SOON;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pawprint.core.event.StageCommand.StagedFile;
import tools.jackson.databind.JsonNode;

/** Spectra that an operator takes back. */
class WithdrawalIT extends OnEachBroker {
  private static final String REASON = "fibres were swapped";

  private final OpsClient ops = new OpsClient(service);
  private final List<String> notices = new ArrayList<>();

  private StagedFile catalogue(String collection, String reduction, long version) throws Exception {
    StagedFile file = service.original(collection + ".fits", Frames.threeFibres());
    long key =
        service.send(
            Commands.of(collection + "-" + reduction + "-" + version)
                .file(file)
                .reduction(reduction, version),
            collection);
    service.awaitState(key, "catalogued");
    return file;
  }

  private List<Map<String, Object>> spectra(String collection) {
    return service
        .jdbc
        .sql(
            "SELECT s.*, o.newest AS row_newest, o.target_name, r.state AS reduction_state"
                + " FROM catalogue.spectrum s JOIN catalogue.reduction r ON r.id = s.reduction"
                + " JOIN catalogue.obscore o ON o.spectrum_id = s.id WHERE r.collection = ?"
                + " ORDER BY s.did")
        .param(collection)
        .query()
        .listOfRows();
  }

  private void awaitNotice(String routed, String... parts) {
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> {
              service
                  .takeNotices()
                  .forEach(n -> notices.add(new String(n, StandardCharsets.UTF_8)));
              assertThat(notices)
                  .as(routed)
                  .anySatisfy(notice -> assertThat(notice).contains(parts));
            });
  }

  @Test
  void oneSpectrumLeavesATombstoneAChangeAndANotice() throws Exception {
    catalogue("one", "r1", 1);
    String did = String.valueOf(spectra("one").get(0).get("did"));

    JsonNode dry = ops.post("/ops/withdrawals", order("did", did, true), 200);
    JsonNode answer = ops.post("/ops/withdrawals", order("did", did, false), 200);
    JsonNode again = ops.post("/ops/withdrawals", order("did", did, false), 200);

    assertThat(dry.path("left").asInt()).isEqualTo(1);
    assertThat(answer.path("withdrawn").asInt()).isEqualTo(1);
    assertThat(again.path("withdrawn").asInt()).isZero();
    assertThat(spectra("one"))
        .extracting(
            s -> did.equals(s.get("did")),
            s -> s.get("tombstone"),
            s -> s.get("newest"),
            s -> s.get("withdrawn_because"),
            s -> s.get("reduction_state"))
        .containsExactly(
            tuple(true, true, false, REASON, "newest"),
            tuple(false, false, true, null, "newest"),
            tuple(false, false, true, null, "newest"));
    assertThat(
            service.count(
                "catalogue.change c JOIN catalogue.spectrum s ON s.id = c.spectrum_id"
                    + " WHERE c.kind = 'withdrawn' AND NOT c.silent AND c.reason = '"
                    + REASON
                    + "' AND s.did = '"
                    + did
                    + "'"))
        .isOne();
    awaitNotice(
        "notice",
        "org.pawprint.spectra.withdrawn.v1",
        "\"collection\":\"one\"",
        "\"count\":1",
        "\"reason\":\"" + REASON + "\"");
  }

  @Test
  void aReductionGoesInAllItsVersionsAndAMendedOneComes() throws Exception {
    catalogue("red", "r1", 1);
    catalogue("red", "r1", 2);
    long another =
        service.send(
            Commands.of("red-r2")
                .file(service.original("r2.fits", Frames.oneFibre()))
                .reduction("r2", 1),
            "red");
    service.awaitState(another, "catalogued");

    JsonNode answer =
        ops.post(
            "/ops/withdrawals",
            "{\"collection\": \"red\", \"reduction\": \"r1\", \"reason\": \"" + REASON + "\"}",
            200);

    assertThat(answer.path("withdrawn").asInt()).isEqualTo(6);
    assertThat(
            service.count(
                "catalogue.reduction WHERE collection = 'red' AND reduction_key = 'r1' AND state = 'withdrawn'"))
        .isEqualTo(2);
    assertThat(
            service.count(
                "catalogue.spectrum s JOIN catalogue.reduction r ON r.id = s.reduction"
                    + " WHERE r.collection = 'red' AND r.reduction_key = 'r2' AND NOT s.tombstone"))
        .as("the spectrum of another reduction")
        .isOne();

    byte[] mended = Frames.threeFibres();
    mended[mended.length - 1] ^= 1;
    long key =
        service.send(
            Commands.of("red-mended").file(service.original("m.fits", mended)).reduction("r1", 3),
            "red");
    service.awaitState(key, "catalogued");
    assertThat(
            service.count(
                "catalogue.obscore WHERE obs_collection = 'red' AND newest AND reduction_version = '3'"))
        .isEqualTo(3);
  }

  @Test
  void anOlderVersionThatArrivesLateDoesNotTakeThePlaceOfAWithdrawnOne() throws Exception {
    catalogue("late", "r1", 5);
    ops.post(
        "/ops/withdrawals",
        "{\"collection\": \"late\", \"reduction\": \"r1\", \"reason\": \"" + REASON + "\"}",
        200);

    byte[] other = Frames.threeFibres();
    other[other.length - 1] ^= 1;
    long key =
        service.send(
            Commands.of("late-old").file(service.original("o.fits", other)).reduction("r1", 4),
            "late");
    service.awaitState(key, "catalogued");

    assertThat(service.count("catalogue.obscore WHERE obs_collection = 'late' AND newest"))
        .isZero();
  }

  @Test
  void whatWasWithdrawnStaysSoWhenItsFileIsReadAnew() throws Exception {
    StagedFile file = catalogue("anew", "r1", 1);
    String alias = String.valueOf(spectra("anew").get(0).get("alias"));
    ops.post("/ops/withdrawals", order("did", alias, false), 200);

    // As a loader of a later revision, or a publisher who counts on without mending anything.
    long key = service.send(Commands.of("anew-2").file(file).reduction("r1", 2), "anew");
    service.awaitState(key, "catalogued");

    assertThat(spectra("anew").stream().filter(s -> alias.equals(s.get("alias"))))
        .hasSize(2)
        .allSatisfy(
            s ->
                assertThat(s)
                    .containsEntry("tombstone", true)
                    .containsEntry("withdrawn_because", REASON));
    assertThat(service.count("catalogue.obscore WHERE obs_collection = 'anew' AND newest"))
        .isEqualTo(2);
  }

  @Test
  void aWholeReleaseGoes() throws Exception {
    catalogue("release", "r1", 1);

    JsonNode answer = ops.post("/ops/withdrawals", order("collection", "release", false), 200);

    assertThat(answer.path("withdrawn").asInt()).isEqualTo(3);
    assertThat(answer.path("left").asInt()).isZero();
    assertThat(service.count("catalogue.obscore WHERE obs_collection = 'release' AND newest"))
        .isZero();
    awaitNotice("notice", "\"collection\":\"release\"", "\"count\":3", "withdrawn");
  }

  @Test
  void refusesOrdersThatAreNotClear() throws Exception {
    for (String body :
        List.of(
            "{\"collection\": \"x\"}",
            "{\"collection\": \"x\", \"reason\": \" \"}",
            "{\"reason\": \"why\"}",
            "{\"did\": \"nonsense\", \"reason\": \"why\"}",
            "{\"did\": \"ivo://a/b?c/d\", \"collection\": \"x\", \"reason\": \"why\"}",
            "{\"reduction\": \"r\", \"reason\": \"why\"}",
            "[]",
            "{")) {
      assertThat(ops.post("/ops/withdrawals", body, 400).path("status").asInt()).isEqualTo(400);
    }
  }

  private static String order(String name, String value, boolean dry) {
    return "{\"%s\": \"%s\", \"reason\": \"%s\", \"dry\": %s}".formatted(name, value, REASON, dry);
  }
}

package org.pawprint.listener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.pawprint.listener.ListenerUnderTest.SOON;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pawprint.core.event.BrokerNames;
import org.pawprint.core.event.Lane;
import org.pawprint.core.event.StageCommand.StagedFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Batches at the door, the books of a run, and lanes that give way. */
class BackfillIT extends OnEachBroker {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String SOURCE = "urn:pawprint:backfill";

  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void anOriginalBelowAnImmutableRootStaysWhereItIs() throws Exception {
    byte[] content = Events.bytes("a spectrum of a survey's release");
    Path file = Files.write(listener.release.resolve("released.fits"), content);
    List<String> before = listener.originals();

    listener.publish(Lane.BACKFILL, Events.backfill("in-place", Events.bare(file)));

    listener.awaitState("in-place", "staged");
    String sha = Events.sha256(content);
    assertThat(listener.takeStaged(Lane.BACKFILL).get(0).files())
        .containsExactly(new StagedFile("released.fits", sha, content.length));
    assertThat(listener.originals()).isEqualTo(before);
    assertThat(
            listener
                .jdbc
                .sql("SELECT path, bytes FROM catalogue.original_place WHERE sha256 = ?")
                .param(sha)
                .query()
                .singleRow())
        .containsEntry("path", file.toString())
        .containsEntry("bytes", (long) content.length);
  }

  @Test
  void theDigestOfAFileBelowAnImmutableRootIsCheckedToo() throws Exception {
    byte[] content = Events.bytes("another spectrum of the release");
    Path file = Files.write(listener.release.resolve("wrong.fits"), content);
    String wrong = "f".repeat(64);

    listener.publish(
        Lane.BACKFILL,
        Events.backfill(
            "in-place-wrong", Events.product(file.toUri().toString(), content.length, wrong)));

    assertThat(String.valueOf(listener.awaitState("in-place-wrong", "parked").get("reason")))
        .contains("sha256", wrong, Events.sha256(content));
    assertThat(
            listener
                .jdbc
                .sql("SELECT count(*) FROM catalogue.original_place WHERE path = ?")
                .param(file.toString())
                .query(Long.class)
                .single())
        .isZero();
    listener.takeParked();
  }

  @Test
  void tellsOfEachFileOfABatch() throws Exception {
    byte[] good = Events.bytes("a good file of a batch");
    String products =
        Events.bare(listener.write("each/good.fits", good)) + ", {\"uri\": \"file:///etc/passwd\"}";

    listener.publish(Lane.BACKFILL, Events.backfill("each", products));

    Map<String, Object> row = listener.awaitState("each", "parked");
    JsonNode files = get("/ops/ledger/" + row.get("key") + "/files");
    assertThat(files)
        .extracting(
            f -> f.path("name").asString(),
            f -> f.path("state").asString(),
            f -> f.path("step").asString(""))
        .containsExactly(tuple("good.fits", "staged", ""), tuple("passwd", "parked", "fetch"));
    assertThat(files.get(1).path("reason").asString()).contains("below none of the roots");
    assertThat(status("/ops/ledger/999999999/files")).as("no such event").isEqualTo(404);
    assertThat(status("/ops/ledger/first/files")).isEqualTo(400);
    JsonNode event = get("/ops/parked?id=each").path("entries").get(0);
    assertThat(event.path("state").asString()).isEqualTo("parked");
    assertThat(event.at("/files/files").asInt()).isEqualTo(2);
    assertThat(event.at("/files/catalogued").asInt()).as("it waits").isZero();
    assertThat(event.at("/files/parked").asInt()).isEqualTo(1);
    assertThat(event.at("/files/parked_files/0/name").asString()).isEqualTo("passwd");
    outcome(row, good, "each", 3);
    assertThat(get("/ops/parked?id=each").at("/entries/0/files/catalogued").asInt()).isEqualTo(1);
    listener.takeStaged(Lane.BACKFILL);
    listener.takeParked();
  }

  @Test
  void theBooksOfARunAccountForEveryFile() throws Exception {
    byte[] one = Events.bytes("2dF file");
    byte[] two = Events.bytes("GAMA file");
    String products =
        String.join(
            ", ",
            Events.bare(listener.write("books/one.fits", one)),
            Events.bare(listener.write("books/two.fits", two)),
            Events.bare(listener.write("books/copy.fits", one)),
            "{\"uri\": \"file:///etc/passwd\"}");
    long run = begin("/survey/books", false).path("id").asLong();
    String batch = batch(run, "books", "one", "two", "copy", "passwd");
    assertThat(get(batch).path("waiting").asInt()).isEqualTo(4);

    listener.publish(Lane.BACKFILL, Events.backfill("books", products));
    Map<String, Object> row = listener.awaitState("books", "parked");
    outcome(row, one, "aat_archive", 5);
    assertThat(get(batch).path("waiting").asInt()).isEqualTo(1);
    post("/ops/backfill/" + run + "/end", "{}", 409);
    outcome(row, two, "gama_dr4", 1);
    post(
        "/ops/backfill/" + run + "/aside",
        "{\"files\": [{\"name\": \"README\", \"parked\": false, \"reason\": \"no candidate\"},"
            + " {\"name\": \"gone\", \"parked\": true, \"reason\": \"is not there\"}]}",
        200);

    JsonNode report = post("/ops/backfill/" + run + "/end", "{}", 200);

    assertThat(report.path("files").asInt()).isEqualTo(5);
    assertThat(report.path("catalogued").asInt()).isEqualTo(2);
    assertThat(report.path("already").asInt()).as("the second copy").isEqualTo(1);
    assertThat(report.path("spectra").asInt()).isEqualTo(6);
    assertThat(report.path("by_collection").path("aat_archive").asInt()).isEqualTo(5);
    assertThat(report.path("by_collection").path("gama_dr4").asInt()).isEqualTo(1);
    assertThat(report.path("parked"))
        .extracting(p -> p.path("file").asString())
        .containsExactly("gone", "passwd");
    assertThat(report.path("not_announced").get(0).path("file").asString()).isEqualTo("README");
    assertThat(get("/ops/backfill/" + run + "/report")).isEqualTo(report);
    post("/ops/backfill/" + run + "/end", "{}", 409);

    // The same files again: announced later than they were catalogued.
    long again = begin("/survey/books", false).path("id").asLong();
    assertThat(again).isGreaterThan(run);
    String repeated = batch(again, "books", "one", "two", "copy", "passwd");
    assertThat(get(repeated).path("waiting").asInt()).as("not delivered again yet").isEqualTo(4);
    listener.takeStaged(Lane.BACKFILL);
    listener.takeParked();
  }

  @Test
  void anUnfinishedRunGoesOnFromItsCursorUnlessOneBeginsAnew() throws Exception {
    long run = begin("/survey/cut", false).path("id").asLong();
    String ended = batch(run, "cut-1", "a", "b");
    batch(run, "cut-2", "c");
    post(ended + "/end", "{\"place\": \"b\", \"files\": 2}", 200);

    JsonNode taken = begin("/survey/cut", false);

    assertThat(taken.path("id").asLong()).isEqualTo(run);
    assertThat(taken.path("place").asString()).isEqualTo("b");
    assertThat(taken.path("files").asInt()).isEqualTo(2);
    assertThat(taken.path("resumed").asInt()).isEqualTo(1);
    assertThat(get("/ops/backfill/" + run + "/report").path("waiting").asInt())
        .as("the open batch is made anew")
        .isEqualTo(2);
    batch(run, "cut-2", "c");
    assertThat(get("/ops/backfill/" + run + "/report").path("waiting").asInt()).isEqualTo(3);
    assertThat(begin("/survey/cut", true).path("id").asLong()).isGreaterThan(run);
  }

  @Test
  void refusesOrdersThatMakeNoSense() throws Exception {
    long run = begin("/survey/orders", true).path("id").asLong();
    Map<String, String> orders =
        Map.of(
            "/ops/backfill",
            "{\"collection\": \"gama\"}",
            "/ops/backfill/" + run + "/batches",
            "{\"source\": \"s\", \"id\": \"i\"}",
            "/ops/backfill/" + run + "/aside",
            "{\"files\": []}");
    for (Map.Entry<String, String> order : orders.entrySet()) {
      JsonNode problem = post(order.getKey(), order.getValue(), 400);
      assertThat(problem.path("expected").asString()).as(order.getKey()).isNotEmpty();
    }
    post("/ops/backfill/999999/end", "{}", 404);
    post("/ops/backfill/x/end", "{}", 400);
    assertThat(status("/ops/backfill/" + run + "/batches/999999")).isEqualTo(404);
  }

  @Test
  void theLiveLaneIsBehindWhileAnEventWaitsForTheCatalogue() throws Exception {
    byte[] frame = Events.bytes("a live frame that waits");
    Path file = listener.write("waits.fits", frame);
    listener.publish(Lane.LIVE, Events.live("waits", Events.product(file, frame)));
    Map<String, Object> row = listener.awaitState("waits", "staged");
    listener.takeStaged(Lane.LIVE);
    listener
        .jdbc
        .sql("UPDATE ledger.event SET received_at = now() - interval '40 s' WHERE key = ?")
        .param(row.get("key"))
        .update();

    assertThat(get("/ops/lanes/live").path("oldest_seconds").asDouble()).isBetween(40.0, 80.0);

    outcome(row, frame, "aat_archive", 1);
    assertThat(get("/ops/lanes/live").path("oldest_seconds").asDouble()).isLessThan(40);
  }

  @Test
  void aPausedLaneLeavesItsEventsInTheBroker() throws Exception {
    byte[] content = Events.bytes("a file that waits in the broker");
    Path file = listener.write("paused.fits", content);

    JsonNode paused = post("/ops/lanes/backfill/pause", "{}", 200);
    listener.publish(Lane.BACKFILL, Events.backfill("paused", Events.bare(file)));

    assertThat(paused.path("paused").get(0).asString()).isEqualTo("backfill");
    assertThat(get("/ops/status").path("paused")).hasSize(1);
    await()
        .atMost(SOON)
        .until(() -> listener.depth(BrokerNames.reductionQueue(Lane.BACKFILL)), n -> n == 1);
    byte[] frame = Events.bytes("a live frame meanwhile");
    Path live = listener.write("meanwhile.fits", frame);
    listener.publish(Lane.LIVE, Events.live("meanwhile", Events.product(live, frame)));
    listener.awaitState("meanwhile", "staged");
    assertThat(listener.row("paused")).isEmpty();

    post("/ops/lanes/backfill/resume", "{}", 200);

    listener.awaitState("paused", "staged");
    listener.takeStaged(Lane.LIVE);
    listener.takeStaged(Lane.BACKFILL);
    post("/ops/lanes/express/pause", "{}", 400);
  }

  @Test
  void namesTheFoldersThatAreReadInPlace() throws Exception {
    assertThat(get("/ops/roots"))
        .extracting(r -> r.path("path").asString(), r -> r.path("immutable").asBoolean())
        .containsExactlyInAnyOrder(
            tuple(listener.root.toString(), false),
            tuple(listener.release.toString(), true),
            tuple(listener.folder.resolve("inbox").toString(), false));
  }

  private JsonNode begin(String what, boolean fresh) throws Exception {
    return post("/ops/backfill", "{\"what\": \"%s\", \"fresh\": %s}".formatted(what, fresh), 200);
  }

  /** Registers a batch; gives its path. */
  private String batch(long run, String id, String... names) throws Exception {
    String path = "/ops/backfill/" + run + "/batches";
    JsonNode answer =
        post(
            path,
            "{\"source\": \"%s\", \"id\": \"%s\", \"names\": [\"%s\"]}"
                .formatted(SOURCE, id, String.join("\", \"", names)),
            200);
    return path + "/" + answer.path("id").asLong();
  }

  /** Does as catalogue-service would. */
  private static void outcome(
      Map<String, Object> row, byte[] content, String collection, int spectra) {
    listener
        .jdbc
        .sql(
            """
            INSERT INTO ledger.ingest_outcome (event_key, original_sha256, file_name, outcome, loader, loader_revision,
              collection, spectra, millis, at, catalogued_at)
            VALUES (?, ?, 'f', 'catalogued', 'test', 1, ?, ?, 1, now(), now())
            """)
        .param(row.get("key"))
        .param(Events.sha256(content))
        .param(collection)
        .param(spectra)
        .update();
  }

  private JsonNode get(String path) throws Exception {
    HttpResponse<String> answer = send(request(path));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  private int status(String path) throws Exception {
    return send(request(path)).statusCode();
  }

  private JsonNode post(String path, String body, int status) throws Exception {
    HttpResponse<String> answer =
        send(
            request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    assertThat(answer.statusCode()).as(path + " " + body + ": " + answer.body()).isEqualTo(status);
    return JSON.readTree(answer.body());
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return http.send(request.build(), BodyHandlers.ofString());
  }

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + listener.port() + path))
        .header("Authorization", "Bearer " + ListenerUnderTest.TOKEN);
  }
}

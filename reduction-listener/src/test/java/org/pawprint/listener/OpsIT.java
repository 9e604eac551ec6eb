package org.pawprint.listener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.pawprint.listener.ListenerUnderTest.SOON;

import java.net.Socket;
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
import org.pawprint.core.event.Lane;
import org.pawprint.core.event.StageCommand;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What operators ask and order over HTTP. */
class OpsIT extends OnEachBroker {
  private static final JsonMapper JSON = new JsonMapper();
  private static final byte[] FRAME = Events.bytes("a frame for operators");

  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void refusesWhoeverBringsNoToken() throws Exception {
    assertThat(send(request("/ops/status")).statusCode()).isEqualTo(401);
    assertThat(send(request("/ops/status").header("Authorization", "Bearer guess")).statusCode())
        .isEqualTo(401);
  }

  @Test
  void knowsItsPathsInEverySpelling() throws Exception {
    assertThat(send(request("/%6fps/status")).statusCode()).isNotEqualTo(200);
    assertThat(send(request("/ops;a=b/status")).statusCode()).isNotEqualTo(200);
    assertThat(send(request("//ops/status")).statusCode()).isNotEqualTo(200);
    assertThat(send(request("/x/../ops/status")).statusCode()).isNotEqualTo(200);
  }

  @Test
  void refusesForeignHostAndOrigin() throws Exception {
    assertThat(
            send(authorized("/ops/status").header("Origin", "https://evil.example")).statusCode())
        .isEqualTo(403);
    assertThat(rawStatus("evil.example")).contains("421");
  }

  @Test
  void listsTheLedgerPageByPage() throws Exception {
    for (int i = 0; i < 3; i++) {
      stage("page-" + i);
    }

    JsonNode first = get("/ops/ledger?state=staged&lane=live&limit=2");
    JsonNode second =
        get("/ops/ledger?state=staged&lane=live&limit=2&cursor=" + first.path("cursor").asString());

    assertThat(first.path("entries")).hasSize(2);
    JsonNode newest = first.path("entries").get(0);
    assertThat(newest.path("state").asString()).isEqualTo("staged");
    assertThat(newest.path("reduction_id").asString()).isEqualTo("20240911-RD-0023");
    long last = first.path("entries").get(1).path("key").asLong();
    assertThat(second.path("entries")).isNotEmpty();
    second.path("entries").forEach(e -> assertThat(e.path("key").asLong()).isLessThan(last));
  }

  @Test
  void namesParameterReceivedAndExpectedOfAFault() throws Exception {
    Map<String, String> faults =
        Map.of(
            "state=gone", "state",
            "lane=express", "lane",
            "since=yesterday", "since",
            "since=2026-11-22T10:00:00Z&until=2026-11-21T10:00:00Z", "until",
            "limit=0", "limit",
            "limit=100000", "limit",
            "cursor=x", "cursor",
            "source=", "source",
            "colour=red", "colour",
            "lane=live&lane=backfill", "lane");
    for (Map.Entry<String, String> fault : faults.entrySet()) {
      HttpResponse<String> answer = send(authorized("/ops/ledger?" + fault.getKey()));
      assertThat(answer.statusCode()).as(fault.getKey()).isEqualTo(400);
      assertThat(answer.headers().firstValue("Content-Type"))
          .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
      JsonNode problem = JSON.readTree(answer.body());
      assertThat(problem.path("parameter").asString()).isEqualTo(fault.getValue());
      assertThat(problem.path("expected").asString()).isNotEmpty();
    }
  }

  @Test
  void replaysByKeyAndMarksTheEvent() throws Exception {
    stage("again");
    Object key = listener.row("again").get("key");
    listener.takeStaged(Lane.LIVE);

    JsonNode answer = post("/ops/replay", "{\"keys\": [" + key + ", 999999]}", 200);

    assertThat(answer.path("sent").asInt()).isEqualTo(1);
    assertThat(answer.path("refused").get(0).path("key").asLong()).isEqualTo(999999);
    await().atMost(SOON).until(() -> listener.row("again").get("deliveries"), n -> n.equals(2));
    listener.awaitState("again", "staged");
    StageCommand command = listener.takeStaged(Lane.LIVE).get(0);
    assertThat(command.replay()).isTrue();
    assertThat(command.eventKey()).isEqualTo(key);
    assertThat(new String((byte[]) listener.row("again").get("raw"), "UTF-8"))
        .contains("\"replay\":\"replay-", "\"seeing_arcsec\":1.6");
  }

  @Test
  void replaysBySourceAndId() throws Exception {
    stage("named");
    listener.takeStaged(Lane.LIVE);

    JsonNode answer =
        post("/ops/replay", "{\"source\": \"" + Events.SOURCE + "\", \"id\": \"named\"}", 200);

    assertThat(answer.path("sent").asInt()).isEqualTo(1);
    await().atMost(SOON).until(() -> listener.row("named").get("deliveries"), n -> n.equals(2));
  }

  @Test
  void replaysWhatAnOlderLoaderHasReadFromTheOriginalsEvenWhenTheFileHasLeft() throws Exception {
    Path file = listener.write("left.fits", FRAME);
    listener.publish(Lane.LIVE, Events.live("left", Events.product(file, FRAME)));
    listener.catalogued(listener.awaitState("left", "staged"), Events.sha256(FRAME), 1, 2);
    Path bare = listener.write("bare.fits", Events.bytes("a bare file"));
    listener.publish(Lane.BACKFILL, Events.backfill("bare", Events.bare(bare)));
    listener.catalogued(
        listener.awaitState("bare", "staged"), Events.sha256(Events.bytes("a bare file")), 1, 2);
    Files.delete(file);
    Files.delete(bare);
    listener.takeStaged(Lane.LIVE);
    listener.takeStaged(Lane.BACKFILL);

    JsonNode dry =
        post(
            "/ops/replay",
            "{\"loader\": \"aaomega\", \"below_revision\": 2, \"dry_run\": true}",
            200);
    JsonNode none =
        post(
            "/ops/replay",
            "{\"loader\": \"aaomega\", \"below_revision\": 1, \"dry_run\": true}",
            200);
    JsonNode done = post("/ops/replay", "{\"loader\": \"aaomega\", \"below_revision\": 2}", 200);

    assertThat(dry.path("matching").asInt()).isEqualTo(2);
    assertThat(dry.path("sent").asInt()).isZero();
    assertThat(none.path("matching").asInt()).isZero();
    assertThat(done.path("sent").asInt()).isEqualTo(2);
    for (Map.Entry<String, Lane> event :
        Map.of("left", Lane.LIVE, "bare", Lane.BACKFILL).entrySet()) {
      await()
          .atMost(SOON)
          .until(() -> listener.row(event.getKey()).get("deliveries"), n -> n.equals(2));
      listener.awaitState(event.getKey(), "staged");
      StageCommand command = listener.takeStaged(event.getValue()).get(0);
      assertThat(command.replay()).isTrue();
      assertThat(command.files()).hasSize(1);
    }
    listener.jdbc.sql("DELETE FROM ledger.ingest_outcome").update();
  }

  @Test
  void replaysPartByPartUnderOneName() throws Exception {
    for (int i = 0; i < 3; i++) {
      stage("part-" + i);
    }
    String which = "{\"collection\": \"aat_archive\", \"lane\": \"live\", \"state\": \"staged\"";
    int matching =
        post("/ops/replay", which + ", \"dry_run\": true}", 200).path("matching").asInt();

    JsonNode first = post("/ops/replay", which + ", \"limit\": 1}", 200);
    JsonNode rest =
        post(
            "/ops/replay",
            which
                + ", \"limit\": 1000, \"cursor\": \""
                + first.path("cursor").asString()
                + "\", \"replay\": \""
                + first.path("replay").asString()
                + "\"}",
            200);

    assertThat(first.path("sent").asInt()).isEqualTo(1);
    assertThat(rest.path("sent").asInt()).isEqualTo(matching - 1);
    assertThat(rest.path("replay")).isEqualTo(first.path("replay"));
    assertThat(rest.path("cursor").isNull()).isTrue();
    await().atMost(SOON).until(() -> listener.row("part-0").get("deliveries"), n -> n.equals(2));
    listener.awaitState("part-0", "staged");
  }

  @Test
  void sendsAgainWhatAnnouncedAMissingReduction() throws Exception {
    stage("announced");
    String gap =
        "{\"gaps\": [{\"collection\": \"aat_archive\", \"reduction_id\": \"20240911-RD-0023\","
            + " \"version\": 1, \"sha256\": \"%s\"},"
            + " {\"collection\": \"aat_archive\", \"reduction_id\": \"20240911-RD-0023\", \"version\": 7},"
            + " {\"collection\": \"elsewhere\", \"reduction_id\": \"20240911-RD-0023\"},"
            + " {\"collection\": \"aat_archive\", \"reduction_id\": \"nobody\"}]}";

    JsonNode answer = post("/ops/gaps", gap.formatted(Events.sha256(FRAME)), 200);

    assertThat(answer.path("replayed").toString()).isEqualTo("[0]");
    assertThat(answer.path("unknown").toString()).isEqualTo("[1,2,3]");
    post("/ops/gaps", "{\"gaps\": []}", 400);
    post("/ops/gaps", "{\"gaps\": [{\"collection\": \"x\"}]}", 400);
  }

  @Test
  void listsWhatTheCatalogueHoldsOfACollection() throws Exception {
    listener
        .jdbc
        .sql(
            """
            INSERT INTO catalogue.reduction (id, source, collection, reduction_key, version_number, version_digest,
                                             original_sha256, loader, loader_revision, state, spectra, catalogued_at)
            VALUES (900, 'urn:a', 'held', 'r1', 2, 'd1', repeat('a', 64), 'aaomega', 1, 'newest', 3, now()),
                   (901, 'urn:a', 'held', 'r1', 1, 'd2', repeat('b', 64), 'aaomega', 1, 'superseded', 3, now()),
                   (902, 'urn:a', 'other', 'r1', NULL, 'd3', repeat('c', 64), 'aaomega', 1, 'newest', 3, now())
            """)
        .update();

    JsonNode page = get("/ops/reductions?collection=held");

    assertThat(page.path("reductions")).hasSize(2);
    JsonNode first = page.path("reductions").get(0);
    assertThat(first.path("reduction_key").asString()).isEqualTo("r1");
    assertThat(first.path("version_number").asInt()).isEqualTo(2);
    assertThat(first.path("original_sha256").asString()).isEqualTo("a".repeat(64));
    assertThat(first.path("state").asString()).isEqualTo("newest");
    assertThat(page.path("cursor").isNull()).isTrue();
    assertThat(get("/ops/reductions?collection=held&cursor=900").path("reductions")).hasSize(1);
  }

  @Test
  void replaysAParkedEventOnceItsCauseIsGone() throws Exception {
    Path file = listener.write("cured.fits", Events.bytes("half a frame"));
    listener.publish(Lane.LIVE, Events.live("cured", Events.product(file, FRAME)));
    Object key = listener.awaitState("cured", "parked").get("key");
    assertThat(get("/ops/parked").path("entries"))
        .anySatisfy(entry -> assertThat(entry.path("key").asLong()).isEqualTo(key));
    Files.write(file, FRAME);

    post("/ops/parked/" + key + "/replay", "", 200);

    Map<String, Object> row = listener.awaitState("cured", "staged");
    assertThat(row).containsEntry("key", key).containsEntry("reason", null);
  }

  @Test
  void refusesToReplayWhatIsNotParkedOrNotThere() throws Exception {
    stage("staged-only");

    post("/ops/parked/" + listener.row("staged-only").get("key") + "/replay", "", 409);
    post("/ops/parked/999999/replay", "", 404);
    post("/ops/parked/first/replay", "", 400);
    for (String order :
        List.of(
            "{}",
            "[]",
            "{\"keys\": []}",
            "{\"keys\": [\"x\"]}",
            "{\"state\": 1.5}",
            "{\"below_revision\": 2}",
            "{\"loader\": \"aaomega\", \"below_revision\": 99999999999}",
            "{",
            "{\"state\": null}")) {
      post("/ops/replay", order, 400);
    }
  }

  @Test
  void takesAFileIntoTheInboxWhichIsARoot() throws Exception {
    HttpResponse<String> answer =
        send(authorized("/ops/inbox/upload.fits").PUT(BodyPublishers.ofByteArray(FRAME)));

    assertThat(answer.statusCode()).isEqualTo(200);
    JsonNode taken = JSON.readTree(answer.body());
    assertThat(taken.path("bytes").asInt()).isEqualTo(FRAME.length);
    assertThat(taken.path("sha256").asString()).isEqualTo(Events.sha256(FRAME));
    String product =
        Events.product(taken.path("uri").asString(), FRAME.length, Events.sha256(FRAME));
    listener.publish(Lane.LIVE, Events.live("uploaded", product));
    listener.awaitState("uploaded", "staged");
  }

  @Test
  void refusesUnsafeNamesForTheInbox() throws Exception {
    for (String name : List.of(".hidden", "%2e%2e", "a%20b", "a%2Fb", "a%00b", "-x", "%C3%A4")) {
      HttpResponse<String> answer =
          send(authorized("/ops/inbox/" + name).PUT(BodyPublishers.ofByteArray(FRAME)));
      assertThat(answer.statusCode()).as(name).isBetween(400, 404);
    }
  }

  @Test
  void tellsHowTheDoorStands() throws Exception {
    stage("counted");

    JsonNode status = get("/ops/status");

    assertThat(status.path("deliveries").asString()).isEqualTo("flowing");
    assertThat(status.path("queues").propertyNames())
        .contains("pawprint.reduction.live", "pawprint.stage.backfill", "pawprint.parked");
    assertThat(status.path("oldest_waiting").has("live")).isTrue();
    assertThat(status.path("events"))
        .anySatisfy(count -> assertThat(count.path("state").asString()).isEqualTo("staged"));
  }

  @Test
  void isHealthyOnTheManagementPortAndCountsByOutcome() throws Exception {
    stage("measured");
    URI health = URI.create("http://127.0.0.1:" + listener.managementPort() + "/actuator/");

    HttpResponse<String> up = send(HttpRequest.newBuilder(health.resolve("health")));
    HttpResponse<String> meters = send(HttpRequest.newBuilder(health.resolve("prometheus")));

    assertThat(up.statusCode()).as(up.body()).isEqualTo(200);
    assertThat(up.body()).contains("\"door\"", "\"originals\":\"ok\"", "\"broker\":\"ok\"");
    assertThat(meters.body())
        .contains("pawprint_events_seconds_count{lane=\"live\",outcome=\"staged\"}")
        .contains("pawprint_event_age_seconds");
    assertThat(send(request("/actuator/health")).statusCode()).isEqualTo(404);
  }

  private static void stage(String id) throws Exception {
    Path file = listener.write(id + ".fits", FRAME);
    listener.publish(Lane.LIVE, Events.live(id, Events.product(file, FRAME)));
    listener.awaitState(id, "staged");
  }

  private JsonNode get(String path) throws Exception {
    HttpResponse<String> answer = send(authorized(path));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  private JsonNode post(String path, String body, int status) throws Exception {
    HttpResponse<String> answer =
        send(
            authorized(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    assertThat(answer.statusCode()).as(path + " " + body + ": " + answer.body()).isEqualTo(status);
    return JSON.readTree(answer.body());
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return http.send(request.build(), BodyHandlers.ofString());
  }

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + listener.port() + path));
  }

  private static HttpRequest.Builder authorized(String path) {
    return request(path).header("Authorization", "Bearer " + ListenerUnderTest.TOKEN);
  }

  /** Java's client writes Host itself; a socket does not. */
  private static String rawStatus(String host) throws Exception {
    try (Socket socket = new Socket("127.0.0.1", listener.port())) {
      String request =
          "GET /ops/status HTTP/1.1\r\nHost: %s\r\nAuthorization: Bearer %s\r\nConnection: close\r\n\r\n"
              .formatted(host, ListenerUnderTest.TOKEN);
      socket.getOutputStream().write(Events.bytes(request));
      String answer = new String(socket.getInputStream().readAllBytes(), "UTF-8");
      return answer.lines().findFirst().orElse("");
    }
  }
}

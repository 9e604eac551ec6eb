package org.pawprint.listener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.pawprint.listener.ListenerUnderTest.SOON;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pawprint.core.event.BrokerNames;
import org.pawprint.core.event.Lane;
import org.pawprint.core.event.StageCommand.StagedFile;

/** Events that end parked, or wait: each looks at ledger, original store and queues. */
class RefusedEventIT extends OnEachBroker {
  private static final byte[] FRAME = Events.bytes("a frame");
  private static final String NAMELESS = "urn:pawprint:nameless";

  @AfterEach
  void leavesNothingInTheQueues() {
    assertThat(listener.depth(BrokerNames.reductionQueue(Lane.LIVE))).isZero();
    assertThat(listener.depth(BrokerNames.reductionQueue(Lane.BACKFILL))).isZero();
    assertThat(listener.depth(BrokerNames.stageQueue(Lane.LIVE))).isZero();
    assertThat(listener.depth(BrokerNames.stageQueue(Lane.BACKFILL))).isZero();
  }

  @Test
  void parksWhatIsNoJson() throws Exception {
    byte[] body = Events.bytes("{\"specversion\": \"1.0\", ");

    listener.publish(Lane.LIVE, body);
    listener.publish(Lane.LIVE, body);

    String id = Events.sha256(body);
    await().atMost(SOON).until(() -> listener.row(id).get("deliveries"), n -> n.equals(2));
    assertParked(id, "parse", "not JSON");
    assertThat(listener.row(id)).containsEntry("source", NAMELESS).containsEntry("raw", body);
  }

  @Test
  void parksSchemaFaultsNamingTheFields() throws Exception {
    listener.publish(
        Lane.LIVE,
        Events.live("faulty", "{\"uri\": \"file:///x\", \"sha256\": \"ABC\"}")
            .replace("\"run\": 23", "\"run\": \"twenty-three\""));

    assertParked("faulty", "schema", "/data/run", "/data/products/0/sha256");
  }

  @Test
  void parksAnUnknownTypeNamingTheOneThatIsRight() throws Exception {
    listener.publish(
        Lane.LIVE, live("typed").replace("reduction.completed.v1", "reduction.completed.v2"));

    assertParked(
        "typed", "schema", "reduction.completed.v2", "'org.pawprint.reduction.completed.v1'");
  }

  @Test
  void parksAnUnknownVersionOfCloudEvents() throws Exception {
    listener.publish(
        Lane.LIVE,
        live("versioned").replace("\"specversion\": \"1.0\"", "\"specversion\": \"0.3\""));

    assertParked("versioned", "schema", "specversion is \"0.3\"", "'1.0'");
  }

  @Test
  void parksTenMegabytesUnreadAndKeepsTheHead() throws Exception {
    byte[] body = Events.bytes(" ".repeat(10_000_000) + live("long"));

    listener.publish(Lane.BACKFILL, body);

    String id = Events.sha256(body);
    assertParked(id, "parse", body.length + " bytes", "at most 262144");
    assertThat((byte[]) listener.row(id).get("raw")).hasSize(262_144);
  }

  @Test
  void parksALiveEventWithoutDigest() throws Exception {
    Path file = listener.write("bare.fits", FRAME);

    listener.publish(Lane.LIVE, Events.live("bare", Events.bare(file)));

    assertParked("bare", "sense", "sha256", "live lane");
  }

  @Test
  void parksAWrongChecksumAndKeepsNoOriginal() throws Exception {
    byte[] found = Events.bytes("other bytes of this file");
    Path file = listener.write("wrong.fits", found);
    String announced = Events.sha256(FRAME);

    listener.publish(
        Lane.LIVE,
        Events.live("wrong", Events.product(file.toUri().toString(), found.length, announced)));

    assertParked("wrong", "fetch", announced, Events.sha256(found));
    assertThat(listener.originals()).noneMatch(path -> path.contains(Events.sha256(found)));
    assertThat(listener.originals()).noneMatch(path -> path.startsWith("tmp"));
  }

  @Test
  void parksAWrongSize() throws Exception {
    Path file = listener.write("size.fits", FRAME);

    listener.publish(
        Lane.LIVE,
        Events.live("size", Events.product(file.toUri().toString(), 3, Events.sha256(FRAME))));

    assertParked("size", "fetch", "announced 3 bytes, found more");
  }

  @Test
  void waitsForAMissingFileAndStagesItWhenItAppears() throws Exception {
    Path file = listener.root.resolve("late.fits");
    byte[] frame = Events.bytes("a frame that comes late");

    listener.publish(Lane.LIVE, Events.live("late", Events.product(file, frame)));

    Map<String, Object> row = listener.awaitState("late", "later");
    assertThat(row).containsEntry("step", "fetch");
    assertThat((String) row.get("reason")).contains("late.fits' is not there");
    assertThat(row.get("next_attempt_at")).isNotNull();
    Files.write(file, frame);
    listener.makeDue("late");
    assertThat(listener.awaitState("late", "staged")).containsEntry("reason", null);
    assertThat(listener.takeStaged(Lane.LIVE))
        .singleElement()
        .satisfies(
            command ->
                assertThat(command.files())
                    .containsExactly(
                        new StagedFile("late.fits", Events.sha256(frame), frame.length)));
  }

  @Test
  void parksAMissingFileAfterTenMinutes() throws Exception {
    listener.publish(
        Lane.LIVE,
        Events.live("never", Events.product(listener.root.resolve("never.fits"), FRAME)));
    listener.awaitState("never", "later");

    listener
        .jdbc
        .sql(
            "UPDATE ledger.event SET last_seen_at = now() - interval '601 s', next_attempt_at = now()"
                + " WHERE event_id = 'never'")
        .update();

    assertParked("never", "fetch", "never.fits' is not there");
  }

  @Test
  void parksPathsOutsideTheRoots() throws Exception {
    byte[] secret = Events.bytes("a frame outside the roots");
    Path outside = Files.write(listener.folder.resolve("secret.fits"), secret);
    Path sibling = Files.createDirectory(listener.folder.resolve("paws-other"));

    publish("outside", outside.toUri().toString());
    publish("sibling", Files.write(sibling.resolve("x.fits"), secret).toUri().toString());
    publish("dots", listener.root.toUri() + "a/../../secret.fits");
    publish("encoded", listener.root.toUri() + "%2e%2e/secret.fits");
    publish("host", "file://elsewhere" + listener.root + "/x.fits");
    publish("http", "http://127.0.0.1/x.fits");

    assertParked("outside", "fetch", "below none of the roots");
    assertParked("sibling", "fetch", "below none of the roots");
    assertParked("dots", "fetch", "holds '.' or '..'");
    assertParked("encoded", "fetch", "holds '.' or '..'");
    assertParked("host", "fetch", "without host");
    assertParked("http", "fetch", "no file: URI");
    assertThat(listener.originals()).noneMatch(path -> path.contains(Events.sha256(secret)));
  }

  /** PostgreSQL keeps no NUL in a text; the reason quotes the path. */
  @Test
  void parksAPathThatTheLedgerCannotHoldAsItIs() throws Exception {
    publish("nul", listener.root.toUri() + "%00/../x.fits");
    publish("bell", "file:///etc/a%0Ab%07");

    assertParked("nul", "fetch", "/?/../x.fits' holds '.' or '..'");
    assertParked("bell", "fetch", "'/etc/a?b?' is below none of the roots");
  }

  /** An age of 2000 years is more nanoseconds than a timer counts. */
  @Test
  void parksAnEventOfTheYearNought() throws Exception {
    listener.publish(
        Lane.LIVE, live("nought").replace("2024-09-11T14:02:11Z", "0000-01-01T00:00:00Z"));

    assertParked("nought", "sense", "time 0000-01-01T00:00:00Z is not between");
  }

  @Test
  void parksAnEmptyMessage() throws Exception {
    listener.publish(Lane.LIVE, new byte[0]);

    assertParked(Events.sha256(new byte[0]), "schema", "the message is empty");
  }

  @Test
  void parksLinksToFilesAndDirectoriesAndWhatIsNoFile() throws Exception {
    Path secret = Files.write(listener.folder.resolve("linked.fits"), FRAME);
    Path folder = Files.createDirectory(listener.folder.resolve("linked"));
    Files.write(folder.resolve("x.fits"), FRAME);
    Files.createSymbolicLink(listener.root.resolve("link.fits"), secret);
    Files.createSymbolicLink(listener.root.resolve("folder"), folder);
    Files.createDirectory(listener.root.resolve("directory.fits"));

    publish("link", listener.root.toUri() + "link.fits");
    publish("folder", listener.root.toUri() + "folder/x.fits");
    publish("directory", listener.root.toUri() + "directory.fits");

    assertParked("link", "fetch", "is a link");
    assertParked("folder", "fetch", "is a link");
    assertParked("directory", "fetch", "no regular file");
  }

  @Test
  void stagesTheGoodFilesOfABatchAndParksItForTheBadOne() throws Exception {
    byte[] good = Events.bytes("good");
    String products =
        Events.bare(listener.write("batch/good.fits", good))
            + ", {\"uri\": \"file:///etc/passwd\"}";

    listener.publish(Lane.BACKFILL, Events.backfill("mixed", products));

    assertParked("mixed", "fetch", "1 of 2 files", "/etc/passwd");
    assertThat(listener.takeStaged(Lane.BACKFILL))
        .singleElement()
        .satisfies(command -> assertThat(command.files()).hasSize(1));
  }

  @Test
  void aFaultyEventDoesNotReplaceAGoodOneOfTheSameName() throws Exception {
    Path file = listener.write("same.fits", FRAME);
    listener.publish(Lane.LIVE, Events.live("same", Events.product(file, FRAME)));
    listener.awaitState("same", "staged");
    listener.takeStaged(Lane.LIVE);
    String faulty = Events.live("same", "");

    listener.publish(Lane.LIVE, faulty);

    String kept = "same sha256:" + Events.sha256(Events.bytes(faulty)).substring(0, 12);
    assertParkedAs(kept, "same", "schema", "/data/products");
    assertThat(listener.row("same")).containsEntry("state", "staged");
  }

  private static String live(String id) {
    return Events.live(id, Events.product("file:///x.fits", 7, Events.sha256(FRAME)));
  }

  private static void publish(String id, String uri) throws Exception {
    listener.publish(
        Lane.LIVE, Events.live(id, Events.product(uri, FRAME.length, Events.sha256(FRAME))));
  }

  private static void assertParked(String id, String step, String... reasons) throws Exception {
    assertParkedAs(id, id, step, reasons);
  }

  /** In the ledger with its reason, announced, and with nothing more to announce. */
  private static void assertParkedAs(String id, String announcedAs, String step, String... reasons)
      throws Exception {
    Map<String, Object> row = listener.awaitState(id, "parked");
    assertThat(row).containsEntry("step", step);
    assertThat((String) row.get("reason")).contains(reasons);
    await().atMost(SOON).until(() -> listener.row(id).get("next_attempt_at") == null);
    List<String> announced = listener.parkedSoFar();
    assertThat(announced)
        .anySatisfy(
            text ->
                assertThat(text)
                    .contains("\"event_key\":" + row.get("key"), "\"id\":\"" + announcedAs + "\""));
  }
}

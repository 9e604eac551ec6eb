package org.pawprint.listener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.pawprint.listener.ListenerUnderTest.SOON;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pawprint.core.event.BrokerNames;
import org.pawprint.core.event.Lane;
import org.pawprint.core.event.StageCommand;
import org.pawprint.core.event.StageCommand.StagedFile;

/** Events that end staged: each looks at ledger, original store and queues. */
class GoodEventIT extends OnEachBroker {
  @AfterEach
  void leavesNothingInTheQueue() throws Exception {
    assertThat(listener.depth(BrokerNames.reductionQueue(Lane.LIVE))).isZero();
    assertThat(listener.depth(BrokerNames.reductionQueue(Lane.BACKFILL))).isZero();
    assertThat(listener.takeParked()).isEmpty();
  }

  @Test
  void stagesALiveEventWithItsOriginalDurable() throws Exception {
    byte[] frame = Events.bytes("one red frame");
    Path file = listener.write("20240911/11sep20023red.fits", frame);

    listener.publish(Lane.LIVE, Events.live("good-1", Events.product(file, frame)));

    Map<String, Object> row = listener.awaitState("good-1", "staged");
    assertThat(row)
        .containsEntry("lane", "live")
        .containsEntry("reduction_id", "20240911-RD-0023")
        .containsEntry("deliveries", 1)
        .containsEntry("attempts", 1)
        .containsEntry("next_attempt_at", null)
        .containsEntry("traceparent", Events.TRACE);
    String sha = Events.sha256(frame);
    Path original = listener.folder.resolve("originals").resolve(sha.substring(0, 2));
    assertThat(original.resolve(sha.substring(2, 4)).resolve(sha)).hasBinaryContent(frame);

    List<StageCommand> staged = listener.takeStaged(Lane.LIVE);
    assertThat(staged).hasSize(1);
    StageCommand command = staged.get(0);
    assertThat(command.eventKey()).isEqualTo(row.get("key"));
    assertThat(command.files())
        .containsExactly(new StagedFile("11sep20023red.fits", sha, frame.length));
    assertThat(command.time()).contains(Instant.parse("2024-09-11T14:02:11Z"));
    assertThat(command.releaseDate()).contains(Instant.parse("2026-03-11T00:00:00Z"));
    assertThat(command.rights()).isEqualTo("proprietary");
    assertThat(command.traceparent()).contains(Events.TRACE);
    assertThat(command.replay()).isFalse();
    assertThat(command.facts())
        .containsEntry("kind", "single")
        .containsEntry("arm", "red")
        .containsEntry("run", "23")
        .containsEntry("programme", "A/2024B/008")
        .containsEntry("quality.seeing_arcsec", "1.6")
        .doesNotContainKeys("reduction_id", "products", "collection");
  }

  @Test
  void repeatsKeepOneRowAndOneOriginalAndAreStagedAgain() throws Exception {
    byte[] frame = Events.bytes("a frame sent three times");
    Path file = listener.write("thrice.fits", frame);
    String event = Events.live("thrice", Events.product(file, frame));
    int before = listener.originals().size();

    for (int i = 0; i < 3; i++) {
      listener.publish(Lane.LIVE, event);
    }

    await().atMost(SOON).until(() -> listener.row("thrice").get("deliveries"), n -> n.equals(3));
    listener.awaitState("thrice", "staged");
    assertThat(listener.originals()).hasSize(before + 1);
    List<StageCommand> staged = listener.takeStaged(Lane.LIVE);
    assertThat(staged).hasSize(3);
    assertThat(staged.stream().map(StageCommand::eventKey).distinct()).hasSize(1);
  }

  @Test
  void aRepeatOfWhatTheLoaderOfTodayCataloguedIsOnlyCounted() throws Exception {
    byte[] frame = Events.bytes("a catalogued frame");
    Path file = listener.write("catalogued.fits", frame);
    String event = Events.live("catalogued", Events.product(file, frame));
    listener.publish(Lane.LIVE, event);
    Map<String, Object> row = listener.awaitState("catalogued", "staged");
    listener.takeStaged(Lane.LIVE);
    listener.catalogued(row, Events.sha256(frame), 3, 3);

    listener.publish(Lane.LIVE, event);

    await()
        .atMost(SOON)
        .until(() -> listener.row("catalogued").get("deliveries"), n -> n.equals(2));
    assertThat(listener.row("catalogued")).containsEntry("attempts", 1);
    assertThat(listener.takeStaged(Lane.LIVE)).isEmpty();
  }

  @Test
  void aRepeatAfterTheLoaderChangedIsStagedFromTheStore() throws Exception {
    byte[] frame = Events.bytes("a frame that PAWS removed since");
    Path file = listener.write("gone.fits", frame);
    String event = Events.live("gone", Events.product(file, frame));
    listener.publish(Lane.LIVE, event);
    Map<String, Object> row = listener.awaitState("gone", "staged");
    listener.takeStaged(Lane.LIVE);
    listener.catalogued(row, Events.sha256(frame), 3, 4);
    Files.delete(file);

    listener.publish(Lane.LIVE, event);

    await()
        .atMost(SOON)
        .until(() -> listener.depth(BrokerNames.stageQueue(Lane.LIVE)), n -> n == 1);
    assertThat(listener.awaitState("gone", "staged")).containsEntry("deliveries", 2);
    assertThat(listener.takeStaged(Lane.LIVE).get(0).files())
        .containsExactly(new StagedFile("gone.fits", Events.sha256(frame), frame.length));
  }

  @Test
  void anEventWhoseFileWaitsInTheCatalogueIsStagedAgainWhenItIsDue() throws Exception {
    byte[] frame = Events.bytes("a frame the catalogue could not take yet");
    Path file = listener.write("waiting.fits", frame);
    listener.publish(Lane.LIVE, Events.live("waiting", Events.product(file, frame)));
    Map<String, Object> row = listener.awaitState("waiting", "staged");
    listener.takeStaged(Lane.LIVE);
    listener.catalogued(row, Events.sha256(frame), 3, 3);

    listener
        .jdbc
        .sql(
            "UPDATE ledger.ingest_outcome SET outcome = 'later', next_attempt_at = now() WHERE event_key = ?")
        .param(row.get("key"))
        .update();

    await()
        .atMost(SOON)
        .until(() -> listener.depth(BrokerNames.stageQueue(Lane.LIVE)), n -> n == 1);
    await()
        .atMost(SOON)
        .until(
            () ->
                listener
                    .jdbc
                    .sql(
                        "SELECT count(*) FROM ledger.ingest_outcome WHERE event_key = ? AND next_attempt_at IS NULL")
                    .param(row.get("key"))
                    .query(Long.class)
                    .single(),
            n -> n == 1);
    assertThat(listener.awaitState("waiting", "staged")).containsEntry("deliveries", 1);
    assertThat(listener.takeStaged(Lane.LIVE)).hasSize(1);
  }

  @Test
  void backfillNeedsNeitherDigestNorReductionIdAndBeginsATrace() throws Exception {
    byte[] one = Events.bytes("000001");
    byte[] two = Events.bytes("000002");
    String products =
        Events.bare(listener.write("2dfgrs/000001.fits", one))
            + ","
            + Events.bare(listener.write("2dfgrs/000002.fits", two));

    listener.publish(Lane.BACKFILL, Events.backfill("batch-1", products));

    listener.awaitState("batch-1", "staged");
    StageCommand command = listener.takeStaged(Lane.BACKFILL).get(0);
    assertThat(command.lane()).isEqualTo(Lane.BACKFILL);
    assertThat(command.reductionId()).isEmpty();
    assertThat(command.files())
        .containsExactly(
            new StagedFile("000001.fits", Events.sha256(one), one.length),
            new StagedFile("000002.fits", Events.sha256(two), two.length));
    assertThat(command.traceparent())
        .hasValueSatisfying(trace -> assertThat(trace).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01"));
    assertThat(Optional.ofNullable(listener.row("batch-1").get("traceparent")))
        .isEqualTo(command.traceparent());
  }
}

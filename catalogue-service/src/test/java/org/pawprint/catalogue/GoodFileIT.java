package org.pawprint.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.pawprint.catalogue.CatalogueUnderTest.SOON;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pawprint.core.event.StageCommand.StagedFile;

/** Commands that end catalogued. */
class GoodFileIT extends OnEachBroker {
  private static final Path NOTICE_SCHEMA =
      Path.of("..", "deploy", "contracts", "spectra-notice-v1.schema.json");

  @Test
  void aFrameBecomesRowsASegmentAnOutcomeChangesAndANotice() throws Exception {
    service.takeNotices();
    StagedFile file = service.original("frame.fits", Frames.threeFibres());

    long key = service.send(Commands.of("good").file(file).reduction("20151217-RD-0028", 1));

    assertThat(service.awaitState(key, "catalogued"))
        .containsEntry("spectra", 3)
        .containsEntry("files", 1L)
        .containsEntry("reason", null)
        .containsEntry("collection", "good");
    assertThat(service.outcomes(key).get(0))
        .containsEntry("loader", "aaomega")
        .containsEntry("outcome", "catalogued")
        .containsEntry("file_name", "frame.fits")
        .containsEntry("attempts", 1);
    List<Map<String, Object>> rows = service.rows("good");
    assertThat(rows)
        .extracting(row -> row.get("target_name"))
        .containsExactlyInAnyOrder("D0221394-2854323", "W0220429-2922320", "C0220588-2916118");
    assertThat(rows)
        .allSatisfy(
            row ->
                assertThat(row)
                    .containsEntry("newest", true)
                    .containsEntry("reduction_id", "20151217-RD-0028")
                    .containsEntry("reduction_version", "1")
                    .containsEntry("proposal_id", "A/2014B/008")
                    .containsEntry("original_sha256", file.sha256()));
    assertThat(rows).extracting(row -> row.get("path")).containsOnly(rows.get(0).get("path"));
    assertNotice("good", 3);
  }

  private void assertNotice(String collection, int count) throws Exception {
    List<byte[]> notices = new ArrayList<>();
    await()
        .atMost(SOON)
        .until(
            () -> {
              notices.addAll(service.takeNotices());
              return !notices.isEmpty();
            });
    assertThat(notices).hasSize(1);
    String notice = new String(notices.get(0), StandardCharsets.UTF_8);
    assertThat(
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(NOTICE_SCHEMA))
                .validate(notice, InputFormat.JSON))
        .isEmpty();
    Map<String, Object> changes =
        service
            .jdbc
            .sql(
                """
                SELECT min(c.number) AS first, max(c.number) AS last
                FROM catalogue.change c JOIN catalogue.reduction r ON r.id = c.reduction WHERE r.collection = ?
                """)
            .param(collection)
            .query()
            .singleRow();
    assertThat(notice)
        .contains("\"type\":\"org.pawprint.spectra.available.v1\"")
        .contains("\"source\":\"ivo://pawprint.test\"")
        .contains("\"collection\":\"" + collection + "\"")
        .contains("\"count\":" + count)
        .contains("\"first_change\":" + changes.get("first"))
        .contains("\"last_change\":" + changes.get("last"));
  }

  @Test
  void theSegmentHoldsTheFluxOfTheFileUnchangedAndTheRowKnowsItsSky() throws Exception {
    byte[] frame = Frames.oneFibre();
    long key = service.send(Commands.of("flux").file(service.original("one.fits", frame)));
    service.awaitState(key, "catalogued");

    Map<String, Object> row = service.rows("flux").get(0);
    byte[] stored = new byte[4 * 5037];
    try (RandomAccessFile segment =
        new RandomAccessFile(service.segments.resolve((String) row.get("path")).toFile(), "r")) {
      segment.seek(Long.parseLong(String.valueOf(row.get("segment_offset"))));
      segment.readFully(stored);
    }

    // Its sky is the only row of the image SKY, behind flux and variance.
    assertThat(row).containsEntry("sky_hdu", 2).containsEntry("sky_row", 0);
    float[] flux = new float[5037];
    ByteBuffer.wrap(stored).asFloatBuffer().get(flux);
    float[] reduced = new float[5037];
    ByteBuffer.wrap(frame).position(Frames.FLUX_OF_ONE_FIBRE).asFloatBuffer().get(reduced);
    assertThat(flux).isEqualTo(reduced);
  }

  @Test
  void theSameCommandThreeTimesGivesOneCatalogue() throws Exception {
    Commands command =
        Commands.of("thrice").file(service.original("frame.fits", Frames.threeFibres()));

    service.send(command);
    service.send(command);
    long key = service.send(command);

    await()
        .atMost(SOON)
        .until(
            () ->
                service.outcomes(key).stream()
                    .anyMatch(o -> Integer.valueOf(3).equals(o.get("attempts"))));
    assertThat(service.entry(key)).containsEntry("state", "catalogued").containsEntry("spectra", 3);
    assertThat(service.rows("thrice")).hasSize(3);
    assertThat(service.count("catalogue.reduction WHERE collection = 'thrice'")).isOne();
  }

  @Test
  void theSameFileUnderTwoEventsIsAlreadyThere() throws Exception {
    StagedFile file = service.original("frame.fits", Frames.threeFibres());
    long first = service.send(Commands.of("first-event").file(file), "twice");
    service.awaitState(first, "catalogued");

    long second = service.send(Commands.of("second-event").file(file), "twice");

    assertThat(service.awaitState(second, "already")).containsEntry("spectra", 3);
    assertThat(service.rows("twice")).hasSize(3);
  }

  @Test
  void aFileNamedTwiceInACommandCountsOnce() throws Exception {
    byte[] frame = Frames.threeFibres();
    long key =
        service.send(
            Commands.of("named-twice")
                .file(service.original("frame.fits", frame))
                .file(service.original("copy.fits", frame)));

    assertThat(service.awaitState(key, "catalogued")).containsEntry("spectra", 3);
    assertThat(service.rows("named-twice")).hasSize(3);
  }

  @Test
  void aBadFileCostsOnlyItself() throws Exception {
    long key =
        service.send(
            Commands.of("mixed")
                .backfill()
                .file(service.original("bad.fits", Frames.truncated(Frames.oneFibre(), 20000)))
                .file(service.original("good.fits", Frames.threeFibres())));

    service.awaitState(key, "parked");
    assertThat(service.outcomes(key))
        .extracting(o -> o.get("file_name"), o -> o.get("outcome"), o -> o.get("spectra"))
        .containsExactly(tuple("bad.fits", "parked", 0), tuple("good.fits", "catalogued", 3));
    assertThat(service.rows("mixed")).hasSize(3);
  }

  @Test
  void aBatchOfBareFilesIsOneSegmentAndOneNotice() throws Exception {
    service.takeNotices();
    Commands batch = Commands.of("batch").backfill();
    for (int i = 0; i < 40; i++) {
      byte[] frame = Frames.with(Frames.oneFibre(i), "OBJECT  =", "OBJECT  = 'FIELD " + i + "'");
      batch.file(service.original("frame-" + i + ".fits", frame));
    }

    long key = service.send(batch);

    service.awaitState(key, "catalogued");
    assertThat(service.outcomes(key)).hasSize(40).allMatch(o -> o.get("catalogued_at") != null);
    assertThat(service.rows("batch"))
        .extracting(row -> row.get("path"))
        .containsOnly(service.rows("batch").get(0).get("path"));
    List<String> notices = new ArrayList<>();
    await()
        .atMost(SOON)
        .until(
            () -> {
              service
                  .takeNotices()
                  .forEach(n -> notices.add(new String(n, StandardCharsets.UTF_8)));
              return notices.stream().anyMatch(n -> n.contains("\"collection\":\"batch\""));
            });
    assertThat(notices)
        .filteredOn(n -> n.contains("spectra.available") && n.contains("\"collection\":\"batch\""))
        .singleElement()
        .asString()
        .contains("\"count\":40");
  }

  @Test
  void aBadFibreCostsOnlyItselfAndIsNamed() throws Exception {
    long key =
        service.send(
            Commands.of("fibre").file(service.original("f.fits", Frames.threeFibresOneLost())));

    assertThat(service.awaitState(key, "catalogued")).containsEntry("spectra", 2);
    assertThat(String.valueOf(service.outcomes(key).get(0).get("reason")))
        .contains("fibre 2")
        .contains("W0220429-2922320");
    assertThat(service.rows("fibre"))
        .extracting(row -> row.get("target_name"))
        .containsExactlyInAnyOrder("D0221394-2854323", "C0220588-2916118");
  }

  @ParameterizedTest
  @ValueSource(strings = {"123", "132", "213", "231", "312", "321"})
  void theOrderInWhichVersionsArriveDoesNotMatter(String order) throws Exception {
    String collection = "order_" + order;
    for (char version : order.toCharArray()) {
      byte[] frame = version == '3' ? Frames.threeFibresOneLost() : Frames.threeFibres();
      long key =
          service.send(
              Commands.of(collection + "_v" + version)
                  .file(service.original("v" + version + ".fits", frame))
                  .reduction("20151217-RD-0028", version - '0'),
              collection);
      service.awaitState(key, "catalogued");
    }

    // The fibre that version 3 has lost is withdrawn, not left behind in an older version.
    assertThat(service.rows(collection).stream().filter(r -> Boolean.TRUE.equals(r.get("newest"))))
        .extracting(r -> r.get("target_name"), r -> r.get("reduction_version"))
        .containsExactlyInAnyOrder(tuple("D0221394-2854323", "3"), tuple("C0220588-2916118", "3"));
    assertThat(service.rows(collection)).hasSize(8);
    assertThat(
            service
                .jdbc
                .sql(
                    "SELECT version_number FROM catalogue.reduction WHERE collection = ? AND state = 'newest'")
                .param(collection)
                .query(Long.class)
                .list())
        .containsExactly(3L);
    assertThat(
            service.count(
                "catalogue.spectrum s JOIN catalogue.reduction r ON r.id = s.reduction WHERE r.collection = '"
                    + collection
                    + "' AND NOT s.newest AND s.successor IS NULL AND s.withdrawn_because IS NULL"))
        .as("old spectra that say neither what followed nor why they went")
        .isZero();
  }

  @Test
  void aChangeIsNumberedWhenItIsCommittedNotWhenItBegan() throws Exception {
    long first =
        service.send(Commands.of("early").file(service.original("e.fits", Frames.oneFibre())));
    service.awaitState(first, "catalogued");
    long slow;
    try (Connection writer = service.database.dataSource().getConnection();
        Statement statement = writer.createStatement()) {
      writer.setAutoCommit(false);
      statement.execute(
          """
          INSERT INTO catalogue.change (kind, spectrum_id, reduction, silent, at)
          SELECT 'released', s.id, s.reduction, true, now()
          FROM catalogue.spectrum s JOIN catalogue.reduction r ON r.id = s.reduction WHERE r.collection = 'early'
          """);
      long second =
          service.send(Commands.of("later").file(service.original("l.fits", Frames.threeFibres())));
      service.awaitState(second, "catalogued");
      await().atMost(SOON).until(() -> highest("'later'") > 0);
      slow = highest("'later'");
      writer.commit();
    }

    await().atMost(SOON).until(() -> highest("'early'") > slow);
    assertThat(highest("'early'")).isEqualTo(slow + 1);
  }

  private static long highest(String collection) {
    return service
        .jdbc
        .sql(
            "SELECT coalesce(max(c.number), 0) FROM catalogue.change c"
                + " JOIN catalogue.reduction r ON r.id = c.reduction WHERE r.collection = "
                + collection)
        .query(Long.class)
        .single();
  }

  @Test
  void manyCommandsAtOnceAllArrive() throws Exception {
    List<Long> keys = new ArrayList<>();
    for (int i : Stream.iterate(1, n -> n + 1).limit(12).toList()) {
      keys.add(
          service.send(
              Commands.of("many_" + i).file(service.original(i + ".fits", Frames.oneFibre(i)))));
    }

    for (long key : keys) {
      service.awaitState(key, "catalogued");
    }
    assertThat(service.count("catalogue.obscore WHERE obs_collection LIKE 'many~_%' ESCAPE '~'"))
        .isEqualTo(12);
  }
}

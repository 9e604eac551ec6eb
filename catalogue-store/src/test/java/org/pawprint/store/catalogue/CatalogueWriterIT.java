package org.pawprint.store.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pawprint.core.identifier.PublisherDid;
import org.pawprint.core.identifier.ReductionVersion;
import org.pawprint.core.identifier.Sha256;
import org.pawprint.core.obscore.ColumnType;
import org.pawprint.core.obscore.ObsCoreColumn;
import org.pawprint.core.obscore.ObsCoreRow;
import org.pawprint.core.spectrum.ErrorKind;
import org.pawprint.core.spectrum.LinearAxis;
import org.pawprint.core.spectrum.Medium;
import org.pawprint.core.spectrum.SkyPlace;
import org.pawprint.core.spectrum.Spectrum;
import org.pawprint.core.spectrum.VelocityFrame;
import org.pawprint.embedded.DatabaseRole;
import org.pawprint.store.file.SegmentDraft;
import org.pawprint.store.file.SegmentSlice;
import org.pawprint.store.file.SegmentStore;
import org.pawprint.store.search.Caller;
import org.pawprint.testkit.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Versions, order of arrival and numbering, as the service's own role. */
class CatalogueWriterIT {
  private static final Instant ENDED = Instant.parse("2026-11-22T10:00:00Z");

  @TempDir Path folder;

  private TestDatabase database;
  private JdbcClient jdbc;
  private CatalogueWriter writer;
  private SegmentStore segments;

  @BeforeEach
  void open() {
    database = TestDatabase.migrated();
    var source = database.dataSource(DatabaseRole.CATALOGUE);
    jdbc = JdbcClient.create(source);
    writer = new CatalogueWriter(source, Clock.systemUTC());
    segments = new SegmentStore(folder, jdbc, Clock.systemUTC());
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void everyColumnOfTheModelIsInTheTableWithItsType() {
    Map<String, String> inTable = new HashMap<>();
    jdbc.sql(
            "SELECT column_name, data_type FROM information_schema.columns"
                + " WHERE table_schema = 'catalogue' AND table_name = 'obscore'")
        .query((row, n) -> inTable.put(row.getString(1), row.getString(2)))
        .list();
    for (ObsCoreColumn column : ObsCoreColumn.values()) {
      assertThat(inTable).containsEntry(column.column(), column.type().sqlType());
    }
    List<String> storage =
        List.of(
            "spectrum_id",
            "newest",
            "healpix",
            "x",
            "y",
            "z",
            "segment",
            "segment_offset",
            "layout",
            "axis_kind",
            "axis_crpix",
            "axis_crval",
            "axis_cdelt",
            "sky_hdu",
            "sky_row",
            "original_sha256",
            "original_name");
    assertThat(inTable.keySet())
        .as("columns of the table that the model does not know")
        .hasSize(ObsCoreColumn.values().length + storage.size())
        .containsAll(storage);
  }

  @Test
  void keepsEveryValueOfARow() throws Exception {
    ObsCoreRow.Builder row = row(spectrum("r1", 1, "blue-1").did()).toBuilder();
    row.set(ObsCoreColumn.OBS_RELEASE_DATE, ENDED);
    for (ObsCoreColumn column : ObsCoreColumn.values()) {
      if (column.type() == ColumnType.DOUBLE && column != ObsCoreColumn.S_DEC) {
        row.set(column, column.ordinal() + 0.125);
      }
    }
    CatalogueEntry entry = spectrum("r1", 1, "blue-1");
    CatalogueEntry full = new CatalogueEntry(entry.did(), row.build(), entry.pixels());

    commit(reduction("r1", 1, full));

    var stored = jdbc.sql("SELECT * FROM catalogue.obscore").query().singleRow();
    for (ObsCoreColumn column : ObsCoreColumn.values()) {
      Object expected = row.build().value(column);
      if (expected instanceof Double d) {
        assertThat((Double) stored.get(column.column())).as(column.column()).isEqualTo(d);
      } else if (expected instanceof Instant t) {
        assertThat((Timestamp) stored.get(column.column()))
            .as(column.column())
            .isEqualTo(Timestamp.from(t));
      } else if (column != ObsCoreColumn.LAST_MODIFIED) {
        assertThat(stored.get(column.column())).as(column.column()).isEqualTo(expected);
      }
    }
  }

  @Test
  void keepsWhereTheSkyOfASpectrumIs() throws Exception {
    StoredPixels pixels = spectrum("r1", 1, "blue-2").pixels().orElseThrow();
    PublisherDid did = spectrum("r1", 1, "blue-2").did();
    ObsCoreRow row = row(did).toBuilder().set(ObsCoreColumn.EM_XEL, 4L).build();
    SkyPlace place = new SkyPlace(6, 399);
    commit(
        reduction(
            "r1",
            1,
            spectrum("r1", 1, "blue-1"),
            new CatalogueEntry(did, row, pixels.slice(), pixels.axis(), Optional.of(place)),
            cube("r1", 1, "blue-cube")));

    assertThat(
            jdbc.sql("SELECT concat(sky_hdu, ' ', sky_row) FROM catalogue.obscore")
                .query(String.class)
                .list())
        .containsExactlyInAnyOrder("6 399", " ", " ");
    assertThat(
            new SpectrumLookup(database.dataSource(DatabaseRole.DATALINK))
                .find(did, Caller.anonymous())
                .orElseThrow()
                .sky())
        .contains(place);
  }

  @Test
  void repeatingACommitChangesNothing() throws Exception {
    commit(reduction("r1", 1, spectrum("r1", 1, "blue-1"), spectrum("r1", 1, "blue-2")));
    List<Map<String, Object>> before = contents();

    List<FileOutcome> again =
        commit(reduction("r1", 1, spectrum("r1", 1, "blue-1"), spectrum("r1", 1, "blue-2")));

    assertThat(again.get(0).result()).isEqualTo(FileOutcome.Result.ALREADY);
    assertThat(again.get(0).spectra()).isEqualTo(2);
    assertThat(contents()).isEqualTo(before);
    assertThat(count("catalogue.change")).isEqualTo(2);
  }

  @Test
  void newerVersionSupersedesAndWithdrawsWhatItNoLongerHolds() throws Exception {
    commit(reduction("r1", 1, spectrum("r1", 1, "blue-1"), spectrum("r1", 1, "blue-2")));
    commit(reduction("r1", 2, spectrum("r1", 2, "blue-1"), spectrum("r1", 2, "blue-3")));

    assertThat(states())
        .containsExactlyInAnyOrder(
            "blue-1 v1 superseded",
            "blue-2 v1 withdrawn",
            "blue-1 v2 current",
            "blue-3 v2 current");
    assertThat(
            jdbc.sql("SELECT withdrawn_because FROM catalogue.spectrum WHERE state = 'withdrawn'")
                .query(String.class)
                .single())
        .isEqualTo("not held by version 2 of reduction r1");
    assertThat(
            jdbc.sql(
                    "SELECT n.did FROM catalogue.spectrum o JOIN catalogue.spectrum n"
                        + " ON n.id = o.successor WHERE o.state = 'superseded'")
                .query(String.class)
                .single())
        .isEqualTo(spectrum("r1", 2, "blue-1").did().toString());
  }

  @Test
  void cubesComeRepeatAndGoWithoutASegment() throws Exception {
    commit(reduction("r1", 1, cube("r1", 1, "blue-cube")));
    assertThat(commit(reduction("r1", 1, cube("r1", 1, "blue-cube"))).get(0))
        .returns(FileOutcome.Result.ALREADY, FileOutcome::result)
        .returns(1, FileOutcome::spectra);

    commit(
        reduction("r1", 2, spectrum("r1", 2, "blue-bin1"), cube("r1", 2, "blue-cube")),
        reduction("r2", 1, cube("r2", 1, "red-cube")));

    assertThat(states())
        .containsExactlyInAnyOrder(
            "blue-cube v1 superseded",
            "blue-cube v2 current",
            "blue-bin1 v2 current",
            "red-cube v1 current");
    assertThat(
            jdbc.sql(
                    "SELECT dataproduct_type FROM catalogue.obscore WHERE segment IS NULL"
                        + " AND segment_offset IS NULL AND layout IS NULL AND axis_kind IS NULL")
                .query(String.class)
                .list())
        .containsExactly("cube", "cube", "cube");
  }

  @Test
  void aRowHasAllOfItsPlaceInASegmentOrNothingOfIt() throws Exception {
    commit(reduction("r1", 1, spectrum("r1", 1, "blue-1")));

    assertThatThrownBy(() -> jdbc.sql("UPDATE catalogue.obscore SET axis_kind = NULL").update())
        .hasMessageContaining("obscore_slice_whole");
  }

  @Test
  void everyOrderOfArrivalEndsInTheSameCatalogue() throws Exception {
    List<String> expected = null;
    for (List<Integer> order : permutations(List.of(1, 2, 3))) {
      jdbc.sql("DELETE FROM catalogue.spectrum").update();
      jdbc.sql("DELETE FROM catalogue.obscore").update();
      jdbc.sql("DELETE FROM catalogue.change").update();
      jdbc.sql("DELETE FROM catalogue.reduction").update();
      for (int version : order) {
        // Version 2 lacks fibre 2, version 3 lacks fibre 1.
        List<CatalogueEntry> held = new ArrayList<>();
        for (int fibre = 1; fibre <= 3; fibre++) {
          if (!(version == 2 && fibre == 2) && !(version == 3 && fibre == 1)) {
            held.add(spectrum("r1", version, "blue-" + fibre));
          }
        }
        commit(reduction("r1", version, held.toArray(CatalogueEntry[]::new)));
      }
      List<String> current = states().stream().filter(s -> s.endsWith("current")).sorted().toList();
      if (expected == null) {
        expected = current;
      }
      assertThat(current).as("arrival %s", order).isEqualTo(expected);
    }
    assertThat(expected).containsExactly("blue-2 v3 current", "blue-3 v3 current");
  }

  @Test
  void declaredSuccessorWinsEvenWhenItArrivesFirst() throws Exception {
    commit(reduction("new", 1, Optional.of("old"), spectrum("new", 1, "blue-1")));
    commit(reduction("old", 9, spectrum("old", 9, "blue-1"), spectrum("old", 9, "blue-2")));

    assertThat(
            jdbc.sql("SELECT did FROM catalogue.spectrum WHERE newest").query(String.class).list())
        .containsExactly(spectrum("new", 1, "blue-1").did().toString());
  }

  @Test
  void twoWritersOfOneReductionLeaveOneNewest() throws Exception {
    ExecutorService two = Executors.newFixedThreadPool(2);
    Random seeded = new Random(20261122);
    try {
      for (int round = 0; round < 20; round++) {
        String id = "r" + round;
        CyclicBarrier together = new CyclicBarrier(2);
        List<Integer> versions = new ArrayList<>(List.of(1, 2));
        Collections.shuffle(versions, seeded);
        List<Future<?>> both = new ArrayList<>();
        for (int version : versions) {
          ReductionEntry entry = reduction(id, version, spectrum(id, version, "blue-" + id));
          both.add(
              two.submit(
                  () -> {
                    together.await();
                    return commit(entry);
                  }));
        }
        for (Future<?> one : both) {
          one.get();
        }
        assertThat(
                jdbc.sql(
                        "SELECT r.version_number FROM catalogue.spectrum s JOIN catalogue.reduction r"
                            + " ON r.id = s.reduction WHERE s.newest AND r.reduction_key = :id")
                    .param("id", id)
                    .query(Long.class)
                    .list())
            .as("round %d", round)
            .containsExactly(2L);
      }
    } finally {
      two.shutdownNow();
    }
  }

  @Test
  void numbersCommittedChangesDenselyInWhateverOrderTheyCommit() throws Exception {
    var source = database.dataSource(DatabaseRole.CATALOGUE);
    ChangeSequencer sequencer =
        new ChangeSequencer(
            JdbcClient.create(source),
            new TransactionTemplate(new DataSourceTransactionManager(source)));
    // One writer began first and commits last: its change must not be skipped.
    try (var slow = database.dataSource(DatabaseRole.CATALOGUE).getConnection()) {
      slow.setAutoCommit(false);
      slow.createStatement()
          .execute(
              "INSERT INTO catalogue.change (kind, spectrum_id, reduction, silent, at)"
                  + " VALUES ('created', 1, 1, false, now())");
      commit(reduction("r1", 1, spectrum("r1", 1, "blue-1")));
      assertThat(sequencer.number()).isEqualTo(1);
      slow.commit();
    }
    assertThat(sequencer.number()).isEqualTo(1);
    assertThat(sequencer.number()).isZero();
    assertThat(
            jdbc.sql("SELECT number FROM catalogue.change ORDER BY number")
                .query(Long.class)
                .list())
        .containsExactly(1L, 2L);
    assertThat(jdbc.sql("SELECT last FROM catalogue.change_counter").query(Long.class).single())
        .isEqualTo(2);
  }

  private static List<List<Integer>> permutations(List<Integer> of) {
    if (of.isEmpty()) {
      return List.of(List.of());
    }
    List<List<Integer>> all = new ArrayList<>();
    for (Integer first : of) {
      List<Integer> rest = new ArrayList<>(of);
      rest.remove(first);
      for (List<Integer> tail : permutations(rest)) {
        List<Integer> one = new ArrayList<>(List.of(first));
        one.addAll(tail);
        all.add(one);
      }
    }
    return all;
  }

  private List<FileOutcome> commit(ReductionEntry... reductions) throws SQLException {
    return writer.commit(
        Arrays.stream(reductions)
            .map(reduction -> new Arrival(reduction, outcome(reduction)))
            .toList());
  }

  private static FileOutcome outcome(ReductionEntry reduction) {
    return new FileOutcome(
        1,
        reduction.version().original(),
        "frame.fits",
        FileOutcome.Result.CATALOGUED,
        Optional.of("test"),
        1,
        Optional.of("aat_archive"),
        reduction.spectra().size(),
        0,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Duration.ofMillis(5));
  }

  private ReductionEntry reduction(String id, int version, CatalogueEntry... spectra) {
    return reduction(id, version, Optional.empty(), spectra);
  }

  private ReductionEntry reduction(
      String id, int version, Optional<String> supersedes, CatalogueEntry... spectra) {
    return new ReductionEntry(
        "urn:test",
        "aat_archive",
        Optional.of(id),
        version(id, version),
        "test",
        "frame.fits",
        supersedes,
        false,
        List.of(spectra));
  }

  private static ReductionVersion version(String id, int version) {
    return new ReductionVersion(
        Optional.of((long) version),
        Optional.of(ENDED),
        Sha256.of((id + version).getBytes(StandardCharsets.UTF_8)),
        1);
  }

  private CatalogueEntry spectrum(String id, int version, String name) {
    PublisherDid did =
        new PublisherDid(
            "pawprint.test",
            "aat_archive",
            "20261122-BL-0001",
            name,
            Optional.of(version(id, version).digest(id)));
    LinearAxis axis = new LinearAxis(2, 5000, 1, 4);
    try (SegmentDraft draft = segments.begin("test")) {
      draft.add(
          name,
          new Spectrum(
              axis,
              Medium.AIR,
              VelocityFrame.TOPOCENTRIC,
              new float[] {1, 2, 3, 4},
              new float[] {1, 1, 1, 1},
              new byte[4],
              "count",
              ErrorKind.VARIANCE));
      SegmentSlice slice = draft.finish(() -> {}).get(0);
      return new CatalogueEntry(did, row(did), slice, StoredAxis.of(axis), Optional.empty());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static CatalogueEntry cube(String id, int version, String name) {
    PublisherDid did =
        new PublisherDid(
            "pawprint.test",
            "aat_archive",
            "24433",
            name,
            Optional.of(version(id, version).digest(id)));
    return CatalogueEntry.cube(
        did, row(did).toBuilder().set(ObsCoreColumn.DATAPRODUCT_TYPE, "cube").build());
  }

  private static ObsCoreRow row(PublisherDid did) {
    return ObsCoreRow.builder()
        .set(ObsCoreColumn.DATAPRODUCT_TYPE, "spectrum")
        .set(ObsCoreColumn.CALIB_LEVEL, 2)
        .set(ObsCoreColumn.OBS_COLLECTION, did.collection())
        .set(ObsCoreColumn.OBS_ID, did.obsId())
        .set(ObsCoreColumn.OBS_PUBLISHER_DID, did.toString())
        .set(ObsCoreColumn.DATA_RIGHTS, "public")
        .set(ObsCoreColumn.S_RA, 10.0)
        .set(ObsCoreColumn.S_DEC, -30.0)
        .build();
  }

  private List<String> states() {
    return jdbc.sql(
            "SELECT s.did, s.state, r.version_number, s.newest, o.newest AS row_newest"
                + " FROM catalogue.spectrum s JOIN catalogue.reduction r ON r.id = s.reduction"
                + " JOIN catalogue.obscore o ON o.spectrum_id = s.id")
        .query(
            (row, n) -> {
              assertThat(row.getBoolean("row_newest")).isEqualTo(row.getBoolean("newest"));
              return PublisherDid.parse(row.getString("did")).spectrum()
                  + " v"
                  + row.getLong("version_number")
                  + " "
                  + row.getString("state");
            })
        .list();
  }

  private List<Map<String, Object>> contents() {
    return jdbc.sql("SELECT * FROM catalogue.obscore ORDER BY spectrum_id").query().listOfRows();
  }

  private long count(String table) {
    return jdbc.sql("SELECT count(*) FROM " + table).query(Long.class).single();
  }
}

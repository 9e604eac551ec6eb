package org.pawprint.datalink;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pawprint.core.identifier.PublisherDid;
import org.pawprint.core.identifier.ReductionVersion;
import org.pawprint.core.identifier.Sha256;
import org.pawprint.core.obscore.ObsCoreColumn;
import org.pawprint.core.obscore.ObsCoreRow;
import org.pawprint.core.spectrum.SkyPlace;
import org.pawprint.core.spectrum.Spectrum;
import org.pawprint.embedded.DatabaseRole;
import org.pawprint.store.catalogue.Arrival;
import org.pawprint.store.catalogue.CatalogueEntry;
import org.pawprint.store.catalogue.CatalogueWriter;
import org.pawprint.store.catalogue.FileOutcome;
import org.pawprint.store.catalogue.ReductionEntry;
import org.pawprint.store.catalogue.StoredAxis;
import org.pawprint.store.catalogue.WithdrawalScope;
import org.pawprint.store.catalogue.Withdrawals;
import org.pawprint.store.file.OriginalDraft;
import org.pawprint.store.file.OriginalStore;
import org.pawprint.store.file.SegmentDraft;
import org.pawprint.store.file.SegmentSlice;
import org.pawprint.store.file.SegmentStore;
import org.pawprint.testkit.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A small archive: catalogue, segments and originals, filled as catalogue-service does it. */
final class TestArchive implements AutoCloseable {
  static final String AUTHORITY = "pawprint.test";
  static final String COLLECTION = "aat_archive";

  private static final Instant ENDED = Instant.parse("2026-11-22T10:00:00Z");

  private final Path folder;
  private final TestDatabase database = TestDatabase.migrated();
  private final CatalogueWriter writer;
  private final SegmentStore segments;
  private final OriginalStore originals;

  /**
   * One spectrum to be archived, or a cube.
   *
   * @param spectrum null for a cube
   * @param sky where the original has its sky
   */
  record Entry(
      String obsId,
      String name,
      @Nullable Spectrum spectrum,
      ObsCoreRow row,
      Optional<SkyPlace> sky) {
    Entry(String obsId, String name, @Nullable Spectrum spectrum, ObsCoreRow row) {
      this(obsId, name, spectrum, row, Optional.empty());
    }
  }

  TestArchive(Path folder) {
    this.folder = folder;
    var source = database.dataSource(DatabaseRole.CATALOGUE);
    writer = new CatalogueWriter(source, Clock.fixed(ENDED, java.time.ZoneOffset.UTC));
    segments = new SegmentStore(segmentFolder(), JdbcClient.create(source), Clock.systemUTC());
    originals = new OriginalStore(originalFolder());
  }

  TestDatabase database() {
    return database;
  }

  Path segmentFolder() {
    return folder.resolve("segments");
  }

  Path originalFolder() {
    return folder.resolve("originals");
  }

  /** Archives one original and its spectra; returns their DIDs in order. */
  List<PublisherDid> add(
      String reductionId, long version, String fileName, byte[] original, Entry... entries)
      throws IOException, SQLException {
    Sha256 digest = Sha256.of(original);
    try (OriginalDraft draft =
        originals.copy(
            Channels.newChannel(new java.io.ByteArrayInputStream(original)), original.length)) {
      draft.keep();
    }
    ReductionVersion reductionVersion =
        new ReductionVersion(Optional.of(version), Optional.of(ENDED), digest, 1);
    List<CatalogueEntry> catalogued = catalogued(reductionId, reductionVersion, entries);
    ReductionEntry reduction =
        new ReductionEntry(
            "/test",
            collection(entries[0]),
            Optional.of(reductionId),
            reductionVersion,
            "test",
            fileName,
            Optional.empty(),
            false,
            catalogued);
    writer.commit(
        List.of(
            new Arrival(
                reduction, outcome(digest, fileName, collection(entries[0]), entries.length))));
    return catalogued.stream().map(CatalogueEntry::did).toList();
  }

  /** Withdraws a spectrum as an operator does, on {@link #ENDED}. */
  void takeBack(PublisherDid did, String reason) {
    var source = database.dataSource(DatabaseRole.CATALOGUE);
    new Withdrawals(
            JdbcClient.create(source),
            new TransactionTemplate(new JdbcTransactionManager(source)),
            Clock.fixed(ENDED, java.time.ZoneOffset.UTC))
        .withdraw(new WithdrawalScope.OfSpectrum(did), reason, 10);
  }

  private List<CatalogueEntry> catalogued(
      String reductionId, ReductionVersion version, Entry... entries) throws IOException {
    List<CatalogueEntry> catalogued = new ArrayList<>();
    Iterator<SegmentSlice> slices = write(entries).iterator();
    for (Entry entry : entries) {
      PublisherDid did =
          new PublisherDid(
              AUTHORITY,
              collection(entry),
              entry.obsId(),
              entry.name(),
              Optional.of(version.digest(reductionId)));
      ObsCoreRow row =
          entry.row().toBuilder()
              .set(ObsCoreColumn.OBS_PUBLISHER_DID, did.toString())
              .set(ObsCoreColumn.REDUCTION_VERSION, version.label())
              .build();
      Spectrum spectrum = entry.spectrum();
      catalogued.add(
          spectrum == null
              ? CatalogueEntry.cube(did, row)
              : new CatalogueEntry(
                  did, row, slices.next(), StoredAxis.of(spectrum.axis()), entry.sky()));
    }
    return catalogued;
  }

  private static String collection(Entry entry) {
    return entry.row().requiredText(ObsCoreColumn.OBS_COLLECTION);
  }

  private List<SegmentSlice> write(Entry... entries) throws IOException {
    try (SegmentDraft draft = segments.begin("test")) {
      boolean empty = true;
      for (Entry entry : entries) {
        Spectrum spectrum = entry.spectrum();
        if (spectrum != null) {
          draft.add(entry.obsId() + "/" + entry.name(), spectrum);
          empty = false;
        }
      }
      return empty ? List.of() : draft.finish(() -> {});
    }
  }

  private static FileOutcome outcome(
      Sha256 digest, String fileName, String collection, int spectra) {
    return new FileOutcome(
        1,
        digest,
        fileName,
        FileOutcome.Result.CATALOGUED,
        Optional.of("test"),
        1,
        Optional.of(collection),
        spectra,
        0,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Duration.ofMillis(1));
  }

  /** A FITS file of one HDU with that many bytes as its image (FITS 4.0, 3.3). */
  static byte[] fits(String object, int bytes) {
    StringBuilder header = new StringBuilder();
    for (String card :
        List.of(
            "SIMPLE  =                    T",
            "BITPIX  =                    8",
            "NAXIS   =                    1",
            "NAXIS1  = %20d".formatted(bytes),
            "OBJECT  = '%-8s'".formatted(object),
            "END")) {
      header.append("%-80s".formatted(card));
    }
    byte[] file = new byte[2880 + (bytes + 2879) / 2880 * 2880];
    java.util.Arrays.fill(file, 0, 2880, (byte) ' ');
    byte[] cards = header.toString().getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(cards, 0, file, 0, cards.length);
    for (int i = 0; i < bytes; i++) {
      file[2880 + i] = (byte) i;
    }
    return file;
  }

  @Override
  public void close() {
    database.close();
  }
}

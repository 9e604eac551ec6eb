package org.pawprint.store.catalogue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.pawprint.core.obscore.ObsCoreColumn;
import org.pawprint.core.obscore.ObsCoreRow;
import org.pawprint.core.sky.Healpix;
import org.pawprint.core.sky.SkyPosition;
import org.pawprint.core.sky.UnitVector;
import org.pawprint.core.spectrum.SkyPlace;
import org.pawprint.store.file.SegmentSlice;

/** Writes a {@link SupersessionPlan} into the tables, by COPY, within the caller's transaction. */
final class CatalogueRows {
  private static final String[] REDUCTION = {
    "id", "source", "collection", "reduction_key", "version_number", "version_time",
    "version_digest", "original_sha256", "loader", "loader_revision", "state", "spectra",
    "supersedes", "catalogued_at"
  };
  private static final String[] SPECTRUM = {
    "id",
    "did",
    "alias",
    "reduction",
    "newest",
    "state",
    "successor",
    "withdrawn_because",
    "tombstone"
  };
  private static final String[] CHANGE = {
    "kind", "spectrum_id", "reduction", "silent", "reason", "at"
  };
  static final String[] OBSCORE = obscoreColumns();

  private final Connection connection;
  private final Instant now;

  CatalogueRows(Connection connection, Instant now) {
    this.connection = connection;
    this.now = now;
  }

  private static String[] obscoreColumns() {
    List<String> columns = new ArrayList<>(List.of("spectrum_id", "newest"));
    for (ObsCoreColumn column : ObsCoreColumn.values()) {
      columns.add(column.column());
    }
    columns.addAll(
        List.of(
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
            "original_name"));
    return columns.toArray(String[]::new);
  }

  void write(SupersessionPlan plan) throws SQLException {
    // Old holders of an alias step back before the new ones enter: the alias is unique.
    retire(plan.touched());
    Map<String, Long> segments = liveSegments(plan.added());
    writeReductions(plan.added());
    writeSpectra(plan.added());
    writeObsCore(plan.added(), segments);
    writeChanges(plan);
  }

  private void retire(List<PlannedReduction> touched) throws SQLException {
    List<Long> reductions = new ArrayList<>();
    List<PlannedSpectrum> gone = new ArrayList<>();
    for (PlannedReduction reduction : touched) {
      if (!reduction.newest) {
        reductions.add(reduction.id);
      }
      reduction.all.stream().filter(s -> !isCurrent(s)).forEach(gone::add);
    }
    update(
        "UPDATE catalogue.reduction SET state = 'superseded' WHERE id = ANY (?) AND state = 'newest'",
        reductions);
    if (gone.isEmpty()) {
      return;
    }
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE catalogue.spectrum SET newest = false, state = ?, successor = ?,"
                + " withdrawn_because = ? WHERE id = ?")) {
      for (PlannedSpectrum spectrum : gone) {
        update.setString(1, word(spectrum.state));
        update.setObject(2, spectrum.successor == null ? null : spectrum.successor.id);
        update.setString(3, spectrum.withdrawnBecause);
        update.setLong(4, spectrum.id);
        update.addBatch();
      }
      update.executeBatch();
    }
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE catalogue.obscore SET newest = false, last_modified = ?"
                + " WHERE spectrum_id = ANY (?)")) {
      update.setObject(1, now.atOffset(ZoneOffset.UTC));
      update.setArray(
          2, connection.createArrayOf("bigint", gone.stream().map(s -> s.id).toArray()));
      update.executeUpdate();
    }
  }

  private void update(String sql, List<Long> ids) throws SQLException {
    if (!ids.isEmpty()) {
      try (PreparedStatement update = connection.prepareStatement(sql)) {
        update.setArray(1, connection.createArrayOf("bigint", ids.toArray()));
        update.executeUpdate();
      }
    }
  }

  /** Marks the segments referred to as live; ids by path. */
  private Map<String, Long> liveSegments(List<PlannedReduction> added) throws SQLException {
    Object[] paths =
        added.stream()
            .flatMap(r -> r.all.stream())
            .flatMap(s -> entry(s).pixels().stream())
            .map(pixels -> pixels.slice().segment())
            .distinct()
            .toArray();
    Map<String, Long> ids = new HashMap<>();
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE catalogue.segment SET state = 'live' WHERE path = ANY (?) RETURNING path, id")) {
      update.setArray(1, connection.createArrayOf("text", paths));
      try (ResultSet row = update.executeQuery()) {
        while (row.next()) {
          ids.put(row.getString(1), row.getLong(2));
        }
      }
    }
    if (ids.size() != paths.length) {
      throw new IllegalStateException("segment not registered: " + List.of(paths) + " but " + ids);
    }
    return ids;
  }

  private void writeReductions(List<PlannedReduction> added) throws SQLException {
    try (BinaryRows rows = BinaryRows.into(connection, "catalogue.reduction", REDUCTION)) {
      for (PlannedReduction r : added) {
        ReductionEntry entry = Objects.requireNonNull(r.entry);
        rows.row()
            .int8(r.id)
            .text(entry.source())
            .text(entry.collection())
            .text(entry.key())
            .value(r.version.number().orElse(null))
            .value(r.version.time().orElse(null))
            .text(entry.versionDigest())
            .text(r.version.original().hex())
            .text(entry.loader())
            .int4(r.version.loaderRevision())
            .text(state(r))
            .int4(r.all.size())
            .value(r.supersedes.orElse(null))
            .time(now);
      }
      rows.finish();
    }
  }

  private static String state(PlannedReduction r) {
    if (!r.newest) {
      return "superseded";
    }
    return r.all.stream().allMatch(s -> s.tombstone) ? "withdrawn" : "newest";
  }

  private void writeSpectra(List<PlannedReduction> added) throws SQLException {
    try (BinaryRows rows = BinaryRows.into(connection, "catalogue.spectrum", SPECTRUM)) {
      for (PlannedReduction r : added) {
        for (PlannedSpectrum s : r.all) {
          rows.row()
              .int8(s.id)
              .text(entry(s).did().toString())
              .text(entry(s).did().alias().toString())
              .int8(r.id)
              .bool(isCurrent(s))
              .text(word(s.state))
              .value(s.successor == null ? null : s.successor.id)
              .value(s.withdrawnBecause)
              .bool(s.tombstone);
        }
      }
      rows.finish();
    }
  }

  private void writeObsCore(List<PlannedReduction> added, Map<String, Long> segments)
      throws SQLException {
    try (BinaryRows rows = BinaryRows.into(connection, "catalogue.obscore", OBSCORE)) {
      for (PlannedReduction r : added) {
        for (PlannedSpectrum s : r.all) {
          writeRow(rows, s, Objects.requireNonNull(r.entry), segments);
        }
      }
      rows.finish();
    }
  }

  private void writeRow(
      BinaryRows rows, PlannedSpectrum s, ReductionEntry reduction, Map<String, Long> segments)
      throws SQLException {
    CatalogueEntry entry = entry(s);
    ObsCoreRow row = entry.row();
    rows.row().int8(s.id).bool(isCurrent(s));
    for (ObsCoreColumn column : ObsCoreColumn.values()) {
      rows.value(column == ObsCoreColumn.LAST_MODIFIED ? now : row.value(column));
    }
    writePosition(rows, row);
    writePixels(rows, entry.pixels(), segments);
    rows.text(reduction.version().original().hex()).text(reduction.originalName());
  }

  /**
   * @param segments ids by path, of those that hold the pixels
   */
  static void writePixels(
      BinaryRows rows, Optional<StoredPixels> pixels, Map<String, Long> segments) {
    if (pixels.isEmpty()) {
      rows.none().none().none().none().none().none().none().none().none();
      return;
    }
    SegmentSlice slice = pixels.get().slice();
    StoredAxis axis = pixels.get().axis();
    rows.value(segments.get(slice.segment()))
        .int8(slice.offset())
        .int2(slice.layout())
        .text(axis.kind().name().toLowerCase(Locale.ROOT))
        .float8(axis.crpix())
        .float8(axis.crval())
        .float8(axis.cdelt());
    Optional<SkyPlace> sky = pixels.get().sky();
    rows.value(sky.map(SkyPlace::hdu).orElse(null)).value(sky.map(SkyPlace::row).orElse(null));
  }

  static void writePosition(BinaryRows rows, ObsCoreRow row) {
    Optional<Double> ra = row.number(ObsCoreColumn.S_RA);
    Optional<Double> dec = row.number(ObsCoreColumn.S_DEC);
    if (ra.isEmpty() || dec.isEmpty()) {
      rows.none().none().none().none();
      return;
    }
    SkyPosition position = new SkyPosition(ra.get(), dec.get());
    UnitVector v = position.unitVector();
    rows.int8(Healpix.index(position)).float8(v.x()).float8(v.y()).float8(v.z());
  }

  private void writeChanges(SupersessionPlan plan) throws SQLException {
    try (BinaryRows rows = BinaryRows.into(connection, "catalogue.change", CHANGE)) {
      for (PlannedReduction r : plan.added()) {
        boolean silent = Objects.requireNonNull(r.entry).silent();
        for (PlannedSpectrum s : r.all) {
          change(rows, "created", s, r, silent);
          if (!isCurrent(s)) {
            change(rows, word(s.state), s, r, silent);
          }
        }
      }
      for (PlannedReduction r : plan.touched()) {
        for (PlannedSpectrum s : r.all) {
          if (!isCurrent(s)) {
            change(rows, word(s.state), s, r, false);
          }
        }
      }
      rows.finish();
    }
  }

  private void change(
      BinaryRows rows, String kind, PlannedSpectrum s, PlannedReduction r, boolean silent)
      throws SQLException {
    rows.row().text(kind).int8(s.id).int8(r.id).bool(silent).value(s.withdrawnBecause).time(now);
  }

  private static CatalogueEntry entry(PlannedSpectrum spectrum) {
    return Objects.requireNonNull(spectrum.entry);
  }

  private static boolean isCurrent(PlannedSpectrum spectrum) {
    return spectrum.state == PlannedSpectrum.State.CURRENT;
  }

  private static String word(PlannedSpectrum.State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }
}

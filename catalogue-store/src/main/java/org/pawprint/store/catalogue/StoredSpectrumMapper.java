package org.pawprint.store.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pawprint.core.identifier.PublisherDid;
import org.pawprint.core.identifier.ReductionVersion;
import org.pawprint.core.identifier.Sha256;
import org.pawprint.core.obscore.ObsCoreColumn;
import org.pawprint.core.obscore.ObsCoreRow;
import org.pawprint.core.spectrum.SkyPlace;
import org.pawprint.store.file.SegmentSlice;
import org.springframework.jdbc.core.RowMapper;

/** Reads what {@link #COLUMNS} selects {@link #FROM} the catalogue. */
final class StoredSpectrumMapper implements RowMapper<StoredSpectrum> {

  /** The columns of the row follow it, in their own order. */
  private static final String LAST_BEFORE_ROW = "original_name";

  /** Select list; every column under its own name. */
  static final String COLUMNS = columns();

  /**
   * Tables {@code s} (identity), {@code o} (row), {@code g} (segment, none for a cube), {@code r}
   * (reduction).
   */
  static final String FROM =
      """
      FROM catalogue.spectrum s
      JOIN catalogue.obscore o ON o.spectrum_id = s.id
      LEFT JOIN catalogue.segment g ON g.id = o.segment
      JOIN catalogue.reduction r ON r.id = s.reduction
      """;

  private static String columns() {
    StringBuilder list =
        new StringBuilder(
            """
            s.id, s.did, s.state, s.withdrawn_because,
            r.version_number, r.version_time, r.original_sha256, r.loader_revision,
            g.path, o.segment_offset, o.layout,
            o.axis_kind, o.axis_crpix, o.axis_crval, o.axis_cdelt, o.sky_hdu, o.sky_row, o.\
            """);
    list.append(LAST_BEFORE_ROW);
    for (ObsCoreColumn column : ObsCoreColumn.values()) {
      list.append(", o.").append(column.column());
    }
    return list.toString();
  }

  @Override
  public StoredSpectrum mapRow(ResultSet rs, int rowNumber) throws SQLException {
    ObsCoreRow row = row(rs);
    return new StoredSpectrum(
        rs.getLong("id"),
        PublisherDid.parse(rs.getString("did")),
        StoredSpectrum.State.valueOf(rs.getString("state").toUpperCase(Locale.ROOT)),
        Optional.ofNullable(rs.getString("withdrawn_because")),
        version(rs),
        row,
        pixels(rs, row),
        rs.getString(LAST_BEFORE_ROW));
  }

  private static Optional<StoredPixels> pixels(ResultSet rs, ObsCoreRow row) throws SQLException {
    String path = rs.getString("path");
    if (path == null) {
      return Optional.empty();
    }
    SegmentSlice slice =
        SegmentSlice.of(
            path,
            rs.getLong("segment_offset"),
            (int) row.requiredNumber(ObsCoreColumn.EM_XEL),
            rs.getInt("layout"));
    StoredAxis axis =
        new StoredAxis(
            StoredAxis.Kind.valueOf(rs.getString("axis_kind").toUpperCase(Locale.ROOT)),
            rs.getDouble("axis_crpix"),
            rs.getDouble("axis_crval"),
            rs.getDouble("axis_cdelt"));
    return Optional.of(new StoredPixels(slice, axis, sky(rs)));
  }

  private static Optional<SkyPlace> sky(ResultSet rs) throws SQLException {
    int hdu = rs.getInt("sky_hdu");
    return rs.wasNull() ? Optional.empty() : Optional.of(new SkyPlace(hdu, rs.getInt("sky_row")));
  }

  private static ReductionVersion version(ResultSet rs) throws SQLException {
    return new ReductionVersion(
        Optional.ofNullable(rs.getObject("version_number", Long.class)),
        Optional.ofNullable(instant(rs, "version_time")),
        new Sha256(rs.getString("original_sha256")),
        rs.getInt("loader_revision"));
  }

  /** By number: looking a name up costs more than the value. */
  private static ObsCoreRow row(ResultSet rs) throws SQLException {
    ObsCoreRow.Builder row = ObsCoreRow.builder();
    int number = rs.findColumn(LAST_BEFORE_ROW);
    for (ObsCoreColumn column : ObsCoreColumn.values()) {
      row.set(column, value(rs, ++number, column));
    }
    return row.build();
  }

  private static @Nullable Object value(ResultSet rs, int number, ObsCoreColumn column)
      throws SQLException {
    return switch (column.type()) {
      case STRING -> rs.getString(number);
      case INT -> rs.getObject(number, Integer.class);
      case LONG -> rs.getObject(number, Long.class);
      case DOUBLE -> rs.getObject(number, Double.class);
      case TIMESTAMP -> instant(rs.getObject(number, OffsetDateTime.class));
    };
  }

  private static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
    return instant(rs.getObject(column, OffsetDateTime.class));
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }
}

package org.pawprint.ssa.response;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pawprint.core.obscore.ColumnType;
import org.pawprint.core.obscore.ObsCoreColumn;
import org.pawprint.core.votable.DataType;
import org.pawprint.core.votable.Field;
import org.pawprint.core.votable.RowSink;
import org.pawprint.store.search.ObsCoreRows;

/**
 * Columns of the catalogue as fields of an answer. Names are those of ObsCore in every protocol.
 */
final class CatalogueFields {
  /** XML ID of the frame of positions. */
  static final String ICRS = "icrs";

  /** XML ID of the time scale of dates. */
  static final String UTC = "utc";

  /** UCDs that SSA-1.1 table 4.2 fixes otherwise than ObsCore does. */
  private static final Map<ObsCoreColumn, String> SSA_UCD =
      Map.of(
          ObsCoreColumn.OBS_PUBLISHER_DID, "meta.ref.url;meta.curation",
          ObsCoreColumn.OBS_TITLE, "meta.title;meta.dataset",
          ObsCoreColumn.REDUCTION_VERSION, "meta.version;meta.dataset",
          ObsCoreColumn.BIB_REFERENCE, "meta.bib.bibcode",
          ObsCoreColumn.EM_RESOLUTION, "spect.resolution;em");

  private CatalogueFields() {}

  /** With the words of SSA where it has the field. */
  static AnswerColumn ssa(ObsCoreColumn column) {
    return new AnswerColumn(
        field(
            column,
            SSA_UCD.getOrDefault(column, column.ucd()),
            column.ssaUtype().or(column::utype).orElse("")),
        column == ObsCoreColumn.OBS_TITLE ? (row, sink) -> sink.cell(row.title()) : cell(column));
  }

  /** With the words of ObsCore. */
  static AnswerColumn obscore(ObsCoreColumn column) {
    return new AnswerColumn(field(column, column.ucd(), column.utype().orElse("")), cell(column));
  }

  private static Field field(ObsCoreColumn column, String ucd, String utype) {
    return Field.named(column.column(), dataType(column.type()))
        .id(column.column())
        .arraysize(column.type().arraysize())
        .unit(column.unit())
        .ucd(ucd)
        .utype(utype)
        .xtype(column.type() == ColumnType.TIMESTAMP ? "timestamp" : "")
        .ref(frame(column))
        .description(column.description())
        .build();
  }

  private static DataType dataType(ColumnType type) {
    return switch (type) {
      case STRING, TIMESTAMP -> DataType.CHAR;
      case INT -> DataType.INT;
      case LONG -> DataType.LONG;
      case DOUBLE -> DataType.DOUBLE;
    };
  }

  private static String frame(ObsCoreColumn column) {
    return switch (column) {
      case S_RA, S_DEC, S_REGION -> ICRS;
      case T_MIN, T_MAX, T_MIDPOINT -> UTC;
      default -> "";
    };
  }

  private static AnswerColumn.Cell cell(ObsCoreColumn column) {
    return switch (column.type()) {
      case STRING -> (row, sink) -> sink.cell(row.catalogue().text(column));
      case INT, LONG -> (row, sink) -> whole(row.catalogue(), column, sink);
      case DOUBLE -> (row, sink) -> sink.cell(row.catalogue().number(column));
      case TIMESTAMP -> (row, sink) -> instant(row.catalogue().instant(column), sink);
    };
  }

  private static void whole(ObsCoreRows rows, ObsCoreColumn column, RowSink sink) {
    Long value = rows.integer(column);
    if (value == null) {
      sink.nullCell();
    } else {
      sink.cell(value.longValue());
    }
  }

  private static void instant(@Nullable Instant instant, RowSink sink) {
    if (instant == null) {
      sink.nullCell();
    } else {
      sink.cell(instant);
    }
  }
}

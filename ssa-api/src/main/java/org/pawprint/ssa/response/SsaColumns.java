package org.pawprint.ssa.response;

import java.util.ArrayList;
import java.util.List;
import org.pawprint.core.obscore.ObsCoreColumn;
import org.pawprint.core.votable.DataType;
import org.pawprint.core.votable.Field;
import org.pawprint.core.votable.Param;

/**
 * The fields of an answer (SSA-1.1 4.2.5). {@code ssa:Access.Reference} is the first of them: the
 * UCD that SSA gives the publisher DID looks like that of a link too, and clients take the first.
 */
final class SsaColumns implements Projection {
  static final SsaColumns PROJECTION = new SsaColumns();

  private static final String DATE = "10";

  private final List<AnswerColumn> single = all(false);
  private final List<AnswerColumn> several = all(true);

  private SsaColumns() {}

  @Override
  public List<AnswerColumn> columns(boolean paired) {
    return paired ? several : single;
  }

  /**
   * @param paired whether a spectrum has several rows, one per form, which the fields of
   *     Association then tie together (SSA-1.1 4.2.5.4)
   */
  private static List<AnswerColumn> all(boolean paired) {
    List<AnswerColumn> columns = new ArrayList<>(access());
    for (ObsCoreColumn column : ObsCoreColumn.values()) {
      columns.add(CatalogueFields.ssa(column));
    }
    columns.addAll(derived());
    if (paired) {
      columns.addAll(association());
    }
    return List.copyOf(columns);
  }

  /** What holds for every row (SSA-1.1 4.2.4: constants are PARAMs). */
  @Override
  public List<Param> constants(String publisher) {
    return List.of(
        Field.text("publisher")
            .ucd("meta.curation")
            .utype("ssa:Curation.Publisher")
            .description("Who publishes the spectra")
            .value(publisher),
        Field.text("creation_type")
            .utype("ssa:DataID.CreationType")
            .description("Spectra are served whole, as they were reduced")
            .value("archival"),
        Field.text("space_frame")
            .utype("ssa:CoordSys.SpaceFrame.Name")
            .description("Frame of positions")
            .value("ICRS"),
        Field.text("spatial_calibration")
            .utype("ssa:Char.SpatialAxis.Calibration")
            .ucd("meta.code.qual")
            .description("Positions are those of the surveys' own catalogues")
            .value("absolute"),
        Field.text("spectral_si")
            .utype("ssa:Dataset.SpectralSI")
            .description("Wavelengths of the spectra are in angstrom")
            .value("1.E-10 L"),
        Field.text("time_frame")
            .utype("ssa:CoordSys.TimeFrame.Name")
            .description("Time scale of times, as ObsCore has it; not the TT that SSA supposes")
            .value("UTC"));
  }

  private static List<AnswerColumn> access() {
    return List.of(
        AccessColumns.url("ssa:Access.Reference"),
        AccessColumns.format("ssa:Access.Format"),
        AccessColumns.size("ssa:Access.Size"),
        AccessColumns.original(),
        // Data Central's column; of ssa:Query.Score more is better.
        new AnswerColumn(
            number("score", DataType.DOUBLE, "", "pos.angDistance")
                .unit("arcsec")
                .description("Distance from POS; rows come by rising distance")
                .build(),
            (row, sink) -> sink.cell(row.catalogue().distanceArcsec())),
        new AnswerColumn(
            number("query_score", DataType.DOUBLE, "ssa:Query.Score", "")
                .description("How well the row meets the search, 1 at POS, falling with distance")
                .build(),
            (row, sink) -> sink.cell(1 / (1 + row.catalogue().distanceArcsec()))));
  }

  private static List<AnswerColumn> derived() {
    return List.of(
        new AnswerColumn(
            text("data_model", "ssa:Dataset.DataModel", "", "Data model that the form follows")
                .build(),
            (row, sink) -> sink.cell(row.product().dataModel())),
        new AnswerColumn(
            position(
                "location",
                "ssa:Char.SpatialAxis.Coverage.Location.Value",
                "pos.eq",
                "Position of the fibre: s_ra and s_dec"),
            (row, sink) -> sink.cell(row.position())),
        new AnswerColumn(
            position(
                "target_pos",
                "ssa:Target.Pos",
                "pos.eq;src",
                "Position of the target: the fibre's"),
            (row, sink) -> sink.cell(row.position())),
        new AnswerColumn(
            number(
                    "spatial_resolution",
                    DataType.DOUBLE,
                    "ssa:Char.SpatialAxis.Resolution",
                    "pos.angResolution")
                .unit("deg")
                .description("s_resolution in degree")
                .build(),
            (row, sink) -> sink.cell(row.spatialResolutionDeg())),
        new AnswerColumn(
            text(
                    "data_source",
                    "ssa:DataID.DataSource",
                    "",
                    "pointed for spectra of an observing programme, else survey")
                .build(),
            (row, sink) -> sink.cell(row.dataSource())),
        new AnswerColumn(
            number(
                    "em_extent",
                    DataType.DOUBLE,
                    "ssa:Char.SpectralAxis.Coverage.Bounds.Extent",
                    "em.wl;instr.bandwidth")
                .unit("m")
                .description("Width of the band: em_max less em_min")
                .build(),
            (row, sink) -> sink.cell(row.spectralExtentMetres())),
        new AnswerColumn(
            number(
                    "t_extent",
                    DataType.DOUBLE,
                    "ssa:Char.TimeAxis.Coverage.Bounds.Extent",
                    "time.duration")
                .unit("s")
                .description("From the first start to the last end: t_max less t_min")
                .build(),
            (row, sink) -> sink.cell(row.timeExtentSeconds())),
        new AnswerColumn(
            text("dataset_date", "ssa:DataID.Date", "time;meta.dataset", "Day the dataset was made")
                .arraysize(DATE)
                .build(),
            (row, sink) -> sink.cell(row.creationDay())),
        new AnswerColumn(
            text(
                    "deleted",
                    "ssa:Dataset.Deleted",
                    "",
                    "Day the dataset was superseded or withdrawn; empty for what searches list")
                .arraysize(DATE)
                .build(),
            (row, sink) -> sink.cell(row.deletedDay())));
  }

  private static List<AnswerColumn> association() {
    return List.of(
        new AnswerColumn(
            text("assoc_type", "ssa:Association.Type", "", "Why rows belong together").build(),
            (row, sink) -> sink.cell("MultiFormat")),
        new AnswerColumn(
            text("assoc_id", "ssa:Association.ID", "", "The same for rows of one spectrum").build(),
            (row, sink) -> sink.cell(row.did())),
        new AnswerColumn(
            text("assoc_key", "ssa:Association.Key", "", "The field in which such rows differ")
                .build(),
            (row, sink) -> sink.cell("@access_format")));
  }

  private static Field.Builder text(String name, String utype, String ucd, String description) {
    return Field.text(name).id(name).utype(utype).ucd(ucd).description(description);
  }

  private static Field.Builder number(String name, DataType type, String utype, String ucd) {
    return Field.named(name, type).id(name).utype(utype).ucd(ucd);
  }

  private static Field position(String name, String utype, String ucd, String description) {
    return number(name, DataType.DOUBLE, utype, ucd)
        .arraysize("2")
        .unit("deg")
        .ref(CatalogueFields.ICRS)
        .description(description)
        .build();
  }
}

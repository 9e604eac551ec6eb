package org.pawprint.datalink.slink;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.pawprint.core.obscore.ColumnType;
import org.pawprint.core.obscore.ObsCoreColumn;
import org.pawprint.core.obscore.ObsCoreRow;
import org.pawprint.core.votable.DataType;
import org.pawprint.core.votable.Field;
import org.pawprint.core.votable.Group;
import org.pawprint.core.votable.Param;
import org.pawprint.store.catalogue.StoredSpectrum;

/**
 * The catalogue row as groups of PARAMs after the Spectrum Data Model 1.1: whatever has an SSA
 * utype under its {@code spec:} name, the rest under its ObsCore one. Unknown values are left out.
 */
final class SpectrumMetadata {
  private static final String SSA = "ssa:";
  private static final String SPEC = "spec:Spectrum.";
  private static final String DATASET = "Dataset.";
  private static final String CATALOGUE = "Catalogue";

  /** Without zone (DALI 1.1, 3.3.3). */
  private static final DateTimeFormatter DALI_TIMESTAMP =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS", Locale.ROOT);

  private static final List<Described> DESCRIBED =
      Stream.of(ObsCoreColumn.values()).map(Described::of).toList();

  private final StoredSpectrum stored;
  private final Map<String, List<Param>> groups = new LinkedHashMap<>();

  private SpectrumMetadata(StoredSpectrum stored) {
    this.stored = stored;
  }

  /** Groups in the order of the model; Catalogue, which is not of the model, comes last. */
  static List<Group> of(StoredSpectrum stored) {
    SpectrumMetadata metadata = new SpectrumMetadata(stored);
    metadata.dataset();
    metadata.frames();
    metadata.axes();
    metadata.columns();
    metadata.add(
        "Curation",
        spec("Publisher", "Curation.Publisher")
            .ucd("meta.curation")
            .value(stored.did().authority()));
    metadata.add(
        CATALOGUE,
        Field.text("state")
            .ucd("meta.code.status")
            .description("current, superseded by a newer reduction, or withdrawn")
            .value(stored.state().name().toLowerCase(Locale.ROOT)));
    stored
        .withdrawnBecause()
        .ifPresent(why -> metadata.add(CATALOGUE, Field.text("withdrawn_because").value(why)));
    return metadata.groups();
  }

  private void dataset() {
    VoFluxUnit flux = VoFluxUnit.parse(stored.row().text(ObsCoreColumn.O_UNIT).orElse(""));
    add("Dataset", spec("DataModel", "DataModel").value("Spectrum-1.1"));
    add("Dataset", spec("Type", "Type").value("Spectrum"));
    add("Dataset", spec("SpectralSI", "SpectralSI").value("1E-10 L"));
    if (!flux.si().isEmpty()) {
      add("Dataset", spec("FluxSI", "FluxSI").value(flux.si()));
    }
  }

  private void frames() {
    add("CoordSys", spec("SpaceFrame", "CoordSys.SpaceFrame.Name").value("ICRS"));
    add("CoordSys", spec("TimeFrame", "CoordSys.TimeFrame.Name").value("UTC"));
    add(
        "CoordSys",
        spec("SpectralFrame", "CoordSys.SpectralFrame.RefPos")
            .description("Velocity frame of the wavelength column, as SPECSYS in FITS")
            .value(stored.frame().specsys()));
  }

  private void axes() {
    ObsCoreRow row = stored.row();
    add("Char", spec("SpectralUnit", "Char.SpectralAxis.Unit").value("Angstrom"));
    String unit = row.text(ObsCoreColumn.O_UNIT).orElse("");
    if (!unit.isEmpty()) {
      add(
          "Char",
          spec("FluxUnit", "Char.FluxAxis.Unit")
              .description("Unit of the flux as its survey writes it")
              .value(unit));
    }
    if (row.value(ObsCoreColumn.S_RA) != null && row.value(ObsCoreColumn.S_DEC) != null) {
      add(
          "Char",
          Field.named("location", DataType.DOUBLE)
              .arraysize("2")
              .unit("deg")
              .ucd("pos.eq")
              .utype(SPEC + "Char.SpatialAxis.Coverage.Location.Value")
              .ref(SpectrumDocument.SPACE_FRAME)
              .value(
                  row.requiredNumber(ObsCoreColumn.S_RA)
                      + " "
                      + row.requiredNumber(ObsCoreColumn.S_DEC)));
    }
  }

  private void columns() {
    for (ObsCoreColumn column : ObsCoreColumn.values()) {
      Object value = stored.row().value(column);
      if (value != null) {
        Described described = DESCRIBED.get(column.ordinal());
        add(described.group(), new Param(described.field(), text(value)));
      }
    }
  }

  /** A column as every document has it. */
  private record Described(String group, Field field) {
    private static Described of(ObsCoreColumn column) {
      Field.Builder field = SpectrumMetadata.field(column);
      String ssa = column.ssaUtype().map(utype -> utype.substring(SSA.length())).orElse("");
      if (ssa.isEmpty()) {
        column.utype().ifPresent(field::utype);
        return new Described(CATALOGUE, field.build());
      }
      String own = ssa.startsWith(DATASET) ? ssa.substring(DATASET.length()) : ssa;
      return new Described(ssa.substring(0, ssa.indexOf('.')), field.utype(SPEC + own).build());
    }
  }

  private static Field.Builder field(ObsCoreColumn column) {
    DataType type =
        switch (column.type()) {
          case STRING, TIMESTAMP -> DataType.CHAR;
          case INT -> DataType.INT;
          case LONG -> DataType.LONG;
          case DOUBLE -> DataType.DOUBLE;
        };
    Field.Builder field =
        Field.named(column.column(), type)
            .arraysize(column.type().arraysize())
            .unit(column.unit())
            .ucd(column.ucd())
            .description(column.description());
    if (column.type() == ColumnType.TIMESTAMP) {
      field.xtype("timestamp").ref(SpectrumDocument.TIME_FRAME_CALENDAR);
    } else if (column.unit().equals("d")) {
      field.ref(SpectrumDocument.TIME_FRAME);
    } else if (column == ObsCoreColumn.S_RA || column == ObsCoreColumn.S_DEC) {
      field.ref(SpectrumDocument.SPACE_FRAME);
    }
    return field;
  }

  private static String text(Object value) {
    return value instanceof Instant instant
        ? DALI_TIMESTAMP.format(instant.atOffset(ZoneOffset.UTC))
        : value.toString();
  }

  private static Field.Builder spec(String name, String utype) {
    return Field.text(name).utype(SPEC + utype);
  }

  private void add(String group, Param param) {
    groups.computeIfAbsent(group, name -> new ArrayList<>()).add(param);
  }

  private List<Group> groups() {
    List<Group> all = new ArrayList<>();
    groups.forEach((name, params) -> all.add(group(name, params)));
    // Not of the model, so behind it.
    all.sort(Comparator.comparing(group -> group.name().equals(CATALOGUE)));
    return all;
  }

  private static Group group(String name, List<Param> params) {
    boolean ofTheModel = !name.equals(CATALOGUE) && !name.equals("Dataset");
    return new Group(name, ofTheModel ? SPEC + name : "", "", params, List.of());
  }
}

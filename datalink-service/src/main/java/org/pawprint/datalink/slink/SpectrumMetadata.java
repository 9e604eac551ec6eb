package org.pawprint.datalink.slink;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.pawprint.core.obscore.ColumnType;
import org.pawprint.core.obscore.ObsCoreColumn;
import org.pawprint.core.obscore.ObsCoreRow;
import org.pawprint.core.spectrum.derive.Derivation;
import org.pawprint.core.votable.DataType;
import org.pawprint.core.votable.Field;
import org.pawprint.core.votable.Group;
import org.pawprint.core.votable.Param;

/**
 * The catalogue row as groups of PARAMs after the Spectrum Data Model 1.1: whatever has an SSA
 * utype under its {@code spec:} name, the rest under its ObsCore one. Unknown values are left out.
 */
final class SpectrumMetadata {
  private static final String SSA = "ssa:";
  private static final String SPEC = "spec:Spectrum.";
  private static final String CATALOGUE = "Catalogue";
  private static final String DERIVATION = "Derivation";

  /** Groups that are not of the model. */
  private static final List<String> OURS = List.of(CATALOGUE, DERIVATION);

  /** Without zone (DALI 1.1, 3.3.3). */
  private static final DateTimeFormatter DALI_TIMESTAMP =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS", Locale.ROOT);

  private static final List<ColumnParam> COLUMNS =
      Arrays.stream(ObsCoreColumn.values()).map(ColumnParam::of).toList();

  private final SpectrumFacts facts;
  private final Map<String, List<Param>> groups = new LinkedHashMap<>();

  private SpectrumMetadata(SpectrumFacts facts) {
    this.facts = facts;
  }

  /** Groups in the order of the model; Catalogue, which is not of the model, comes last. */
  static List<Group> of(SpectrumFacts facts) {
    SpectrumMetadata metadata = new SpectrumMetadata(facts);
    metadata.dataset();
    metadata.frames();
    metadata.axes();
    metadata.columns();
    metadata.add(
        "Curation",
        spec("Publisher", "Curation.Publisher").ucd("meta.curation").value(facts.authority()));
    facts
        .state()
        .ifPresent(
            state ->
                metadata.add(
                    CATALOGUE,
                    Field.text("state")
                        .ucd("meta.code.status")
                        .description("current, superseded by a newer reduction, or withdrawn")
                        .value(state)));
    facts.derivation().ifPresent(metadata::derivation);
    facts
        .withdrawnBecause()
        .ifPresent(why -> metadata.add(CATALOGUE, Field.text("withdrawn_because").value(why)));
    return metadata.groups();
  }

  private void dataset() {
    VoFluxUnit flux = VoFluxUnit.parse(facts.row().text(ObsCoreColumn.O_UNIT).orElse(""));
    add("Dataset", spec("DataModel", "DataModel").value("Spectrum-1.1"));
    add("Dataset", spec("Type", "Type").value("Spectrum"));
    add("Dataset", spec("SpectralSI", "SpectralSI").value("1E-10 L"));
    if (!flux.si().isEmpty()) {
      add("Dataset", spec("FluxSI", "FluxSI").value(flux.si()));
    }
  }

  /** Parents and parameters, which the model has no words for. */
  private void derivation(Derivation derivation) {
    add("DataID", spec("CreationType", "DataID.CreationType").value(derivation.creationType()));
    int number = 0;
    for (String parent : derivation.parents()) {
      add(
          DERIVATION,
          Field.text("parent" + ++number)
              .ucd("meta.ref.ivoid")
              .description("Publisher DID of a spectrum it was made of")
              .value(parent));
    }
    for (Derivation.Step step : derivation.parameters()) {
      add(
          DERIVATION,
          Field.text(step.name())
              .unit(step.unit())
              .ucd(step.ucd())
              .description("Parameter of the request, or its value in the catalogue")
              .value(step.value()));
    }
  }

  private void frames() {
    add("CoordSys", spec("SpaceFrame", "CoordSys.SpaceFrame.Name").value("ICRS"));
    add("CoordSys", spec("TimeFrame", "CoordSys.TimeFrame.Name").value("UTC"));
    add(
        "CoordSys",
        spec("SpectralFrame", "CoordSys.SpectralFrame.RefPos")
            .description("Velocity frame of the wavelength column, as SPECSYS in FITS")
            .value(facts.pixels().frame().specsys()));
  }

  private void axes() {
    ObsCoreRow row = facts.row();
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
    for (ColumnParam column : COLUMNS) {
      Object value = facts.row().value(column.column());
      if (value != null) {
        add(column.group(), new Param(column.field(), text(value)));
      }
    }
  }

  /**
   * A column as it is described in every spectrum.
   *
   * @param group of the model, or {@link #CATALOGUE}
   */
  private record ColumnParam(ObsCoreColumn column, String group, Field field) {
    static ColumnParam of(ObsCoreColumn column) {
      Field.Builder field = SpectrumMetadata.field(column);
      String ssa = column.ssaUtype().map(utype -> utype.substring(SSA.length())).orElse("");
      if (ssa.isEmpty()) {
        column.utype().ifPresent(field::utype);
        return new ColumnParam(column, CATALOGUE, field.build());
      }
      field.utype(SPEC + ssa.replaceFirst("^Dataset\\.", ""));
      return new ColumnParam(column, ssa.substring(0, ssa.indexOf('.')), field.build());
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
    all.sort(Comparator.comparing(group -> OURS.contains(group.name())));
    return all;
  }

  private static Group group(String name, List<Param> params) {
    boolean ofTheModel = !OURS.contains(name) && !name.equals("Dataset");
    return new Group(name, ofTheModel ? SPEC + name : "", "", params, List.of());
  }
}

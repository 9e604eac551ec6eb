package org.pawprint.catalogue.survey.mapping;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pawprint.catalogue.survey.WavelengthRange;
import org.pawprint.catalogue.survey.WavelengthUnit;
import org.pawprint.core.obscore.ColumnType;
import org.pawprint.core.obscore.ObsCoreColumn;
import org.pawprint.core.spectrum.ErrorKind;
import org.pawprint.core.spectrum.Medium;
import org.pawprint.core.spectrum.VelocityFrame;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads one mapping file and checks it. */
final class MappingReader {
  private static final int MOST_CHARACTERS = 1 << 20;

  /** Columns that follow from others, from the pixels or from the archive. */
  private static final Set<ObsCoreColumn> DERIVED =
      EnumSet.of(
          ObsCoreColumn.DATAPRODUCT_TYPE,
          ObsCoreColumn.OBS_COLLECTION,
          ObsCoreColumn.OBS_PUBLISHER_DID,
          ObsCoreColumn.S_REGION,
          ObsCoreColumn.EM_MIN,
          ObsCoreColumn.EM_MAX,
          ObsCoreColumn.EM_XEL,
          ObsCoreColumn.EM_MIDPOINT,
          ObsCoreColumn.EM_MIN_REST,
          ObsCoreColumn.EM_MAX_REST,
          ObsCoreColumn.EM_MIDPOINT_REST,
          ObsCoreColumn.T_MIDPOINT,
          ObsCoreColumn.O_UNIT,
          ObsCoreColumn.SPECTRAL_MEDIUM,
          ObsCoreColumn.SPECSYS,
          ObsCoreColumn.ERROR_KIND,
          ObsCoreColumn.QUALITY_FLAGS,
          ObsCoreColumn.BAD_PIXEL_FRACTION,
          ObsCoreColumn.SKY_RESIDUAL,
          ObsCoreColumn.PUBLISHER_ID,
          ObsCoreColumn.REDUCTION_ID,
          ObsCoreColumn.REDUCTION_VERSION);

  /** A row without them cannot be catalogued, or found. */
  private static final List<ObsCoreColumn> NEEDED =
      List.of(
          ObsCoreColumn.OBS_ID,
          ObsCoreColumn.TARGET_NAME,
          ObsCoreColumn.S_RA,
          ObsCoreColumn.S_DEC,
          ObsCoreColumn.FACILITY_NAME,
          ObsCoreColumn.INSTRUMENT_NAME,
          ObsCoreColumn.CALIB_LEVEL,
          ObsCoreColumn.O_UCD);

  private final MappingNode top;

  private MappingReader(MappingNode top) {
    this.top = top;
  }

  /**
   * The mapping, of no use when there are faults.
   *
   * @param file name for the faults
   * @param faults gets a line for every fault
   */
  static Optional<SurveyMapping> read(String file, String yaml, List<String> faults) {
    int before = faults.size();
    try {
      MappingNode top = MappingNode.root(file, parser().load(yaml), faults);
      SurveyMapping mapping = new MappingReader(top).mapping();
      return faults.size() == before ? Optional.of(mapping) : Optional.empty();
    } catch (YAMLException e) {
      String first = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      faults.add(file + ": (top): found broken YAML (" + first + "), expected a mapping of keys");
      return Optional.empty();
    }
  }

  private static Yaml parser() {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    options.setCodePointLimit(MOST_CHARACTERS);
    options.setMaxAliasesForCollections(10);
    return new Yaml(new SafeConstructor(options));
  }

  private SurveyMapping mapping() {
    top.onlyKeys(
        "name",
        "revision",
        "collection",
        "files",
        "source",
        "identify",
        "spectra",
        "flux",
        "error",
        "mask",
        "wavelength",
        "targets",
        "spectrum_name",
        "columns");
    boolean perRow = perRow();
    return new SurveyMapping(
        name(),
        top.child("revision").whole(1).orElseGet(() -> absent("revision", "a whole number from 1")),
        top.child("collection").requiredText("the collection where the operator names none"),
        top.child("files").requiredText("what the files are, in a few words"),
        top.child("source").requiredText("where the layout is described"),
        marks(),
        perRow,
        flux(),
        error(),
        mask(),
        wavelength(),
        targets(perRow),
        sources(top.child("spectrum_name"), Optional.empty()),
        columns());
  }

  private int absent(String key, String expected) {
    if (!top.child(key).isPresent()) {
      top.child(key).fault(expected);
    }
    return 1;
  }

  private String name() {
    String name = top.child("name").requiredText("a short lower-case name");
    if (!name.matches("[a-z0-9][a-z0-9-]{0,30}")) {
      top.child("name").fault("a short lower-case name");
    }
    return name;
  }

  private boolean perRow() {
    MappingNode spectra = top.child("spectra");
    return spectra
        .<Boolean>word(
            text ->
                switch (text) {
                  case "file" -> Optional.of(false);
                  case "rows" -> Optional.of(true);
                  default -> Optional.empty();
                },
            "file (one spectrum) or rows (one in each)")
        .orElse(false);
  }

  private List<Mark> marks() {
    List<MappingNode> nodes = top.child("identify").elements();
    if (nodes.isEmpty()) {
      top.child("identify").fault("a list of what the survey's files are known by");
    }
    return nodes.stream().map(Mark::read).toList();
  }

  private SurveyMapping.Flux flux() {
    MappingNode node = present("flux", "hdu, and row or column, and unit");
    node.onlyKeys("hdu", "row", "column", "unit", "blanks");
    if (!node.child("unit").isPresent()) {
      node.child("unit").fault("a card or the constant that the survey documents");
    }
    Set<Double> blanks = new HashSet<>();
    node.child("blanks").elements().forEach(n -> n.number().ifPresent(blanks::add));
    return new SurveyMapping.Flux(
        ArraySource.read(node), sources(node.child("unit"), Optional.empty()), blanks);
  }

  private MappingNode present(String key, String expected) {
    MappingNode node = top.child(key);
    if (!node.isPresent()) {
      node.fault(expected);
    }
    return node;
  }

  private Optional<SurveyMapping.Error> error() {
    MappingNode node = top.child("error");
    if (!node.isPresent()) {
      return Optional.empty();
    }
    node.onlyKeys("hdu", "row", "column", "kind");
    ErrorKind kind = node.child("kind").word(ErrorKind.class).orElse(ErrorKind.NONE);
    if (kind == ErrorKind.NONE && node.child("kind").text().isPresent()) {
      node.child("kind").fault("a kind of error, or no error at all");
    }
    return Optional.of(new SurveyMapping.Error(ArraySource.read(node), kind));
  }

  private Optional<SurveyMapping.Mask> mask() {
    MappingNode node = top.child("mask");
    if (!node.isPresent()) {
      return Optional.empty();
    }
    node.onlyKeys("hdu", "row", "column", "good");
    return Optional.of(
        new SurveyMapping.Mask(ArraySource.read(node), node.child("good").number().orElse(0.0)));
  }

  private SurveyMapping.Wavelength wavelength() {
    MappingNode node = present("wavelength", "wcs, or hdu and row or column; medium and frame");
    node.onlyKeys("wcs", "hdu", "row", "column", "scale", "unit", "medium", "frame", "within");
    boolean inWcs = node.child("wcs").isPresent();
    if (inWcs && (node.child("hdu").isPresent() || node.child("column").isPresent())) {
      node.fault("either wcs, or hdu and column");
    }
    boolean logarithmic =
        node.child("scale").isPresent()
            && node.child("scale")
                .<Boolean>word(
                    text ->
                        switch (text) {
                          case "linear" -> Optional.of(false);
                          case "log10" -> Optional.of(true);
                          default -> Optional.empty();
                        },
                    "linear or log10")
                .orElse(false);
    Optional<WavelengthUnit> unit =
        node.child("unit").isPresent()
            ? node.child("unit").word(WavelengthUnit::of, "angstrom, nm, um or m")
            : Optional.empty();
    return new SurveyMapping.Wavelength(
        inWcs ? Optional.empty() : Optional.of(ArraySource.read(node)),
        HduName.of(node.child("wcs")),
        logarithmic,
        unit,
        node.child("medium").word(Medium.class).orElse(Medium.VACUUM),
        node.child("frame").word(VelocityFrame.class).orElse(VelocityFrame.TOPOCENTRIC),
        within(node.child("within")));
  }

  private static Optional<WavelengthRange> within(MappingNode node) {
    if (!node.isPresent()) {
      return Optional.empty();
    }
    List<Double> ends =
        node.elements().stream().map(MappingNode::number).flatMap(Optional::stream).toList();
    if (ends.size() != 2 || ends.get(0) >= ends.get(1)) {
      node.fault("shortest and longest wavelength in angstrom, e.g. [3700, 8900]");
      return Optional.empty();
    }
    return Optional.of(new WavelengthRange(ends.get(0), ends.get(1)));
  }

  private Optional<SurveyMapping.Targets> targets(boolean perRow) {
    MappingNode node = top.child("targets");
    if (!node.isPresent()) {
      return Optional.empty();
    }
    node.onlyKeys("hdu", "column", "matches");
    if (!perRow) {
      node.fault("no targets where spectra is file");
    }
    return Optional.of(
        new SurveyMapping.Targets(
            HduName.of(node.child("hdu")),
            node.child("column").text(),
            node.child("matches").pattern()));
  }

  private static List<ValueSource> sources(MappingNode node, Optional<ObsCoreColumn> target) {
    List<ValueSource> sources = new ArrayList<>();
    node.elements().forEach(element -> sources.add(ValueSource.read(element, target)));
    return sources;
  }

  private Map<ObsCoreColumn, List<ValueSource>> columns() {
    MappingNode node = present("columns", "sources of " + names(NEEDED));
    Map<ObsCoreColumn, List<ValueSource>> columns = new EnumMap<>(ObsCoreColumn.class);
    node.children().forEach((key, child) -> column(key, child, columns));
    for (ObsCoreColumn needed : NEEDED) {
      if (!node.child(needed.column()).isPresent()) {
        node.child(needed.column()).fault("a card, a column or a constant");
      }
    }
    return columns;
  }

  private static void column(
      String key, MappingNode node, Map<ObsCoreColumn, List<ValueSource>> columns) {
    Optional<ObsCoreColumn> column = ofName(key);
    if (column.isEmpty() || column.get().type() == ColumnType.TIMESTAMP) {
      node.fault("a column of the catalogue that a file can give");
    } else if (DERIVED.contains(column.get())) {
      node.fault("no source: this column is derived");
    } else {
      columns.put(column.get(), sources(node, column));
    }
  }

  private static Optional<ObsCoreColumn> ofName(String key) {
    for (ObsCoreColumn column : ObsCoreColumn.values()) {
      if (column.column().equals(key.toLowerCase(Locale.ROOT))) {
        return Optional.of(column);
      }
    }
    return Optional.empty();
  }

  private static String names(List<ObsCoreColumn> columns) {
    return String.join(", ", columns.stream().map(ObsCoreColumn::column).toList());
  }
}

package org.pawprint.catalogue.survey.mapping;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.pawprint.catalogue.survey.LoadedFile;
import org.pawprint.catalogue.survey.LoadedSpectrum;
import org.pawprint.catalogue.survey.LoaderFacts;
import org.pawprint.catalogue.survey.RowDerivation;
import org.pawprint.catalogue.survey.SurveyFile;
import org.pawprint.catalogue.survey.SurveyLoader;
import org.pawprint.core.fits.FitsFile;
import org.pawprint.core.fits.FitsHdu;
import org.pawprint.core.fits.FitsTable;
import org.pawprint.core.obscore.ObsCoreColumn;
import org.pawprint.core.obscore.ObsCoreRow;
import org.pawprint.core.sky.SkyPosition;
import org.pawprint.core.spectrum.Spectrum;

/**
 * Reads the files of one declared survey. docs/mappings.md describes the form of the YAML files:
 * there is no language in them, only keys, constants, units, sentinels and, for recognition,
 * regular expressions.
 */
public final class MappedLoader implements SurveyLoader {
  private static final List<String> BUNDLED = List.of("rave.yaml", "devils.yaml");
  private static final String FOLDER = "/mappings/";

  private final SurveyMapping mapping;

  MappedLoader(SurveyMapping mapping) {
    this.mapping = mapping;
  }

  /** The mappings that come with this release. */
  public static List<SurveyLoader> bundled() {
    List<String> faults = new ArrayList<>();
    List<SurveyLoader> loaders = new ArrayList<>();
    for (String name : BUNDLED) {
      MappingReader.read(name, resource(FOLDER + name), faults)
          .ifPresent(mapping -> loaders.add(new MappedLoader(mapping)));
    }
    return sound(loaders, faults);
  }

  private static String resource(String path) {
    try (InputStream in = MappedLoader.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + path);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Every {@code .yaml} and {@code .yml} of a folder, by name.
   *
   * @throws InvalidMapping naming file, key, what came and what would be right, for every fault
   * @throws IOException when the folder cannot be read
   */
  public static List<SurveyLoader> inFolder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new InvalidMapping(
          List.of("pawprint.mappings: found '" + folder + "', expected a folder of YAML files"));
    }
    List<String> faults = new ArrayList<>();
    List<SurveyLoader> loaders = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(MappedLoader::isYaml).sorted().toList()) {
        String name = String.valueOf(file.getFileName());
        String yaml = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        MappingReader.read(name, yaml, faults)
            .ifPresent(mapping -> loaders.add(new MappedLoader(mapping)));
      }
    }
    return sound(loaders, faults);
  }

  private static boolean isYaml(Path file) {
    String name = String.valueOf(file.getFileName());
    return (name.endsWith(".yaml") || name.endsWith(".yml")) && Files.isRegularFile(file);
  }

  private static List<SurveyLoader> sound(List<SurveyLoader> loaders, List<String> faults) {
    if (!faults.isEmpty()) {
      throw new InvalidMapping(faults);
    }
    return List.copyOf(loaders);
  }

  @Override
  public String name() {
    return mapping.name();
  }

  @Override
  public int revision() {
    return mapping.revision();
  }

  @Override
  public String defaultCollection() {
    return mapping.collection();
  }

  @Override
  public LoaderFacts facts() {
    SurveyMapping.Wavelength wavelength = mapping.wavelength();
    return new LoaderFacts(
        mapping.files(),
        String.join("; ", mapping.identify().stream().map(Mark::inWords).toList()),
        wavelength.medium().word(),
        wavelength.frame().name().toLowerCase(Locale.ROOT),
        mapping.error().map(e -> e.kind().term().replace('_', ' ')).orElse("none"),
        mapping.source());
  }

  @Override
  public boolean recognises(FitsFile fits) {
    return mapping.identify().stream().allMatch(mark -> mark.isOn(fits));
  }

  @Override
  public LoadedFile load(SurveyFile file) {
    FitsFile fits = file.fits();
    Optional<FitsTable> targets = targets(fits);
    MappedArrays arrays = new MappedArrays(mapping, fits, targets);
    int rows = mapping.perRow() ? mapping.flux().array().rows(fits) : 1;
    checkRows(fits, targets, rows);
    List<LoadedSpectrum> spectra = new ArrayList<>();
    List<String> rejected = new ArrayList<>();
    int others = 0;
    for (int row = 0; row < rows; row++) {
      if (!isTarget(targets, row)) {
        others++;
        continue;
      }
      try {
        Spectrum spectrum = arrays.spectrum(row);
        ObsCoreRow told = row(fits, targets, row);
        spectra.add(
            new LoadedSpectrum(
                name(fits, targets, row), RowDerivation.complete(told, spectrum), spectrum));
      } catch (IllegalArgumentException e) {
        rejected.add("row " + (row + 1) + ": " + e.getMessage());
      }
    }
    return new LoadedFile(spectra, others, rejected);
  }

  /** Values of columns come from the table of targets, else from that of the flux itself. */
  private Optional<FitsTable> targets(FitsFile fits) {
    if (mapping.targets().isPresent()) {
      return Optional.of(mapping.targets().get().hdu().required(fits).table());
    }
    return mapping.flux().array().column().isPresent()
        ? Optional.of(mapping.flux().array().hdu().required(fits).table())
        : Optional.empty();
  }

  private void checkRows(FitsFile fits, Optional<FitsTable> targets, int rows) {
    if (mapping.targets().isPresent() && targets.filter(t -> t.rows() == rows).isEmpty()) {
      FitsHdu hdu = mapping.targets().get().hdu().required(fits);
      throw hdu.header().unreadable("NAXIS2", rows + " rows, one for each of the flux");
    }
  }

  private boolean isTarget(Optional<FitsTable> targets, int row) {
    return mapping
        .targets()
        .filter(t -> t.column().isPresent() && t.matches().isPresent())
        .map(
            t ->
                targets
                    .flatMap(table -> table.text(t.column().get(), row))
                    .filter(text -> t.matches().get().matcher(text).matches())
                    .isPresent())
        .orElse(true);
  }

  private String name(FitsFile fits, Optional<FitsTable> targets, int row) {
    return mapping.spectrumName().stream()
        .flatMap(source -> source.text(fits, targets, row).stream())
        .findFirst()
        .orElse(mapping.perRow() ? "row" + (row + 1) : "spec");
  }

  private ObsCoreRow row(FitsFile fits, Optional<FitsTable> targets, int row) {
    ObsCoreRow.Builder built = ObsCoreRow.builder();
    mapping
        .columns()
        .forEach(
            (column, sources) ->
                sources.stream()
                    .flatMap(source -> Stream.ofNullable(source.value(column, fits, targets, row)))
                    .findFirst()
                    .ifPresent(value -> built.set(column, value)));
    return checked(built.build());
  }

  private static ObsCoreRow checked(ObsCoreRow row) {
    for (ObsCoreColumn needed :
        List.of(ObsCoreColumn.OBS_ID, ObsCoreColumn.S_RA, ObsCoreColumn.S_DEC)) {
      if (row.value(needed) == null) {
        throw new IllegalArgumentException("no " + needed.column() + " where the mapping looks");
      }
    }
    SkyPosition position =
        new SkyPosition(
            row.requiredNumber(ObsCoreColumn.S_RA), row.requiredNumber(ObsCoreColumn.S_DEC));
    return row.toBuilder()
        .set(ObsCoreColumn.S_RA, position.raDeg())
        .set(ObsCoreColumn.S_DEC, position.decDeg())
        .build();
  }
}

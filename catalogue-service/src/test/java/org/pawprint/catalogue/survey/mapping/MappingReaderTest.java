package org.pawprint.catalogue.survey.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pawprint.catalogue.survey.SurveyLoader;

class MappingReaderTest {
  static final String GOOD =
      """
      name: quick-survey
      revision: 2
      collection: quick_dr1
      files: quick files
      source: a paper
      identify:
        - {hdu: 0, card: SURVEY, matches: QUICK}
      spectra: file
      flux: {hdu: 0, unit: {card: BUNIT}}
      error: {hdu: VARIANCE, kind: variance}
      wavelength: {wcs: 0, unit: angstrom, medium: air, frame: topocentric}
      columns:
        obs_id: {card: RUN}
        target_name: {card: OBJECT}
        s_ra: {card: RA, unit: hour_angle}
        s_dec: {card: DEC, unit: deg}
        facility_name: AAT
        instrument_name: quick
        calib_level: 2
        o_ucd: phot.count
      """;

  private static List<String> faults(String yaml) {
    List<String> faults = new ArrayList<>();
    MappingReader.read("quick.yaml", yaml, faults);
    return faults;
  }

  @Test
  void readsAGoodMapping() {
    assertThat(faults(GOOD)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "medium: air|medium: aire|quick.yaml: wavelength.medium: found 'aire', expected one of air, vacuum",
        "frame: topocentric|frame: sun|quick.yaml: wavelength.frame: found 'sun', expected one of barycentric, cmb_dipole, geocentric, heliocentric, source, topocentric",
        "kind: variance|kind: stdev|quick.yaml: error.kind: found 'stdev', expected one of inverse_variance, none, relative, sigma, variance",
        "unit: angstrom|unit: furlong|quick.yaml: wavelength.unit: found 'furlong', expected angstrom, nm, um or m",
        "revision: 2|revision: two|quick.yaml: revision: found 'two', expected a whole number from 1",
        "spectra: file|spectra: all|quick.yaml: spectra: found 'all', expected file (one spectrum) or rows (one in each)",
        "matches: QUICK|matches: '(QUICK'|quick.yaml: identify[1].matches: found '(QUICK', expected a regular expression (Unclosed group)",
        "unit: hour_angle|unit: second|quick.yaml: columns.s_ra.unit: found 'second', expected a unit that converts to deg",
        "facility_name: AAT|facility: AAT|quick.yaml: columns.facility: found 'AAT', expected a column of the catalogue that a file can give",
        "calib_level: 2|em_min: 2|quick.yaml: columns.em_min: found 2, expected no source: this column is derived",
        "obs_id: {card: RUN}|obs_id: {card: RUN, column: RUN}|quick.yaml: columns.obs_id: found {card=RUN, column=RUN}, expected exactly one of card, column and constant",
        "source: a paper|sauce: a paper|quick.yaml: sauce: found an unknown key, expected one of collection, columns, error, files, flux, identify, mask, name, revision, source, spectra, spectrum_name, targets, wavelength",
        "unit: {card: BUNIT}|blanks: [none]|quick.yaml: flux.blanks[1]: found 'none', expected a number"
      })
  void tellsFileKeyWhatCameAndWhatWouldBeRight(String good, String bad, String fault) {
    assertThat(faults(GOOD.replace(good, bad))).contains(fault);
  }

  @Test
  void tellsOfEveryFaultAtOnce() {
    String yaml =
        GOOD.replace("medium: air", "medium: water").replace("s_dec: {card: DEC, unit: deg}", "");

    assertThat(faults(yaml))
        .containsExactlyInAnyOrder(
            "quick.yaml: wavelength.medium: found 'water', expected one of air, vacuum",
            "quick.yaml: columns.s_dec: found nothing, expected a card, a column or a constant");
  }

  @Test
  void refusesBrokenYamlAndRepeatedKeys() {
    assertThat(faults("name: [")).singleElement().asString().startsWith("quick.yaml: (top): found");
    assertThat(faults(GOOD + "name: other\n"))
        .singleElement()
        .asString()
        .contains("found broken YAML");
  }

  @Test
  void readsTheYamlFilesOfAFolderByName(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("b.yaml"), GOOD);
    Files.writeString(folder.resolve("a.yml"), GOOD.replace("quick-survey", "another"));
    Files.writeString(folder.resolve("notes.txt"), "no mapping");

    assertThat(MappedLoader.inFolder(folder).stream().map(SurveyLoader::name))
        .containsExactly("another", "quick-survey");
    assertThat(MappedLoader.inFolder(folder).get(1).revision()).isEqualTo(2);
    assertThat(MappedLoader.inFolder(folder).get(1).defaultCollection()).isEqualTo("quick_dr1");
  }

  @Test
  void refusesAFolderWithAFaultAndOneThatIsNotThere(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("b.yaml"), GOOD.replace("name: quick-survey", "name: Quick"));

    assertThatThrownBy(() -> MappedLoader.inFolder(folder))
        .isInstanceOf(InvalidMapping.class)
        .hasMessage("b.yaml: name: found 'Quick', expected a short lower-case name");
    assertThatThrownBy(() -> MappedLoader.inFolder(folder.resolve("none")))
        .isInstanceOf(InvalidMapping.class)
        .hasMessageStartingWith("pawprint.mappings: found '");
  }
}

package org.pawprint.catalogue.survey.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.pawprint.catalogue.survey.LoadedFile;
import org.pawprint.catalogue.survey.LoadedSpectrum;
import org.pawprint.catalogue.survey.SurveyFile;
import org.pawprint.catalogue.survey.SurveyLoader;
import org.pawprint.core.fits.UnreadableFits;
import org.pawprint.core.obscore.ObsCoreColumn;
import org.pawprint.core.obscore.ObsCoreRow;
import org.pawprint.core.spectrum.MaskBit;
import org.pawprint.core.spectrum.Medium;
import org.pawprint.core.spectrum.Spectrum;
import org.pawprint.core.spectrum.VelocityFrame;
import org.pawprint.testkit.fixture.SurveyFixture;

/** Numbers by the cards and the arithmetic of the fixtures' {@code make.py}, unless said. */
class MappedLoaderTest {

  /** A mapping for frames of AAOmega, to try what the bundled ones do not need. */
  private static final String FIBRES =
      """
      name: fibres
      revision: 1
      collection: fibres
      files: frames
      source: 2dfdr
      identify:
        - {hdu: 0, card: INSTRUME, matches: AAOMEGA.*}
        - {hdu: 0, card: GAMANAME, absent: true}
        - {hdu: FIBRES, column: PIVOT}
      spectra: rows
      flux: {hdu: 0, unit: {constant: count}}
      error: {hdu: VARIANCE, kind: variance}
      wavelength: {hdu: WAVELENGTH, scale: log10, medium: vacuum, frame: topocentric, within: [3000, 9500]}
      targets: {hdu: FIBRES, column: TYPE, matches: P}
      spectrum_name: {column: PIVOT}
      columns:
        obs_id: {card: OBJECT}
        target_name: {column: NAME}
        s_ra: {column: RA, unit: rad}
        s_dec: {column: DEC, unit: rad}
        pivot: {column: PIVOT}
        t_min: {card: UTDATE, time: UTSTART, unit: date}
        facility_name: AAT
        instrument_name: AAOmega
        calib_level: 2
        o_ucd: phot.count
      """;

  private static SurveyLoader loader(String yaml) {
    List<String> faults = new ArrayList<>();
    SurveyMapping mapping = MappingReader.read("test.yaml", yaml, faults).orElse(null);
    assertThat(faults).isEmpty();
    return new MappedLoader(Objects.requireNonNull(mapping));
  }

  private static LoadedFile load(SurveyLoader loader, String path) {
    assertThat(loader.recognises(SurveyFixture.open(path))).isTrue();
    return loader.load(new SurveyFile(path, SurveyFixture.open(path), Map.of()));
  }

  private static LoadedSpectrum bundled(String name, String path) {
    SurveyLoader loader =
        MappedLoader.bundled().stream()
            .filter(l -> l.name().equals(name))
            .findFirst()
            .orElseThrow();
    LoadedFile file = load(loader, path);
    assertThat(file.spectra()).hasSize(1);
    return file.spectra().get(0);
  }

  @Test
  void readsRaveAsDescribedInItsPapers() {
    LoadedSpectrum loaded = bundled("rave", "rave/20030411_1507m23_001.fits");

    Spectrum spectrum = loaded.spectrum();
    assertThat(spectrum.axis().first()).isEqualTo(8450);
    assertThat(spectrum.axis().last()).isEqualTo(8450 + 0.75 * 399, within(1e-9));
    assertThat(spectrum.medium()).isEqualTo(Medium.AIR);
    assertThat(spectrum.frame()).isEqualTo(VelocityFrame.HELIOCENTRIC);
    assertThat(spectrum.fluxUnit()).isEmpty();
    assertThat(spectrum.mask()[3]).isEqualTo((byte) MaskBit.BLANK.bit());
    ObsCoreRow row = loaded.row();
    assertThat(row.text(ObsCoreColumn.OBS_ID)).contains("20030411_1507m23_001");
    assertThat(row.text(ObsCoreColumn.TARGET_NAME)).contains("J150712.3-231415");
    assertThat(row.requiredNumber(ObsCoreColumn.RV)).isEqualTo(12.5);
    assertThat(row.requiredNumber(ObsCoreColumn.S_FOV)).isEqualTo(6.7 / 3600, within(1e-12));
    // 2003-04-11 is MJD 52740; 15:10 and 16:00.
    assertThat(row.requiredNumber(ObsCoreColumn.T_MIN))
        .isEqualTo(52740 + (15 + 10 / 60.0) / 24, within(1e-9));
    assertThat(row.requiredNumber(ObsCoreColumn.T_MAX)).isEqualTo(52740 + 16 / 24.0, within(1e-9));
    assertThat(row.text(ObsCoreColumn.DATAPRODUCT_SUBTYPE)).contains("normalised");
    assertThat(row.text(ObsCoreColumn.ERROR_KIND)).contains("sigma");
  }

  @Test
  void readsDevilsAsACoAddOf2dfdr() {
    LoadedSpectrum loaded = bundled("devils", "devils/D10_2018_001_123.fits");

    Spectrum spectrum = loaded.spectrum();
    // Pixel 250, counted from 1, is at 6295.
    assertThat(spectrum.axis().angstrom(249)).isEqualTo(6295);
    assertThat(spectrum.axis().first()).isEqualTo(6295 - 2490);
    assertThat(Objects.requireNonNull(spectrum.sigma())[50]).isEqualTo(3);
    assertThat(spectrum.mask()[100]).isEqualTo((byte) MaskBit.NO_ERROR.bit());
    assertThat(spectrum.fluxUnit()).isEqualTo("count");
    assertThat(loaded.row().requiredNumber(ObsCoreColumn.REDSHIFT)).isEqualTo(0.4321);
    assertThat(loaded.row().requiredNumber(ObsCoreColumn.T_MIDPOINT))
        .isEqualTo(58102.15, within(1e-9));
  }

  /** The same numbers as AaomegaLoaderTest, by fixtures/aaomega/expected.py. */
  @Test
  void readsASpectrumFromEachRowWithItsTarget() {
    LoadedFile file = load(loader(FIBRES), "aaomega/emlLogVacuumHelioMultiple.fits");

    assertThat(file.spectra().stream().map(LoadedSpectrum::name))
        .containsExactly("122", "123", "124");
    Spectrum last = file.spectra().get(2).spectrum();
    assertThat(last.axis().first()).isEqualTo(3754.6685, within(1e-8));
    assertThat(last.axis().last()).isEqualTo(8981.65072, within(1e-8));
    Spectrum second = file.spectra().get(1).spectrum();
    assertThat(second.flux()[2000]).isEqualTo(65.34069f);
    assertThat(Objects.requireNonNull(second.sigma())[2000])
        .isEqualTo(12.341561811586844f, within(1e-6f));
    ObsCoreRow row = file.spectra().get(0).row();
    assertThat(row.requiredNumber(ObsCoreColumn.S_RA)).isEqualTo(35.41427083333333, within(1e-9));
    assertThat(row.requiredNumber(ObsCoreColumn.PIVOT)).isEqualTo(122);
    assertThat(row.requiredNumber(ObsCoreColumn.T_MIN)).isEqualTo(57373.55929398148, within(1e-8));
  }

  @Test
  void countsRowsThatAreNoTargets() {
    String none = FIBRES.replace("matches: P}", "matches: S}");

    LoadedFile file = load(loader(none), "aaomega/emlLogVacuumHelioMultiple.fits");

    assertThat(file.spectra()).isEmpty();
    assertThat(file.notCatalogued()).isEqualTo(3);
  }

  @Test
  void parksAFileWithoutTheUnitThatTheMappingLooksFor() {
    String byCard = FIBRES.replace("unit: {constant: count}", "unit: {card: BUNIT}");

    assertThatThrownBy(() -> load(loader(byCard), "aaomega/emlLogVacuumHelioMultiple.fits"))
        .isInstanceOf(UnreadableFits.class)
        .hasMessageContaining("BUNIT: found no such card, expected a unit of flux");
  }

  @Test
  void parksAWavelengthInAnUnknownUnit() {
    String linear =
        FIBRES.replace(
            "hdu: WAVELENGTH, scale: log10, medium: vacuum", "wcs: VARIANCE, medium: air");

    assertThatThrownBy(() -> load(loader(linear), "aaomega/emlLinearSkyAirHelio.fits"))
        .isInstanceOf(UnreadableFits.class);
  }

  @Test
  void takesSentinelsForNull() {
    String yaml =
        FIBRES.replace("pivot: {column: PIVOT}", "pivot: {column: PIVOT, nulls: [122.0]}");

    LoadedFile file = load(loader(yaml), "aaomega/emlLogVacuumHelioMultiple.fits");

    assertThat(file.spectra().get(0).row().value(ObsCoreColumn.PIVOT)).isNull();
    assertThat(file.spectra().get(1).row().value(ObsCoreColumn.PIVOT)).isEqualTo(123);
  }

  @Test
  void knowsAFileOnlyWhenEveryMarkIsThere() {
    String other = FIBRES.replace("column: PIVOT}\nspectra", "column: NOWHERE}\nspectra");

    assertThat(
            loader(other).recognises(SurveyFixture.open("aaomega/emlLogVacuumHelioMultiple.fits")))
        .isFalse();
  }
}

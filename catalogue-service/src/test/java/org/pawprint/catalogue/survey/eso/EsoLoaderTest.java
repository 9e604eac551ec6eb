package org.pawprint.catalogue.survey.eso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.pawprint.catalogue.survey.LoadedFile;
import org.pawprint.catalogue.survey.SurveyFile;
import org.pawprint.core.obscore.ObsCoreColumn;
import org.pawprint.core.obscore.ObsCoreRow;
import org.pawprint.core.spectrum.MaskBit;
import org.pawprint.core.spectrum.Medium;
import org.pawprint.core.spectrum.Spectrum;
import org.pawprint.core.spectrum.VelocityFrame;
import org.pawprint.testkit.fixture.SurveyFixture;

/** Numbers by {@code fixtures/eso/expected.py} (astropy) and the cards of {@code make.py}. */
class EsoLoaderTest {
  private static final LoadedFile AIR = load("XSHOOTER-vis-air-nm.fits");
  private static final LoadedFile NORMALISED = load("UVES-normalised-vacuum.fits");

  private static LoadedFile load(String name) {
    return new EsoLoader().load(new SurveyFile(name, SurveyFixture.open("eso/" + name), Map.of()));
  }

  private static Spectrum spectrum(LoadedFile file) {
    return file.spectra().get(0).spectrum();
  }

  private static ObsCoreRow row(LoadedFile file) {
    return file.spectra().get(0).row();
  }

  @Test
  void readsNanometresInAirByUnitAndUcd() {
    assertThat(spectrum(AIR).axis().first()).isEqualTo(6000, within(1e-9));
    assertThat(spectrum(AIR).axis().last()).isEqualTo(6023.8, within(1e-9));
    assertThat(spectrum(AIR).medium()).isEqualTo(Medium.AIR);
    assertThat(spectrum(AIR).frame()).isEqualTo(VelocityFrame.BARYCENTRIC);
    assertThat(spectrum(NORMALISED).axis().last()).isEqualTo(4803.57, within(1e-9));
    assertThat(spectrum(NORMALISED).medium()).isEqualTo(Medium.VACUUM);
    assertThat(spectrum(NORMALISED).frame()).isEqualTo(VelocityFrame.HELIOCENTRIC);
  }

  @Test
  void keepsFluxErrorAndQuality() {
    assertThat(spectrum(AIR).flux()[50]).isEqualTo(2.746753e-16f);
    assertThat(Objects.requireNonNull(spectrum(AIR).sigma())[50]).isEqualTo(2e-18f);
    assertThat(spectrum(AIR).mask()[7]).isEqualTo((byte) MaskBit.NO_ERROR.bit());
    assertThat(spectrum(AIR).mask()[30]).isEqualTo((byte) MaskBit.BLANK.bit());
    assertThat(spectrum(AIR).mask()[40]).isEqualTo((byte) MaskBit.BAD_PIXEL.bit());
    assertThat(spectrum(AIR).fluxUnit()).isEqualTo("erg cm**(-2) s**(-1) angstrom**(-1)");
  }

  @Test
  void prefersTheModelsFluxToAlternativesUnderEsosPrefix() {
    assertThat(spectrum(NORMALISED).flux()[50]).isEqualTo(1.0987011f);
    assertThat(spectrum(NORMALISED).fluxUnit()).isEmpty();
    assertThat(row(NORMALISED).text(ObsCoreColumn.DATAPRODUCT_SUBTYPE)).contains("normalised");
    assertThat(row(NORMALISED).text(ObsCoreColumn.O_CALIB_STATUS)).contains("normalized");
    assertThat(row(NORMALISED).text(ObsCoreColumn.ERROR_KIND)).contains("none");
  }

  @Test
  void fillsTheRowFromTheMandatoryCards() {
    assertThat(row(AIR).text(ObsCoreColumn.OBS_ID)).contains("ADP.2016-07-12T10:20:30.123");
    assertThat(row(AIR).text(ObsCoreColumn.TARGET_NAME)).contains("J0003-2603");
    assertThat(row(AIR).text(ObsCoreColumn.PROPOSAL_ID)).contains("189.A-0424(A)");
    assertThat(row(AIR).requiredNumber(ObsCoreColumn.T_MIN)).isEqualTo(56532.25);
    assertThat(row(AIR).requiredNumber(ObsCoreColumn.T_EXPTIME)).isEqualTo(1760);
    assertThat(row(AIR).requiredNumber(ObsCoreColumn.T_RESOLUTION)).isEqualTo(880);
    assertThat(row(AIR).requiredNumber(ObsCoreColumn.EM_RES_POWER)).isEqualTo(8800);
    assertThat(row(AIR).requiredNumber(ObsCoreColumn.CALIB_LEVEL)).isEqualTo(3);
    assertThat(row(NORMALISED).requiredNumber(ObsCoreColumn.CALIB_LEVEL)).isEqualTo(2);
  }
}

package org.pawprint.catalogue.survey.gama;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pawprint.catalogue.survey.LoadedSpectrum;
import org.pawprint.core.fits.FitsFile;
import org.pawprint.core.fits.UnreadableFits;
import org.pawprint.core.obscore.ObsCoreColumn;
import org.pawprint.core.spectrum.QualityFlag;
import org.pawprint.testkit.fixture.SurveyFixture;

class GamaRecognitionTest {
  private static final GamaLoader LOADER = new GamaLoader();
  private static final String MGC = "MGC23320.fit";

  @ParameterizedTest
  @ValueSource(strings = {"2SLAQ-QSO", "2SLAQ QSO", "2slaq_qso", "GAMA 2SLAQ-QSO"})
  void knowsTheOriginInEverySpelling(String text) {
    FitsFile file =
        GamaFiles.with("J091726.21+003424.0_a14_040423.fit", "SURVEY", "'" + text + "'");

    assertThat(GamaFiles.load(file).spectra().get(0).row().text(ObsCoreColumn.OBS_CREATOR_NAME))
        .contains("2SLAQ-QSO");
  }

  @ParameterizedTest
  @CsvSource({
    "G12_Y2_009_044.fit, GAMA",
    "spSpec-51609-0304-087.fit, SDSS",
    "2dfgrs-written.fit, 2dFGRS",
    "MGC23320.fit, MGC",
    "J113606.3+001155a.fit, 2QZ",
    "J091726.21+003424.0_a14_040423.fit, 2SLAQ-QSO",
    "2slaq-lrg-written.fit, 2SLAQ-LRG",
    "Spectrum-195254.fit, WiggleZ",
    "LTF_09_1128_0555.fit, LT",
    "6dfgs-joined-written.fit, 6dFGS"
  })
  void readsEachOfTheTenOrigins(String name, String origin) {
    List<LoadedSpectrum> spectra = GamaFiles.load(name).spectra();

    // The AAT's files have the spectrum with and without flux calibration; sky is no spectrum.
    assertThat(spectra).hasSize(origin.equals("GAMA") ? 2 : 1);
    assertThat(spectra.get(0).row().text(ObsCoreColumn.OBS_CREATOR_NAME)).contains(origin);
  }

  @Test
  void parksAnUnknownOriginWithWhatWouldBeRight() {
    FitsFile file = GamaFiles.with(MGC, "SURVEY", "'VVDS'");

    assertThat(LOADER.recognises(file)).isTrue();
    assertThatThrownBy(() -> GamaFiles.load(file))
        .isInstanceOf(UnreadableFits.class)
        .hasMessageContaining("SURVEY: found 'VVDS'")
        .hasMessageContaining(
            "2dFGRS, 2QZ, 2SLAQ-QSO, 2SLAQ-LRG, 6dFGS, MGC, WiggleZ, LT, SDSS, GAMA");
  }

  @Test
  void parksALayoutThatIsNotTheOrigins() {
    FitsFile file = GamaFiles.with(MGC, "SURVEY", "'2QZ'");

    assertThatThrownBy(() -> GamaFiles.load(file))
        .isInstanceOf(UnreadableFits.class)
        .hasMessageContaining("NAXIS: found '2', expected 1, a single spectrum");
  }

  @Test
  void parksAFileWithoutTheRowItNeeds() {
    FitsFile file = GamaFiles.with(MGC, "ROW1", "'Photons'");

    assertThatThrownBy(() -> GamaFiles.load(file))
        .isInstanceOf(UnreadableFits.class)
        .hasMessageContaining("ROW1: found 'Photons', expected a row named Spectrum");
  }

  @Test
  void parksWavelengthsThatAreNotOptical() {
    FitsFile file = GamaFiles.with(MGC, "CUNIT1", "'nm'");

    assertThatThrownBy(() -> GamaFiles.load(file))
        .isInstanceOf(UnreadableFits.class)
        .hasMessageContaining("CRVAL1");
  }

  @Test
  void marksNoErrorsWhereTheRowIsMissing() {
    FitsFile file = GamaFiles.with(MGC, "ROW2", "'Other'");

    assertThat(GamaFiles.load(file).spectra().get(0).spectrum().sigma()).isNull();
  }

  /** They have loaders of their own; only with GAMA's cards are they GAMA's. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "spSpec-51609-0304-087.fit",
        "2dfgrs-written.fit",
        "6dfgs-joined-written.fit",
        "Spectrum-195254.fit",
        "J091726.21+003424.0_a14_040423.fit",
        "G12_Y2_009_044.fit"
      })
  void leavesOthersAloneWithoutGamasCards(String name) {
    assertThat(LOADER.recognises(GamaFiles.without(name, "GAMANAME"))).isFalse();
  }

  @Test
  void leavesForeignFilesAlone() {
    assertThat(LOADER.recognises(SurveyFixture.open("not-ours/AAO.3orders.fits"))).isFalse();
    assertThat(LOADER.recognises(SurveyFixture.open("aaomega/emlLinearSkyAirHelio.fits")))
        .isFalse();
  }

  /** Places of 2QZ in radians and of LT in sexagesimals, by astropy. */
  @ParameterizedTest
  @CsvSource({
    "2qz-without-cards.fit, J113606.3+001155, J113606.3+001155-20000509, 174.02649999874453, 0.1989444446560666",
    "mgc-without-cards.fit, MGC23320, MGC23320, 175.13278, -0.24957",
    "lt-without-cards.fit, G00549251, LT-2009-11-28T05:55:10.206, 130.938333333, -0.534611111",
    "2slaq-lrg-own-written.fit, J143529.78-004306.4, J143529.78-004306.4-2004:05:13, 218.87408, -0.71844"
  })
  void readsFilesThatTheirSurveysPublished(
      String name, String target, String obsId, double ra, double dec) {
    LoadedSpectrum loaded = GamaFiles.load(name).spectra().get(0);

    assertThat(loaded.row().text(ObsCoreColumn.TARGET_NAME)).contains(target);
    assertThat(loaded.row().text(ObsCoreColumn.OBS_ID)).contains(obsId);
    assertThat(loaded.row().requiredNumber(ObsCoreColumn.S_RA)).isEqualTo(ra, within(1e-8));
    assertThat(loaded.row().requiredNumber(ObsCoreColumn.S_DEC)).isEqualTo(dec, within(1e-8));
  }

  @Test
  void takesTheRedshiftOfASurveysOwnFile() {
    assertThat(redshift("mgc-without-cards.fit")).isEqualTo(0.04682);
    assertThat(redshift("2qz-without-cards.fit")).isEqualTo(0.1188);
  }

  private static double redshift(String name) {
    return GamaFiles.load(name).spectra().get(0).row().requiredNumber(ObsCoreColumn.REDSHIFT);
  }

  @Test
  void marksRedshiftsThatTheSurveyDoubts() {
    // NQ is 2 in the file of WiggleZ and 4 in that of the AAT.
    FitsFile poor = GamaFiles.with("2qz-without-cards.fit", "QUALTHIS", "12");

    assertThat(isRedshiftDoubted(SurveyFixture.open("gama/Spectrum-195254.fit"))).isTrue();
    assertThat(isRedshiftDoubted(SurveyFixture.open("gama/G12_Y2_009_044.fit"))).isFalse();
    assertThat(isRedshiftDoubted(poor)).isTrue();
    // The QUALITY of MGC counts otherwise: its best is 1.
    assertThat(isRedshiftDoubted(SurveyFixture.open("gama/mgc-without-cards.fit"))).isFalse();
  }

  private static boolean isRedshiftDoubted(FitsFile file) {
    return QualityFlag.REDSHIFT_DOUBTED.isIn(
        (int)
            GamaFiles.load(file)
                .spectra()
                .get(0)
                .row()
                .requiredNumber(ObsCoreColumn.QUALITY_FLAGS));
  }

  @Test
  void knowsThatQualityThreeOf2qzIsNoRedshift() {
    FitsFile file = GamaFiles.with("2qz-without-cards.fit", "QUALTHIS", "33");

    assertThat(GamaFiles.load(file).spectra().get(0).row().value(ObsCoreColumn.REDSHIFT)).isNull();
  }

  @Test
  void readsTheSamePixelsWithAndWithoutGamasCards() {
    assertThat(Arrays.equals(flux("2qz-without-cards.fit"), flux("J113606.3+001155a.fit")))
        .isTrue();
    assertThat(Arrays.equals(flux("lt-without-cards.fit"), flux("LTF_09_1128_0555.fit"))).isTrue();
  }

  private static float[] flux(String name) {
    return GamaFiles.load(name).spectra().get(0).spectrum().flux();
  }
}

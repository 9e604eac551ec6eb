package org.pawprint.catalogue.survey.gama;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.pawprint.core.obscore.ObsCoreColumn.ALT_TARGET_NAME;
import static org.pawprint.core.obscore.ObsCoreColumn.BAND_NAME;
import static org.pawprint.core.obscore.ObsCoreColumn.DATAPRODUCT_SUBTYPE;
import static org.pawprint.core.obscore.ObsCoreColumn.EM_RESOLUTION;
import static org.pawprint.core.obscore.ObsCoreColumn.EM_RES_POWER;
import static org.pawprint.core.obscore.ObsCoreColumn.EM_RES_POWER_MAX;
import static org.pawprint.core.obscore.ObsCoreColumn.EM_SNR;
import static org.pawprint.core.obscore.ObsCoreColumn.FACILITY_NAME;
import static org.pawprint.core.obscore.ObsCoreColumn.FIBRE;
import static org.pawprint.core.obscore.ObsCoreColumn.FIELD_NAME;
import static org.pawprint.core.obscore.ObsCoreColumn.INSTRUMENT_NAME;
import static org.pawprint.core.obscore.ObsCoreColumn.OBS_ID;
import static org.pawprint.core.obscore.ObsCoreColumn.PIVOT;
import static org.pawprint.core.obscore.ObsCoreColumn.PROPOSAL_ID;
import static org.pawprint.core.obscore.ObsCoreColumn.REDSHIFT;
import static org.pawprint.core.obscore.ObsCoreColumn.S_DEC;
import static org.pawprint.core.obscore.ObsCoreColumn.S_FOV;
import static org.pawprint.core.obscore.ObsCoreColumn.S_RA;
import static org.pawprint.core.obscore.ObsCoreColumn.S_SEEING;
import static org.pawprint.core.obscore.ObsCoreColumn.TARGET_CLASS;
import static org.pawprint.core.obscore.ObsCoreColumn.TARGET_NAME;
import static org.pawprint.core.obscore.ObsCoreColumn.T_EXPTIME;
import static org.pawprint.core.obscore.ObsCoreColumn.T_MAX;
import static org.pawprint.core.obscore.ObsCoreColumn.T_MIN;
import static org.pawprint.core.obscore.ObsCoreColumn.T_XEL;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pawprint.catalogue.survey.LoadedSpectrum;
import org.pawprint.core.fits.FitsFile;
import org.pawprint.core.obscore.ObsCoreRow;

/** Catalogue rows; values are those of the cards, times by {@code fixtures/gama/expected.py}. */
class GamaRowsTest {
  private static final String AAT = "G12_Y2_009_044.fit";
  private static final String SDSS = "spSpec-51609-0304-087.fit";
  private static final String MGC = "MGC23320.fit";
  private static final String QZ = "J113606.3+001155a.fit";
  private static final String QSO = "J091726.21+003424.0_a14_040423.fit";
  private static final String LT = "LTF_09_1128_0555.fit";
  private static final String WIGGLEZ = "Spectrum-195254.fit";

  /** A hundredth of a second. */
  private static final double DAYS = 1e-7;

  private static ObsCoreRow row(String name) {
    return GamaFiles.load(name).spectra().get(0).row();
  }

  private static ObsCoreRow row(FitsFile file) {
    return GamaFiles.load(file).spectra().get(0).row();
  }

  @ParameterizedTest
  @CsvSource({
    "G12_Y2_009_044.fit, GAMAJ122253.38+011428.7, 24433, G12_Y2_009_044, 185.72246, 1.24132, 0.0278",
    "spSpec-51609-0304-087.fit, GAMAJ142212.61-003554.7, 756 1 2 666 90, 85790052252123136, 215.55256, -0.59853, 0.12784",
    "2dfgrs-written.fit, GAMAJ122253.38+011428.7, TGN386Z089, 2dF299869, 185.72227, 1.24112, 0.02829",
    "MGC23320.fit, GAMAJ114031.87-001458.5, MGC23320, MGC23320, 175.13278, -0.24957, 0.04682",
    "J113606.3+001155a.fit, GAMAJ113606.36+001156.1, J113606.3+001155, 2QZJ113606.3+001155a, 174.02636, 0.19878, 0.1188",
    "2slaq-lrg-written.fit, GAMAJ143529.78-004306.4, J143529.78-004306.4, 2SLJ143529.78-004306.4_1, 218.87408, -0.71844, 0.5131",
    "Spectrum-195254.fit, GAMAJ141238.33+004106.7, S15J141238330+00410538, W195254, 213.15971, 0.68483, 0.37301",
    "LTF_09_1128_0555.fit, GAMAJ084345.21-003204.5, G00549251, LTF_09_1128_0555, 130.9383, -0.5346, 0.02954",
    "6dfgs-joined-written.fit, GAMAJ120000.03-003000.1, g1200000-003000, g1200000-003000, 180.00012, -0.50003, 0.10226"
  })
  void takesNamesPlaceAndRedshiftOfGama(
      String name, String target, String alt, String obsId, double ra, double dec, double z) {
    ObsCoreRow row = row(name);

    assertThat(row.text(TARGET_NAME)).contains(target);
    assertThat(row.text(ALT_TARGET_NAME)).contains(alt);
    assertThat(row.text(OBS_ID)).contains(obsId);
    assertThat(row.requiredNumber(S_RA)).isEqualTo(ra);
    assertThat(row.requiredNumber(S_DEC)).isEqualTo(dec);
    assertThat(row.requiredNumber(REDSHIFT)).isEqualTo(z);
  }

  @Test
  void hasNoOtherNameForAFibreOfAFrame() {
    assertThat(row(QSO).text(TARGET_NAME)).contains("GAMAJ091726.21+003424.0");
    assertThat(row(QSO).text(OBS_ID)).contains("2SLJ091726.21+003424.0_a14_040423");
    assertThat(row(QSO).value(ALT_TARGET_NAME)).isNull();
    assertThat(row(QSO).text(FIELD_NAME)).contains("2dF-SDSS LRG/QSO survey: lrgqso_a14.fld");
  }

  @ParameterizedTest
  @CsvSource({
    "G12_Y2_009_044.fit, 54892.69184027778, 54892.73787037037, 3600, 1",
    "spSpec-51609-0304-087.fit, 51609.473969907405, 51609.52211805555, 3600, 4",
    "2dfgrs-written.fit, 52351.52636261574, 52351.53909722222, 1100, 3",
    "MGC23320.fit, 52729.51155196759, 52729.52544085648, 1200, 3",
    "LTF_09_1128_0555.fit, 55163.24664590278, 55163.25821997685, 1000, 2",
    "6dfgs-arm-with-cards.fit, 52175.628599537034, 52175.69804398148, 6000, 5"
  })
  void tellsWhenItWasExposed(String name, double min, double max, double seconds, int exposures) {
    ObsCoreRow row = row(name);

    assertThat(row.requiredNumber(T_MIN)).isEqualTo(min, within(DAYS));
    assertThat(row.requiredNumber(T_MAX)).isEqualTo(max, within(DAYS));
    assertThat(row.requiredNumber(T_EXPTIME)).isEqualTo(seconds);
    assertThat(row.requiredNumber(T_XEL)).isEqualTo(exposures);
  }

  @Test
  void rollsAnEndAfterMidnightIntoTheNextDay() {
    ObsCoreRow row = row("2slaq-lrg-written.fit");

    assertThat(row.requiredNumber(T_MIN)).isEqualTo(53138.991898148146, within(DAYS));
    assertThat(row.requiredNumber(T_MAX)).isEqualTo(53139.01273148148, within(DAYS));
    assertThat(row.requiredNumber(T_EXPTIME)).isEqualTo(1800);
  }

  @Test
  void tellsTheFirstFrameOfSeveral() {
    assertThat(row(QSO).requiredNumber(T_MIN)).isEqualTo(53117.39728009259, within(DAYS));
    assertThat(row(QSO).requiredNumber(T_MAX)).isEqualTo(53117.41811342593, within(DAYS));
    assertThat(row(QSO).requiredNumber(T_EXPTIME)).isEqualTo(1800);
  }

  @Test
  void knowsOnlyTheDayOf2qz() {
    assertThat(row(QZ).requiredNumber(T_MIN)).isEqualTo(51673);
    assertThat(row(QZ).requiredNumber(T_MAX)).isEqualTo(51674);
    assertThat(row(QZ).value(T_EXPTIME)).isNull();
  }

  /** DATE of WiggleZ is when the file was made; an hour of exposure would be assumed. */
  @Test
  void inventsNeitherTimeNorSignalToNoise() {
    assertThat(row(WIGGLEZ).value(T_MIN)).isNull();
    assertThat(row(WIGGLEZ).value(T_EXPTIME)).isNull();
    assertThat(row("6dfgs-joined-written.fit").value(T_MIN)).isNull();
    assertThat(row("6dfgs-joined-written.fit").value(T_EXPTIME)).isNull();
    // Median of flux over sigma by numpy, not 10.
    assertThat(row("6dfgs-joined-written.fit").requiredNumber(EM_SNR))
        .isEqualTo(7.0338, within(1e-3));
    assertThat(row(LT).value(EM_SNR)).isNull();
  }

  @Test
  void leavesTheEndOfExposuresOverSeveralNightsUnknown() {
    ObsCoreRow row = row(GamaFiles.with(AAT, "N_EXP", "2"));

    assertThat(row.requiredNumber(T_MIN)).isEqualTo(54892.69184027778, within(DAYS));
    assertThat(row.value(T_MAX)).isNull();
    assertThat(row.requiredNumber(T_XEL)).isEqualTo(2);
  }

  @Test
  void keepsTheSignalToNoiseOfTheSurvey() {
    assertThat(row(AAT).requiredNumber(EM_SNR)).isEqualTo(12.48);
    assertThat(row(SDSS).requiredNumber(EM_SNR)).isEqualTo(20.9937);
    assertThat(row(MGC).requiredNumber(EM_SNR)).isEqualTo(14.99);
    assertThat(row("2dfgrs-written.fit").requiredNumber(EM_SNR)).isEqualTo(22.799999);
    assertThat(row(WIGGLEZ).requiredNumber(EM_SNR)).isEqualTo(6.42, within(1e-6));
  }

  @ParameterizedTest
  @CsvSource({
    "G12_Y2_009_044.fit, AAT, 2dF-AAOmega, 2.1, 1361, 5.318",
    "spSpec-51609-0304-087.fit, SDSS 2.5-M, SDSS spectrograph, 3, 2000, 3.25",
    "2dfgrs-written.fit, AAT, 2dF, 2.1, 644, 9",
    "MGC23320.fit, AAT, 2dF, 2.1, 644, 9",
    "6dfgs-joined-written.fit, UKST, 6dF, 6.7, 1000, 8.5"
  })
  void tellsInstrumentApertureAndResolution(
      String name, String facility, String instrument, double fov, double power, double width) {
    ObsCoreRow row = row(name);

    assertThat(row.text(FACILITY_NAME)).contains(facility);
    assertThat(row.text(INSTRUMENT_NAME)).contains(instrument);
    assertThat(row.requiredNumber(S_FOV) * 3600).isEqualTo(fov, within(1e-9));
    assertThat(row.requiredNumber(EM_RES_POWER)).isEqualTo(power);
    assertThat(row.requiredNumber(EM_RESOLUTION)).isEqualTo(width * 1e-10, within(1e-18));
  }

  @Test
  void readsTheResolutionOfFrodoSpecFromItsCards() {
    // WAVRESOL 3.8 A at WAVCENT 8230.45 A.
    assertThat(row(LT).requiredNumber(EM_RESOLUTION)).isEqualTo(3.8e-10, within(1e-18));
    assertThat(row(LT).requiredNumber(EM_RES_POWER)).isEqualTo(2165.9, within(0.1));
    assertThat(row(LT).requiredNumber(S_FOV) * 3600).isEqualTo(9.84, within(1e-9));
    assertThat(row(LT).requiredNumber(S_SEEING)).isEqualTo(1.2736937);
    assertThat(row(LT).text(PROPOSAL_ID)).contains("SL09B01");
  }

  @Test
  void doesNotKnowTheResolutionOfAnotherGrating() {
    assertThat(row("2slaq-lrg-written.fit").value(EM_RES_POWER)).isNull();
    assertThat(row(WIGGLEZ).value(EM_RES_POWER_MAX)).isNull();
  }

  @Test
  void tellsFibreFieldAndConditions() {
    assertThat(row(AAT).requiredNumber(FIBRE)).isEqualTo(44);
    assertThat(row(AAT).text(FIELD_NAME)).contains("G12_Y2_009");
    assertThat(row("2dfgrs-written.fit").requiredNumber(PIVOT)).isEqualTo(32);
    assertThat(row("2dfgrs-written.fit").requiredNumber(S_SEEING)).isEqualTo(1.2);
    assertThat(row(QZ).requiredNumber(PIVOT)).isEqualTo(205);
    assertThat(row(QZ).text(TARGET_CLASS)).contains("NELG");
    assertThat(row(SDSS).requiredNumber(S_SEEING)).isEqualTo(1.99);
    assertThat(row(SDSS).requiredNumber(FIBRE)).isEqualTo(87);
    assertThat(row("6dfgs-joined-written.fit").text(BAND_NAME)).contains("VR");
    assertThat(row("6dfgs-arm-with-cards.fit").text(BAND_NAME)).contains("V");
  }

  @Test
  void namesTheSpectraOfAFile() {
    assertThat(GamaFiles.load(AAT).spectra().stream().map(LoadedSpectrum::name))
        .containsExactly("spec", "nocalib");
    assertThat(GamaFiles.load(AAT).spectra().get(0).row().text(DATAPRODUCT_SUBTYPE))
        .contains("science");
    assertThat(GamaFiles.load(AAT).spectra().get(1).row().text(DATAPRODUCT_SUBTYPE))
        .contains("uncalibrated");
    assertThat(GamaFiles.load("6dfgs-joined-written.fit").spectra().get(0).name()).isEqualTo("VR");
  }

  @ParameterizedTest
  @CsvSource({"-9.999", "-9.99", "-9.0", "-2.0"})
  void takesASentinelForNoRedshift(String z) {
    ObsCoreRow row = row(GamaFiles.with(MGC, "Z", z));

    assertThat(row.value(REDSHIFT)).isNull();
  }

  @Test
  void namesAnUnmatchedSpectrumByItsId() {
    ObsCoreRow row = row("6dfgs-arm-with-cards.fit");

    assertThat(row.text(TARGET_NAME)).contains("c0022498-344732_V");
    assertThat(row.value(ALT_TARGET_NAME)).isNull();
  }
}

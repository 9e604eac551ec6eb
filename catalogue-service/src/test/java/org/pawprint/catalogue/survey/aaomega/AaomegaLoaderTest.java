package org.pawprint.catalogue.survey.aaomega;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pawprint.catalogue.survey.LoadedFile;
import org.pawprint.catalogue.survey.LoadedSpectrum;
import org.pawprint.catalogue.survey.SurveyFile;
import org.pawprint.core.obscore.ObsCoreColumn;
import org.pawprint.core.obscore.ObsCoreRow;
import org.pawprint.core.spectrum.LinearAxis;
import org.pawprint.core.spectrum.MaskBit;
import org.pawprint.core.spectrum.Medium;
import org.pawprint.core.spectrum.Spectrum;
import org.pawprint.core.spectrum.TabulatedAxis;
import org.pawprint.core.spectrum.VelocityFrame;
import org.pawprint.testkit.fixture.SurveyFixture;

/** Numbers by {@code fixtures/aaomega/expected.py} (astropy, numpy, specutils) unless said. */
class AaomegaLoaderTest {
  private static final LoadedFile LINEAR = load("emlLinearSkyAirHelio.fits");
  private static final LoadedFile VACUUM = load("emlLinearVacuumNoHelio.fits");
  private static final LoadedFile LOG = load("emlLogVacuumHelioMultiple.fits");
  private static final LoadedFile COADD = load("alldata_combined_runz_x12_b02.4fibres.fits");

  private static LoadedFile load(String name) {
    return new AaomegaLoader()
        .load(new SurveyFile(name, SurveyFixture.open("aaomega/" + name), Map.of()));
  }

  private static Spectrum spectrum(LoadedFile file, int index) {
    return file.spectra().get(index).spectrum();
  }

  private static ObsCoreRow row(LoadedFile file, int index) {
    return file.spectra().get(index).row();
  }

  private static double number(LoadedFile file, ObsCoreColumn column) {
    return row(file, 0).requiredNumber(column);
  }

  @Test
  void countsFromTheReferencePixelInMidArray() {
    assertThat(spectrum(LINEAR, 0).axis()).isInstanceOf(LinearAxis.class);
    assertThat(spectrum(LINEAR, 0).axis().first()).isEqualTo(3753.601609428585, within(1e-9));
    assertThat(spectrum(LINEAR, 0).axis().angstrom(100))
        .isEqualTo(3857.3660678280853, within(1e-9));
    assertThat(spectrum(LINEAR, 0).axis().last()).isEqualTo(8979.179734427405, within(1e-9));
    assertThat(spectrum(LINEAR, 0).medium()).isEqualTo(Medium.AIR);
  }

  @Test
  void givesLimitsInVacuumMetres() {
    assertThat(number(LINEAR, ObsCoreColumn.EM_MIN))
        .isEqualTo(3.754668479941171e-07, within(1e-17));
    assertThat(number(LINEAR, ObsCoreColumn.EM_MAX)).isEqualTo(8.98164488415946e-07, within(1e-17));
    assertThat(number(LINEAR, ObsCoreColumn.EM_MIDPOINT))
        .isEqualTo((3.754668479941171e-07 + 8.98164488415946e-07) / 2, within(1e-17));
    assertThat(number(VACUUM, ObsCoreColumn.EM_MIN)).isEqualTo(3.7546685e-07, within(1e-17));
  }

  @Test
  void letsTheWavelengthImageOverruleTheWcs() {
    assertThat(spectrum(VACUUM, 0).axis()).isInstanceOf(TabulatedAxis.class);
    assertThat(spectrum(VACUUM, 0).medium()).isEqualTo(Medium.VACUUM);
    assertThat(spectrum(VACUUM, 0).axis().angstrom(100)).isEqualTo(3858.45999, within(1e-9));
  }

  @Test
  void readsLogarithmsOfWavelengthAndSharesTheAxisOfEqualFibres() {
    assertThat(LOG.spectra()).hasSize(3);
    assertThat(spectrum(LOG, 2).axis()).isInstanceOf(TabulatedAxis.class);
    assertThat(spectrum(LOG, 2).axis().first()).isEqualTo(3754.6685, within(1e-8));
    assertThat(spectrum(LOG, 2).axis().last()).isEqualTo(8981.65072, within(1e-8));
    assertThat(spectrum(LOG, 0).axis()).isSameAs(spectrum(LOG, 2).axis());
  }

  @Test
  void takesCd1BeforeCdeltAndDegreesOfSwarpForAngstrom() {
    assertThat(spectrum(COADD, 0).axis().first()).isEqualTo(3732.8479201399996, within(1e-9));
    assertThat(spectrum(COADD, 0).axis().last()).isEqualTo(8859.28322374, within(1e-9));
  }

  @Test
  void keepsFluxAndTurnsVarianceIntoSigma() {
    assertThat(spectrum(LINEAR, 0).flux()[2000]).isEqualTo(95.37601f);
    assertThat(sigma(LINEAR, 0)[2000]).isEqualTo(12.818576469716165f, within(1e-6f));
    assertThat(spectrum(LOG, 1).flux()[2000]).isEqualTo(65.34069f);
    assertThat(sigma(LOG, 1)[2000]).isEqualTo(12.341561811586844f, within(1e-6f));
    assertThat(spectrum(COADD, 3).flux()[2000]).isEqualTo(0.55815935f);
    assertThat(sumOf(spectrum(COADD, 3))).isEqualTo(5087.35025343117, within(1e-6));
  }

  private static float[] sigma(LoadedFile file, int index) {
    float[] sigma = spectrum(file, index).sigma();
    assertThat(sigma).isNotNull();
    return java.util.Objects.requireNonNull(sigma);
  }

  private static double sumOf(Spectrum spectrum) {
    double sum = 0;
    for (float value : spectrum.flux()) {
      sum += Float.isNaN(value) ? 0 : value;
    }
    return sum;
  }

  @Test
  void keepsFluxWhereTheVarianceIsBelowZero() {
    // Pixel 4473 of the first fibre: flux 85.418205, variance -5.1140933.
    assertThat(spectrum(LINEAR, 0).flux()[4472]).isEqualTo(85.418205f);
    assertThat(sigma(LINEAR, 0)[4472]).isNaN();
    assertThat(spectrum(LINEAR, 0).mask()[4472]).isEqualTo((byte) MaskBit.NO_ERROR.bit());
  }

  @Test
  void measuresSignalToNoiseAndBadPixels() {
    assertThat(number(LINEAR, ObsCoreColumn.EM_SNR)).isEqualTo(8.882295611216271, within(1e-5));
    assertThat(row(COADD, 3).requiredNumber(ObsCoreColumn.EM_SNR))
        .isEqualTo(1.2845230368775093, within(1e-6));
    // 37 blanks and one pixel without error, of 5037.
    assertThat(number(LINEAR, ObsCoreColumn.BAD_PIXEL_FRACTION)).isEqualTo(38.0 / 5037);
    assertThat(number(LINEAR, ObsCoreColumn.QUALITY_FLAGS)).isZero();
  }

  @Test
  void turnsRadiansIntoDegrees() {
    assertThat(number(LINEAR, ObsCoreColumn.S_RA)).isEqualTo(35.41427083333333, within(1e-12));
    assertThat(number(LINEAR, ObsCoreColumn.S_DEC)).isEqualTo(-28.90896111111111, within(1e-12));
    // RA and DEC of the primary header, in degrees, are those of the first target.
    assertThat(number(COADD, ObsCoreColumn.S_RA)).isEqualTo(36.0066666666667, within(1e-9));
    assertThat(number(COADD, ObsCoreColumn.S_DEC)).isEqualTo(-4.67583333333333, within(1e-9));
    // Half of 2.1" is 0.00029167 degrees.
    assertThat(row(LINEAR, 0).text(ObsCoreColumn.S_REGION))
        .contains("Circle ICRS 35.41427083 -28.90896111 0.00029167");
  }

  @Test
  void reachesFromTheFirstStartOverTheSumOfExposures() {
    // 13:25:23 and 2700 s later; UTEND 13:40:24 is that of the first of three exposures.
    assertThat(number(LINEAR, ObsCoreColumn.T_MIN)).isEqualTo(57373.55929398148, within(1e-8));
    assertThat(number(LINEAR, ObsCoreColumn.T_MAX)).isEqualTo(57373.59054398148, within(1e-8));
    assertThat(number(LINEAR, ObsCoreColumn.T_MIDPOINT)).isEqualTo(57373.57491898148, within(1e-8));
    assertThat(number(LINEAR, ObsCoreColumn.T_EXPTIME)).isEqualTo(2700);
    assertThat(number(LINEAR, ObsCoreColumn.T_XEL)).isEqualTo(3);
  }

  @Test
  void spansTheInputsOfACoAdd() {
    // Twelve FILEnnnn cards, the first begun 2013-09-30T13:47:17, the last 2013-12-26T11:53:22.
    assertThat(number(COADD, ObsCoreColumn.T_MIN)).isEqualTo(56565.57450231481, within(1e-8));
    assertThat(number(COADD, ObsCoreColumn.T_MAX)).isEqualTo(56652.5231712963, within(1e-8));
    assertThat(number(COADD, ObsCoreColumn.T_XEL)).isEqualTo(12);
    assertThat(number(COADD, ObsCoreColumn.T_EXPTIME)).isEqualTo(2400);
  }

  @Test
  void namesSpectraByArmAndPivot() {
    assertThat(LOG.spectra().stream().map(LoadedSpectrum::name))
        .containsExactly("spliced-122", "spliced-123", "spliced-124");
    assertThat(row(LOG, 1).text(ObsCoreColumn.ALT_OBS_ID)).contains("FLD195_v03_151217_r02_p1-123");
  }

  @Test
  void namesSpectraByRowWherePivotsRepeat() {
    assertThat(COADD.spectra().stream().map(LoadedSpectrum::name))
        .containsExactly("spliced-row1", "spliced-row2", "spliced-row3", "spliced-row4");
  }

  @Test
  void namesACombinedFrameByItsInputs() {
    // printf '17dec20028red.fits\n17dec20029red.fits\n17dec20030red.fits' | sha256sum
    assertThat(row(LINEAR, 0).text(ObsCoreColumn.OBS_ID))
        .contains("20151217-combined-5ef1bd562931");
    assertThat(row(VACUUM, 0).text(ObsCoreColumn.OBS_ID))
        .isEqualTo(row(LINEAR, 0).text(ObsCoreColumn.OBS_ID));
  }

  @Test
  void tellsWhatTheFrameIs() {
    ObsCoreRow row = row(LINEAR, 0);
    assertThat(row.requiredNumber(ObsCoreColumn.CALIB_LEVEL)).isEqualTo(3);
    assertThat(row.text(ObsCoreColumn.DATAPRODUCT_SUBTYPE)).contains("combined");
    assertThat(row.text(ObsCoreColumn.ARM)).contains("spliced");
    assertThat(row.text(ObsCoreColumn.TARGET_NAME)).contains("D0221394-2854323");
    assertThat(row.text(ObsCoreColumn.ALT_TARGET_NAME)).contains("DIRECTPHOT");
    assertThat(row.text(ObsCoreColumn.FIELD_NAME)).contains("FLD195_v03");
    assertThat(row.text(ObsCoreColumn.PROPOSAL_ID)).contains("A/2014B/008");
    assertThat(row.text(ObsCoreColumn.PIPELINE)).contains("2dfdr 1.40");
    assertThat(row.text(ObsCoreColumn.O_UNIT)).contains("count");
    assertThat(row.text(ObsCoreColumn.ERROR_KIND)).contains("variance");
    assertThat(row.requiredNumber(ObsCoreColumn.PIVOT)).isEqualTo(122);
    assertThat(row.requiredNumber(ObsCoreColumn.FIBRE)).isEqualTo(1);
  }

  /** Why DO_HELIO is no statement of the frame is told in the PROVENANCE.md of the fixture. */
  @Test
  void takesTheAxisForTopocentricAlthoughHelioIsAskedFor() {
    assertThat(spectrum(LINEAR, 0).frame()).isEqualTo(VelocityFrame.TOPOCENTRIC);
    assertThat(row(LINEAR, 0).text(ObsCoreColumn.SPECSYS)).contains("TOPOCENT");
  }

  @Test
  void givesResolvingPowerOfTheArmThatTheHeaderDescribes() {
    // Middle 6366.39 A: sin b = 383e-7 * 6366.39 - sin 7.382 = 0.115354, dispersion 0.993324
    // / 383e-7 * 15 / 247000 = 1.57503 A, R = 6366.39 / (3.4 * 1.57503).
    assertThat(number(LINEAR, ObsCoreColumn.EM_RES_POWER)).isEqualTo(1188.8, within(0.5));
    assertThat(number(LINEAR, ObsCoreColumn.EM_RESOLUTION)).isEqualTo(5.3551e-10, within(1e-13));
    // The blue end belongs to a grating that the header of a spliced frame does not tell.
    assertThat(row(LINEAR, 0).value(ObsCoreColumn.EM_RES_POWER_MIN)).isNull();
    assertThat(row(COADD, 0).value(ObsCoreColumn.EM_RES_POWER)).isNull();
  }
}

package org.pawprint.catalogue.survey.wigglez;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.pawprint.catalogue.survey.LoadedFile;
import org.pawprint.catalogue.survey.LoadedSpectrum;
import org.pawprint.catalogue.survey.SurveyFile;
import org.pawprint.core.fits.FitsFile;
import org.pawprint.core.fits.UnreadableFits;
import org.pawprint.core.obscore.ObsCoreColumn;
import org.pawprint.core.obscore.ObsCoreRow;
import org.pawprint.core.spectrum.ErrorKind;
import org.pawprint.core.spectrum.LinearAxis;
import org.pawprint.core.spectrum.MaskBit;
import org.pawprint.core.spectrum.Medium;
import org.pawprint.core.spectrum.QualityFlag;
import org.pawprint.core.spectrum.Spectrum;
import org.pawprint.core.spectrum.VelocityFrame;
import org.pawprint.testkit.fixture.EditedFixture;
import org.pawprint.testkit.fixture.SurveyFixture;

/** Numbers by {@code fixtures/wigglez/expected.py} (astropy, numpy) unless said. */
class WigglezLoaderTest {
  private static final String TEAM = "wigglez/S15J141238330+00410538.fits";
  private static final String FINAL = "wigglez/S15J141238330+00410538.final.fits";
  private static final LoadedSpectrum COUNTS = only(SurveyFixture.open(TEAM));
  private static final LoadedSpectrum CALIBRATED = only(SurveyFixture.open(FINAL));

  private static LoadedSpectrum only(FitsFile fits) {
    LoadedFile file = load(fits);
    assertThat(file.rejected()).isEmpty();
    assertThat(file.spectra()).hasSize(1);
    return file.spectra().get(0);
  }

  private static LoadedFile load(FitsFile fits) {
    return new WigglezLoader().load(new SurveyFile(fits.name(), fits, Map.of()));
  }

  private static double number(LoadedSpectrum loaded, ObsCoreColumn column) {
    return loaded.row().requiredNumber(column);
  }

  @Test
  void countsFromAReferencePixelBetweenTwoPixels() {
    Spectrum spectrum = COUNTS.spectrum();
    assertThat(spectrum.axis())
        .isEqualTo(new LinearAxis(3335.450729, 8141.302246, 1.032860874, 4894));
    assertThat(spectrum.axis().first()).isEqualTo(4697.278551735122, within(1e-9));
    assertThat(spectrum.axis().angstrom(100)).isEqualTo(4800.564639135123, within(1e-9));
    assertThat(spectrum.axis().last()).isEqualTo(9751.066808217123, within(1e-9));
    assertThat(spectrum.medium()).isEqualTo(Medium.AIR);
    assertThat(spectrum.frame()).isEqualTo(VelocityFrame.TOPOCENTRIC);
    assertThat(number(COUNTS, ObsCoreColumn.EM_MIN))
        .isEqualTo(4.698593088509546e-07, within(1e-17));
    assertThat(number(COUNTS, ObsCoreColumn.EM_MAX))
        .isEqualTo(9.753740998456465e-07, within(1e-17));
  }

  @Test
  void keepsFluxAndTurnsVarianceIntoSigma() {
    assertThat(COUNTS.spectrum().flux()[2000]).isEqualTo(143.81519f);
    assertThat(sigma(COUNTS)[2000]).isEqualTo(17.81153283421438f, within(1e-5f));
    assertThat(COUNTS.spectrum().errorKind()).isEqualTo(ErrorKind.VARIANCE);
    double sum = 0;
    for (float value : COUNTS.spectrum().flux()) {
      sum += Float.isNaN(value) ? 0 : value;
    }
    assertThat(sum).isEqualTo(576037.5989063382, within(1e-6));
  }

  private static float[] sigma(LoadedSpectrum loaded) {
    return Objects.requireNonNull(loaded.spectrum().sigma());
  }

  @Test
  void blanksRunsOfZeros() {
    byte[] mask = COUNTS.spectrum().mask();
    int blanks = 0;
    for (int i = 0; i < mask.length; i++) {
      if (mask[i] != 0) {
        assertThat(mask[i]).isEqualTo((byte) MaskBit.BLANK.bit());
        assertThat(COUNTS.spectrum().flux()[i]).isNaN();
        assertThat(sigma(COUNTS)[i]).isNaN();
        blanks++;
      }
    }
    // Eleven runs, the shortest of three pixels from 353 on.
    assertThat(blanks).isEqualTo(67);
    assertThat(new byte[] {mask[351], mask[352], mask[353], mask[354], mask[355]})
        .containsExactly(0, 1, 1, 1, 0);
    assertThat(number(COUNTS, ObsCoreColumn.BAD_PIXEL_FRACTION)).isEqualTo(67.0 / 4894);
  }

  @Test
  void takesCountsWhereTheFileHasNoUnit() {
    assertThat(COUNTS.spectrum().fluxUnit()).isEqualTo("count");
    assertThat(COUNTS.row().text(ObsCoreColumn.O_UCD)).contains("phot.count");
    assertThat(COUNTS.row().text(ObsCoreColumn.O_CALIB_STATUS)).contains("uncalibrated");
  }

  @Test
  void keepsTheUnitOfTheRelease() {
    assertThat(CALIBRATED.spectrum().fluxUnit()).isEqualTo("1e-16 erg / (A cm2 s)");
    assertThat(CALIBRATED.row().text(ObsCoreColumn.O_UCD)).contains("phot.flux.density;em.wl");
    assertThat(CALIBRATED.row().text(ObsCoreColumn.O_CALIB_STATUS)).contains("absolute");
    assertThat(CALIBRATED.row().text(ObsCoreColumn.BIB_REFERENCE)).contains("2018MNRAS.474.4151D");
  }

  @Test
  void readsTheGalaxyFromTheTable() {
    ObsCoreRow row = COUNTS.row();
    assertThat(row.text(ObsCoreColumn.TARGET_NAME)).contains("S15J141238330+00410538");
    assertThat(row.text(ObsCoreColumn.OBS_ID)).contains("r15f36s01_080413_BR_ss");
    assertThat(COUNTS.name()).isEqualTo("fibre160");
    assertThat(number(COUNTS, ObsCoreColumn.FIBRE)).isEqualTo(160);
    assertThat(number(COUNTS, ObsCoreColumn.S_RA)).isEqualTo(213.1597083333, within(1e-10));
    assertThat(number(COUNTS, ObsCoreColumn.S_DEC)).isEqualTo(0.6848277778, within(1e-10));
    assertThat(number(COUNTS, ObsCoreColumn.REDSHIFT)).isEqualTo(0.37301, within(1e-7));
    assertThat(number(COUNTS, ObsCoreColumn.EM_SNR)).isEqualTo(6.42, within(1e-6));
    assertThat(number(COUNTS, ObsCoreColumn.EM_MIN_REST))
        .isEqualTo(4.698593088509546e-07 / 1.37301, within(1e-13));
    assertThat(row.text(ObsCoreColumn.OBS_CREATOR_NAME)).contains("WiggleZ Collaboration");
    assertThat(row.text(ObsCoreColumn.DATAPRODUCT_SUBTYPE)).contains("science");
    assertThat(number(COUNTS, ObsCoreColumn.CALIB_LEVEL)).isEqualTo(2);
    assertThat(row.text(ObsCoreColumn.INSTRUMENT_NAME)).contains("2dF-AAOmega");
  }

  /** What the survey writes for none, in the table and, where that is missing, in the header. */
  @Test
  void knowsNoRedshiftAtTheSentinel() {
    LoadedSpectrum inTable =
        only(EditedFixture.of(TEAM).text(cells(0.37301f, 2), cells(-9.99f, 1)).open());
    LoadedSpectrum inHeader =
        only(
            EditedFixture.of(TEAM)
                .set(2, "TTYPE4", "'other'")
                .replace(0, "SDSSID", "Z", "-9.99")
                .open());

    for (LoadedSpectrum none : List.of(inTable, inHeader)) {
      assertThat(none.row().value(ObsCoreColumn.REDSHIFT)).isNull();
      assertThat(none.row().value(ObsCoreColumn.EM_MIN_REST)).isNull();
      assertThat(none.row().value(ObsCoreColumn.EM_MAX_REST)).isNull();
      assertThat(none.row().value(ObsCoreColumn.EM_MIDPOINT_REST)).isNull();
      assertThat(isRedshiftDoubted(none)).isFalse();
      assertThat(number(none, ObsCoreColumn.EM_MIN))
          .isEqualTo(4.698593088509546e-07, within(1e-17));
    }
  }

  /** The columns redshift and qop, which stand side by side in a row of the table. */
  private static String cells(float redshift, int qop) {
    byte[] bytes = ByteBuffer.allocate(6).putFloat(redshift).putShort((short) qop).array();
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static boolean isRedshiftDoubted(LoadedSpectrum loaded) {
    return QualityFlag.REDSHIFT_DOUBTED.isIn((int) number(loaded, ObsCoreColumn.QUALITY_FLAGS));
  }

  /** The galaxy of the file has qop 2. */
  @Test
  void marksARedshiftThatTheSurveyDoubts() {
    LoadedSpectrum certain =
        only(EditedFixture.of(TEAM).text(cells(0.37301f, 2), cells(0.37301f, 4)).open());

    assertThat(isRedshiftDoubted(COUNTS)).isTrue();
    assertThat(isRedshiftDoubted(CALIBRATED)).isTrue();
    assertThat(isRedshiftDoubted(certain)).isFalse();
    assertThat(number(certain, ObsCoreColumn.REDSHIFT)).isEqualTo(0.37301, within(1e-7));
  }

  @Test
  void doesNotTakeTheDateOfTheFileForThatOfTheExposure() {
    assertThat(COUNTS.row().value(ObsCoreColumn.T_MIN)).isNull();
    assertThat(COUNTS.row().value(ObsCoreColumn.T_MAX)).isNull();
    assertThat(COUNTS.row().value(ObsCoreColumn.T_EXPTIME)).isNull();
  }

  @Test
  void readsTheTimesOfAFileThatHasThem() {
    // Window and exposure of the spectrum that Data Central shows as its example: MJD 55085.
    LoadedSpectrum timed =
        only(
            EditedFixture.of(FINAL)
                .replace(0, "SDSSID", "UTDATE", "'2009:09:11'")
                .replace(0, "DATE", "UTSTART", "'11:47:26'")
                .replace(0, "HDUCLAS1", "UTEND", "'12:07:49'")
                .replace(0, "HDUCLAS2", "EXPOSED", "1100.0")
                .open());

    assertThat(number(timed, ObsCoreColumn.T_MIN)).isEqualTo(55085.4912731481, within(1e-8));
    assertThat(number(timed, ObsCoreColumn.T_MAX)).isEqualTo(55085.5054282407, within(1e-8));
    assertThat(number(timed, ObsCoreColumn.T_EXPTIME)).isEqualTo(1100);
  }

  @Test
  void fallsBackOnTheHeaderWhereTheTableIsMissing() {
    LoadedSpectrum bare =
        only(
            EditedFixture.of(TEAM)
                .set(2, "TTYPE4", "'other'")
                .replace(0, "SDSSID", "RA", "213.15971")
                .replace(0, "GALEXID", "DEC", "0.68483")
                .open());

    assertThat(bare.row().text(ObsCoreColumn.TARGET_NAME)).contains("S15J141238330+00410538");
    assertThat(bare.name()).isEqualTo("fibre160");
    assertThat(number(bare, ObsCoreColumn.S_RA)).isEqualTo(213.15971);
    assertThat(bare.row().value(ObsCoreColumn.REDSHIFT)).isNull();
  }

  @Test
  void doesWithoutVariance() {
    assertThat(
            only(EditedFixture.of(TEAM).set(1, "EXTNAME", "'OTHER'").open()).spectrum().errorKind())
        .isEqualTo(ErrorKind.NONE);
  }

  @Test
  void obeysAStatedFrame() {
    LoadedSpectrum stated =
        only(EditedFixture.of(TEAM).replace(0, "DATE", "SPECSYS", "'HELIOCEN'").open());

    assertThat(stated.spectrum().frame()).isEqualTo(VelocityFrame.HELIOCENTRIC);
  }

  @Test
  void refusesAnAxisThatAaomegaCannotSee() {
    assertThatThrownBy(() -> load(EditedFixture.of(TEAM).set(0, "CUNIT1", "'nm'").open()))
        .isInstanceOf(UnreadableFits.class)
        .hasMessageContaining("an axis within 3000 to 12000 A");
  }

  @Test
  void knowsAFileByAnyOneOfItsMarks() {
    WigglezLoader loader = new WigglezLoader();

    assertThat(loader.recognises(EditedFixture.of(TEAM).without(0, "ORIGIN").open())).isTrue();
    assertThat(
            loader.recognises(
                EditedFixture.of(FINAL).without(0, "GALEXID").set(2, "TTYPE4", "'other'").open()))
        .isTrue();
    assertThat(loader.recognises(EditedFixture.of(TEAM).without(0, "ORIGIN", "GALEXID").open()))
        .isFalse();
  }

  @Test
  void leavesTheCopiesOfGamaToGama() {
    FitsFile served =
        EditedFixture.of(TEAM).replace(0, "SDSSID", "GAMANAME", "'GAMAJ141238.33+004106.7'").open();

    assertThat(new WigglezLoader().recognises(served)).isFalse();
  }
}

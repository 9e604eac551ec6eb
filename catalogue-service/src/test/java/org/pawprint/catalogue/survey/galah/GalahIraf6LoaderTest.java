package org.pawprint.catalogue.survey.galah;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pawprint.catalogue.survey.LoadedFile;
import org.pawprint.catalogue.survey.LoadedSpectrum;
import org.pawprint.catalogue.survey.SurveyFile;
import org.pawprint.core.fits.UnreadableFits;
import org.pawprint.core.obscore.ObsCoreColumn;
import org.pawprint.core.obscore.ObsCoreRow;
import org.pawprint.core.spectrum.ErrorKind;
import org.pawprint.core.spectrum.MaskBit;
import org.pawprint.core.spectrum.Medium;
import org.pawprint.core.spectrum.QualityFlag;
import org.pawprint.core.spectrum.Spectrum;
import org.pawprint.core.spectrum.VelocityFrame;
import org.pawprint.testkit.fixture.EditedFixture;

/** Numbers by {@code fixtures/galah/expected.py} (astropy, numpy) or of {@code make.py} there. */
class GalahIraf6LoaderTest {
  private static final String NAME = "2101150001010012.written.fits";
  private static final GalahIraf6Loader LOADER = new GalahIraf6Loader();
  private static final LoadedFile GREEN = load(NAME, edited());

  private static EditedFixture edited() {
    return EditedFixture.of("galah/" + NAME);
  }

  private static LoadedFile load(String name, EditedFixture file) {
    return LOADER.load(new SurveyFile(name, file.open(name), Map.of()));
  }

  private static ObsCoreRow row(EditedFixture file) {
    return load(NAME, file).spectra().get(0).row();
  }

  private static double number(ObsCoreColumn column) {
    return GREEN.spectra().get(0).row().requiredNumber(column);
  }

  private static Spectrum spectrum(int index) {
    return GREEN.spectra().get(index).spectrum();
  }

  @Test
  void readsFluxAndNormalisedSpectrumWithTheirRelativeErrors() {
    assertThat(GREEN.spectra().stream().map(LoadedSpectrum::name))
        .containsExactly("V", "V-normalised");
    assertThat(GREEN.rejected()).isEmpty();
    assertThat(spectrum(0).flux()[100]).isEqualTo(5012.207f);
    assertThat(sigma(0)[100]).isEqualTo(50.122069192184426f, within(1e-4f));
    assertThat(spectrum(1).flux()[100]).isEqualTo(1.0024414f);
    assertThat(sigma(1)[100]).isEqualTo(0.010024413838436885f, within(1e-8f));
    assertThat(spectrum(1).errorKind()).isEqualTo(ErrorKind.RELATIVE);
    assertThat(spectrum(0).mask()[10]).isEqualTo((byte) MaskBit.NO_ERROR.bit());
  }

  private static float[] sigma(int index) {
    return Objects.requireNonNull(spectrum(index).sigma());
  }

  @Test
  void givesWavelengthsInAirAndLimitsInVacuum() {
    assertThat(spectrum(1).axis().first()).isEqualTo(5648.3, within(1e-9));
    assertThat(spectrum(1).axis().last()).isEqualTo(5872.2965, within(1e-9));
    assertThat(spectrum(0).medium()).isEqualTo(Medium.AIR);
    assertThat(spectrum(0).frame()).isEqualTo(VelocityFrame.BARYCENTRIC);
    assertThat(spectrum(1).frame()).isEqualTo(VelocityFrame.BARYCENTRIC);
    assertThat(number(ObsCoreColumn.EM_MIN)).isEqualTo(5.649867723497831e-07, within(1e-17));
    assertThat(number(ObsCoreColumn.EM_MAX)).isEqualTo(5.873924168717523e-07, within(1e-17));
  }

  @Test
  void takesTheWidthOfLinesFromTheMeasuredProfile() {
    assertThat(number(ObsCoreColumn.EM_RES_POWER)).isEqualTo(28801.275649417697, within(1e-6));
    assertThat(number(ObsCoreColumn.EM_RES_POWER_MIN)).isEqualTo(27963.317539722844, within(1e-6));
    assertThat(number(ObsCoreColumn.EM_RES_POWER_MAX)).isEqualTo(29727.895109878027, within(1e-6));
    assertThat(number(ObsCoreColumn.EM_RESOLUTION))
        .isEqualTo(0.20000244677066803e-10, within(1e-20));
  }

  @Test
  void tellsTheStarItsPlaceAndItsVelocity() {
    ObsCoreRow row = GREEN.spectra().get(0).row();
    assertThat(row.text(ObsCoreColumn.OBS_ID)).contains("210115000101001");
    assertThat(row.text(ObsCoreColumn.TARGET_NAME)).contains("210115000101001");
    assertThat(row.text(ObsCoreColumn.ALT_TARGET_NAME)).contains("08261437-2215034");
    assertThat(row.text(ObsCoreColumn.BAND_NAME)).contains("V");
    assertThat(number(ObsCoreColumn.S_RA)).isEqualTo(126.559875);
    assertThat(number(ObsCoreColumn.S_DEC)).isEqualTo(-22.250944);
    assertThat(QualityFlag.FIELD_POSITION.isIn((int) number(ObsCoreColumn.QUALITY_FLAGS)))
        .isFalse();
    assertThat(number(ObsCoreColumn.RV)).isEqualTo(-18.7);
    assertThat(number(ObsCoreColumn.EM_SNR)).isEqualTo(99.5);
    assertThat(number(ObsCoreColumn.PIVOT)).isEqualTo(1);
    assertThat(number(ObsCoreColumn.FIBRE)).isEqualTo(3);
    assertThat(row.text(ObsCoreColumn.O_UNIT)).contains("count");
    assertThat(row.text(ObsCoreColumn.PIPELINE)).contains("GALAH IRAF 6.0");
    assertThat(LOADER.defaultCollection()).isEqualTo("galah_dr4");
  }

  @Test
  void findsHdusByNameWhateverTheirOrder() {
    LoadedFile file = load(NAME, edited().hdus(0, 7, 6, 5, 4, 3, 2, 1));

    assertThat(file.spectra().get(0).spectrum().flux()[100]).isEqualTo(5012.207f);
    assertThat(file.spectra().get(0).spectrum().sigma())
        .satisfies(sigma -> assertThat(sigma[100]).isEqualTo(50.122069192184426f, within(1e-4f)));
    assertThat(file.spectra().get(1).spectrum().flux()[100]).isEqualTo(1.0024414f);
  }

  @Test
  void readsTheWordNoneAsNothing() {
    ObsCoreRow nameless =
        row(edited().set(0, "2MASS_ID", "'None    '").set(0, "PIPE_VER", "'None    '"));

    assertThat(nameless.value(ObsCoreColumn.PIPELINE)).isNull();
    assertThat(nameless.text(ObsCoreColumn.ALT_TARGET_NAME)).isNotEqualTo(Optional.of("None"));
  }

  @Test
  void takesThePlaceOfTheFibreAndAtLastTheFieldsCentre() {
    EditedFixture file = edited().set(0, "RA_ICRS", "'None    '");
    assertThat(row(file).requiredNumber(ObsCoreColumn.S_RA)).isEqualTo(126.5599);

    ObsCoreRow inField = row(file.set(0, "DEC_OBS", "'None    '"));
    assertThat(inField.requiredNumber(ObsCoreColumn.S_RA)).isEqualTo(48);
    assertThat(inField.requiredNumber(ObsCoreColumn.S_DEC)).isEqualTo(-23.5);
    assertThat(
            QualityFlag.FIELD_POSITION.isIn(
                (int) inField.requiredNumber(ObsCoreColumn.QUALITY_FLAGS)))
        .isTrue();
  }

  @Test
  void takesExposedForTheTotal() {
    assertThat(number(ObsCoreColumn.T_EXPTIME)).isEqualTo(3540);
    assertThat(number(ObsCoreColumn.T_RESOLUTION)).isEqualTo(1180);
    assertThat(number(ObsCoreColumn.T_XEL)).isEqualTo(3);
    assertThat(number(ObsCoreColumn.T_MIN)).isEqualTo(59229.49340277778);
    assertThat(number(ObsCoreColumn.T_MAX)).isEqualTo(59229.53506944445);
  }

  /** 12:20:30 is 0.514236111 of a day, and half of 3540 s is 0.020486111. */
  @ParameterizedTest
  @CsvSource({"59229.51423611111", "'None    '"})
  void takesUtdateAndUtmjdForTheMean(String utmjd) {
    EditedFixture file = edited().set(0, "UTMJD_S", "'None    '").set(0, "UTMJD_E", "'None    '");
    if (utmjd.startsWith("None")) {
      file = file.set(0, "UTMJD", "'None    '");
    }

    assertThat(row(file).requiredNumber(ObsCoreColumn.T_MIN)).isEqualTo(59229.49375, within(1e-8));
    assertThat(row(file).requiredNumber(ObsCoreColumn.T_MAX))
        .isEqualTo(59229.534722222, within(1e-8));
    assertThat(row(file).requiredNumber(ObsCoreColumn.T_MIDPOINT))
        .isEqualTo(59229.51423611111, within(1e-8));
  }

  @Test
  void refusesAMeanDateThatIsNone() {
    EditedFixture file =
        edited()
            .set(0, "UTMJD_S", "'None    '")
            .set(0, "UTMJD", "'None    '")
            .set(0, "UTDATE", "'noon    '");

    assertThatThrownBy(() -> row(file))
        .isInstanceOf(UnreadableFits.class)
        .hasMessageContaining("UTDATE: found 'noon', expected a date and time");
  }

  @ParameterizedTest
  @CsvSource({"RVCOM_OK, 0", "RVCOM, 'None    '"})
  void keepsNoVelocityThatThePipelineDoesNotTrust(String key, String value) {
    String card = value.startsWith("None") ? "'None    '" : value;

    assertThat(row(edited().set(0, key, card)).value(ObsCoreColumn.RV)).isNull();
  }

  /** -13.36 km/s is a redshift of -4.456e-5. */
  @ParameterizedTest
  @CsvSource({
    "DOPCOR01, -4.456E-5 1-392, BARYCENT",
    "DOPCOR01, 0. 1-392, TOPOCENT",
    "BARYEFF, None, TOPOCENT"
  })
  void isBarycentricUnlessTheHeaderSaysThatItWasNotDone(String key, String value, String frame) {
    EditedFixture file =
        key.equals("BARYEFF")
            ? edited().set(0, key, "'" + value + "'")
            : edited().replace(0, "WAV_OK", key, "'" + value + "'");

    assertThat(row(file).text(ObsCoreColumn.SPECSYS)).contains(frame);
  }

  /**
   * printf 'GALAH_ID=5034621\nOBJ_NAME=galahic_5034621\nPIVOT=1\nCFG_FILE=gf1_3071_p0.sds\n
   * UTMJD=59229.51423611111\n210115000100001\n210115000200001\n210115000300001' | sha256sum
   */
  @Test
  void namesAFileOfAnotherNameByStarAndExposures() {
    ObsCoreRow row = load("cutout.fits", edited()).spectra().get(0).row();

    assertThat(row.text(ObsCoreColumn.OBS_ID)).contains("star-9e88a394bc97");
    assertThat(row.text(ObsCoreColumn.TARGET_NAME)).contains("08261437-2215034");
  }

  @Test
  void distrustsANameWithAnotherPivot() {
    ObsCoreRow row = load("2101150001010022.fits", edited()).spectra().get(0).row();

    assertThat(row.text(ObsCoreColumn.OBS_ID)).contains("star-9e88a394bc97");
  }

  @Test
  void takesASpectrumOverEpochsForACoAdd() {
    ObsCoreRow row = load("2101150001020022.fits", edited()).spectra().get(0).row();

    assertThat(row.text(ObsCoreColumn.OBS_ID)).contains("210115000102002");
    assertThat(row.requiredNumber(ObsCoreColumn.CALIB_LEVEL)).isEqualTo(3);
  }

  @Test
  void rejectsASpectrumInAnotherUnit() {
    LoadedFile file = load(NAME, edited().set(0, "CUNIT1", "'Hz      '"));

    assertThat(file.spectra().stream().map(LoadedSpectrum::name)).containsExactly("V-normalised");
    assertThat(file.rejected())
        .singleElement()
        .asString()
        .contains("HDU 0 (PRIMARY): CUNIT1: found 'Hz'");
  }
}

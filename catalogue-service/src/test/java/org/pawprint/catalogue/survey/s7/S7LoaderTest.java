package org.pawprint.catalogue.survey.s7;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pawprint.catalogue.survey.LoadedCube;
import org.pawprint.catalogue.survey.SurveyFile;
import org.pawprint.core.fits.FitsFile;
import org.pawprint.core.fits.UnreadableFits;
import org.pawprint.core.obscore.ObsCoreColumn;
import org.pawprint.core.obscore.ObsCoreRow;
import org.pawprint.testkit.fixture.EditedFixture;
import org.pawprint.testkit.fixture.SurveyFixture;

/** Numbers by astropy's Time and SkyCoord of the cards, and by arithmetic. */
class S7LoaderTest {
  private static final S7Loader LOADER = new S7Loader();
  private static final String BLUE = "NGC1068_B.fits";

  private static LoadedCube load(FitsFile fits) {
    return LOADER.load(new SurveyFile("x.fits", fits, Map.of())).cubes().get(0);
  }

  private static FitsFile altered(String from, String to) {
    return EditedFixture.of("s7/" + BLUE).text(from, to).open();
  }

  @ParameterizedTest
  @CsvSource({
    // 3500 to 5615 and 5400 to 6998 A in air, by specutils' air_to_vac with Ciddor 1996
    "NGC1068_B.fits, blue, 3501.0014186249564, 5616.558836177797, 3000",
    "NGC1068_R.fits, red, 5401.501409500475, 6999.930092852457, 7000"
  })
  void aCubeIsARowOfItsArm(String file, String arm, double min, double max, double power) {
    LoadedCube cube = load(SurveyFixture.open("s7/" + file));

    assertThat(cube.name()).isEqualTo(arm + "-cube");
    ObsCoreRow row = cube.row();
    assertThat(row.text(ObsCoreColumn.DATAPRODUCT_TYPE)).contains("cube");
    assertThat(row.text(ObsCoreColumn.OBS_ID)).contains("NGC1068");
    assertThat(row.requiredNumber(ObsCoreColumn.EM_MIN)).isEqualTo(min * 1e-10, within(1e-13));
    assertThat(row.requiredNumber(ObsCoreColumn.EM_MAX)).isEqualTo(max * 1e-10, within(1e-13));
    assertThat(row.requiredNumber(ObsCoreColumn.EM_RES_POWER)).isEqualTo(power);
    assertThat(row.requiredNumber(ObsCoreColumn.S_XEL1)).isEqualTo(5);
    assertThat(row.requiredNumber(ObsCoreColumn.S_XEL2)).isEqualTo(8);
    assertThat(row.text(ObsCoreColumn.O_UNIT)).contains("erg/s/cm2/Angstrom/arcsec2");
  }

  @Test
  void readsPlaceAndTimesOfTheTelescope() {
    ObsCoreRow row = load(SurveyFixture.open("s7/" + BLUE)).row();

    assertThat(row.requiredNumber(ObsCoreColumn.S_RA)).isEqualTo(40.66958333333333, within(1e-9));
    assertThat(row.requiredNumber(ObsCoreColumn.S_DEC))
        .isEqualTo(-0.013333333333333334, within(1e-9));
    // hypot(5, 8) spaxels of an arcsec
    assertThat(row.requiredNumber(ObsCoreColumn.S_FOV))
        .isEqualTo(0.0026205503144601677, within(1e-12));
    assertThat(row.requiredNumber(ObsCoreColumn.T_MIN)).isEqualTo(56601.986909722225, within(1e-8));
    assertThat(row.requiredNumber(ObsCoreColumn.T_MAX))
        .as("past midnight")
        .isEqualTo(56602.014936342595, within(1e-8));
    assertThat(row.requiredNumber(ObsCoreColumn.T_EXPTIME)).isEqualTo(2000);
  }

  @Test
  void aUnitOfTheHeaderGoesBeforeTheDocumentedOne() {
    ObsCoreRow row = load(altered("CAMERA  = 'WiFeSBlue'", "BUNIT   = 'erg/s/cm2'")).row();

    assertThat(row.text(ObsCoreColumn.O_UNIT)).contains("erg/s/cm2");
  }

  @ParameterizedTest
  @CsvSource({
    "INSTRUME, INSTRUMX",
    "CRVAL3  , CRVALX  ",
    "'WiFeS   ', 'GMOS    '",
    "XTENSION= 'IMAGE   ', XTENSION= 'FOREIGN '"
  })
  void isNotOursWithoutInstrumentWavelengthsOrVariance(String from, String to) {
    assertThat(LOADER.recognises(altered(from, to))).isFalse();
  }

  @Test
  void refusesWavelengthsOfAnotherGratingAndTimesThatAreNone() {
    assertThatThrownBy(() -> load(altered("               3500.0", "               7500.0")))
        .isInstanceOf(UnreadableFits.class)
        .hasMessageContaining("CRVAL3");
    assertThatThrownBy(() -> load(altered("00:21:30.5", "00:21:99.5")))
        .isInstanceOf(UnreadableFits.class)
        .hasMessageContaining("UTCEND");
  }
}

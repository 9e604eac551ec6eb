package org.pawprint.catalogue.survey.sami;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pawprint.catalogue.survey.LoadedCube;
import org.pawprint.catalogue.survey.LoadedEntry;
import org.pawprint.catalogue.survey.LoadedFile;
import org.pawprint.catalogue.survey.LoadedSpectrum;
import org.pawprint.catalogue.survey.SurveyFile;
import org.pawprint.core.fits.FitsFile;
import org.pawprint.core.fits.UnreadableFits;
import org.pawprint.core.obscore.ObsCoreColumn;
import org.pawprint.core.obscore.ObsCoreRow;
import org.pawprint.core.spectrum.ErrorKind;
import org.pawprint.core.spectrum.MaskBit;
import org.pawprint.core.spectrum.Medium;
import org.pawprint.core.spectrum.Spectrum;
import org.pawprint.core.spectrum.VelocityFrame;
import org.pawprint.testkit.fixture.EditedFixture;
import org.pawprint.testkit.fixture.SurveyFixture;

/** Numbers by {@code fixtures/sami/expected.py} (astropy) unless said. */
class SamiLoaderTest {
  private static final SamiLoader LOADER = new SamiLoader();
  private static final String CUBE = "24433_A_cube_blue.fits";
  private static final String ANNULAR = "24433_A_annular_blue.fits";
  private static final String SECTORS = "24433_A_sectors_red.fits";
  private static final String APERTURE = "24433_spectrum_3-arcsec_blue.fits";

  private static LoadedFile load(String name) {
    return loadAs(name, name);
  }

  private static LoadedFile loadAs(String file, String name) {
    return LOADER.load(new SurveyFile(name, SurveyFixture.open("sami/" + file), Map.of()));
  }

  /** The file with one text of the same length for another. */
  private static FitsFile altered(String name, String from, String to) {
    return EditedFixture.of("sami/" + name).text(from, to).open();
  }

  private static LoadedFile loadAltered(String name, String from, String to) {
    return LOADER.load(new SurveyFile(name, altered(name, from, to), Map.of()));
  }

  @Test
  void aCubeIsARowWithItsSpaxelsAndItsOutline() {
    LoadedFile file = load(CUBE);

    assertThat(file.spectra()).isEmpty();
    LoadedCube cube = file.cubes().get(0);
    assertThat(cube.name()).isEqualTo("blue-cube");
    ObsCoreRow row = cube.row();
    assertThat(row.text(ObsCoreColumn.DATAPRODUCT_TYPE)).contains("cube");
    assertThat(row.text(ObsCoreColumn.DATAPRODUCT_SUBTYPE)).contains("science");
    assertThat(row.requiredNumber(ObsCoreColumn.S_XEL1)).isEqualTo(6);
    assertThat(row.requiredNumber(ObsCoreColumn.S_XEL2)).isEqualTo(5);
    assertThat(row.requiredNumber(ObsCoreColumn.EM_XEL)).isEqualTo(64);
    assertThat(row.requiredNumber(ObsCoreColumn.S_RA)).isEqualTo(140.3041, within(1e-8));
    assertThat(row.requiredNumber(ObsCoreColumn.S_DEC)).isEqualTo(0.5017, within(1e-8));
    assertThat(row.requiredNumber(ObsCoreColumn.S_FOV))
        .isEqualTo(0.0010847568993788389, within(1e-9));
    assertThat(row.text(ObsCoreColumn.S_REGION))
        .contains(
            "Polygon ICRS 140.30451668 0.50135278 140.30368332 0.50135278"
                + " 140.30368332 0.50204722 140.30451668 0.50204722");
  }

  @Test
  void anAxisInAirBecomesVacuumInTheRow() {
    ObsCoreRow row = load(CUBE).cubes().get(0).row();

    // 4691.45 and 4757.6 in air, by specutils' air_to_vac with Ciddor 1996.
    assertThat(row.requiredNumber(ObsCoreColumn.EM_MIN))
        .isEqualTo(4692.763013427294e-10, within(1e-13));
    assertThat(row.requiredNumber(ObsCoreColumn.EM_MAX))
        .isEqualTo(4758.9305347143645e-10, within(1e-13));
    assertThat(row.text(ObsCoreColumn.SPECTRAL_MEDIUM)).contains("air");
    assertThat(row.text(ObsCoreColumn.SPECSYS)).contains("TOPOCENT");
  }

  @Test
  void keepsWhatTheHeaderTellsOfTheObservation() {
    ObsCoreRow row = load(CUBE).cubes().get(0).row();

    assertThat(row.text(ObsCoreColumn.TARGET_NAME)).contains("24433");
    assertThat(row.text(ObsCoreColumn.OBS_ID)).contains("24433-Y15SAR3_P002_12T056");
    assertThat(row.requiredNumber(ObsCoreColumn.T_EXPTIME)).isEqualTo(12600);
    assertThat(row.requiredNumber(ObsCoreColumn.T_XEL)).isEqualTo(7);
    assertThat(row.requiredNumber(ObsCoreColumn.S_RESOLUTION)).isEqualTo(1.87);
    assertThat(row.text(ObsCoreColumn.O_UNIT)).contains("10**(-16) erg /s /cm**2 /angstrom /pixel");
    assertThat(row.text(ObsCoreColumn.ERROR_KIND)).contains("variance");
    assertThat(row.text(ObsCoreColumn.ARM)).contains("blue");
    assertThat(row.value(ObsCoreColumn.REDSHIFT)).isNull();
    assertThat(row.value(ObsCoreColumn.T_MIN)).isNull();
  }

  @Test
  void bothArmsAreOneObservationWithAndWithoutAPlate() {
    String withPlate = load(CUBE).cubes().get(0).row().requiredText(ObsCoreColumn.OBS_ID);
    String blue = obsIdWithoutPlate(CUBE);

    assertThat(load("24433_A_cube_red.fits").cubes().get(0).row().text(ObsCoreColumn.OBS_ID))
        .contains(withPlate);
    assertThat(obsIdWithoutPlate("24433_A_cube_red.fits")).isEqualTo(blue).startsWith("24433-");
  }

  private static String obsIdWithoutPlate(String name) {
    return loadAltered(name, "PLATEID ", "PLATEIX ")
        .cubes()
        .get(0)
        .row()
        .requiredText(ObsCoreColumn.OBS_ID);
  }

  @Test
  void givesASpectrumPerAnnulus() {
    LoadedFile file = load(ANNULAR);

    assertThat(file.entries())
        .extracting(LoadedEntry::name)
        .containsExactly(
            "blue-annular-bin1", "blue-annular-bin2", "blue-annular-bin3", "blue-annular-cube");
    Spectrum second = file.spectra().get(1).spectrum();
    assertThat(second.flux()[0]).isEqualTo(3.5336833f, within(1e-6f));
    assertThat(second.flux()[63]).isEqualTo(4.1636834f, within(1e-6f));
    assertThat(sigma(second)[0]).isEqualTo(0.06324555f, within(1e-7f));
    assertThat(second.errorKind()).isEqualTo(ErrorKind.VARIANCE);
    assertThat(second.axis().last()).isEqualTo(4757.6, within(1e-9));
    assertThat(second.fluxUnit()).isEqualTo("10**(-16) erg /s /cm**2 /angstrom /pixel");
    assertThat(file.spectra())
        .extracting(s -> s.row().requiredText(ObsCoreColumn.DATAPRODUCT_SUBTYPE))
        .containsOnly("annular-bin");
    // 10 spaxels of a quarter of a square arcsec.
    assertThat(file.spectra().get(1).row().requiredNumber(ObsCoreColumn.S_FOV))
        .isEqualTo(2 * Math.sqrt(10 * 0.25 / Math.PI) / 3600, within(1e-12));
  }

  private static float[] sigma(Spectrum spectrum) {
    float[] sigma = spectrum.sigma();
    assertThat(sigma).isNotNull();
    return sigma == null ? new float[0] : sigma;
  }

  @Test
  void placesASectorAtTheMiddleOfItsSpaxels() {
    LoadedFile file = load(SECTORS);

    assertThat(file.spectra()).hasSize(4);
    ObsCoreRow fourth = file.spectra().get(3).row();
    assertThat(file.spectra().get(3).name()).isEqualTo("red-sectors-bin4");
    assertThat(fourth.requiredNumber(ObsCoreColumn.S_RA)).isEqualTo(140.30394722, within(1e-8));
    assertThat(fourth.requiredNumber(ObsCoreColumn.S_DEC)).isEqualTo(0.5017, within(1e-8));
  }

  @Test
  void anAdaptivelyBinnedCubeStaysWhole() {
    LoadedFile file = load("24433_A_adaptive_blue.fits");

    assertThat(file.spectra()).isEmpty();
    assertThat(file.cubes()).extracting(LoadedCube::name).containsExactly("blue-adaptive-cube");
  }

  @Test
  void withoutItsNameABinnedCubeIsToldByTheNumberOfItsBins() {
    LoadedFile file = loadAs(ANNULAR, "download.fits");

    assertThat(file.entries())
        .extracting(LoadedEntry::name)
        .containsExactly(
            "blue-binned3-bin1", "blue-binned3-bin2", "blue-binned3-bin3", "blue-binned3-cube");
  }

  @Test
  void anApertureIsASpectrumWithBlanksAndPixelsWithoutError() {
    LoadedSpectrum loaded = load(APERTURE).spectra().get(0);

    Spectrum spectrum = loaded.spectrum();
    assertThat(loaded.name()).isEqualTo("blue-3-arcsec");
    assertThat(spectrum.axis().first()).isEqualTo(4691.45, within(1e-9));
    assertThat(spectrum.medium()).isEqualTo(Medium.AIR);
    assertThat(spectrum.frame()).isEqualTo(VelocityFrame.TOPOCENTRIC);
    assertThat(spectrum.flux()[0]).isEqualTo(43.786663f);
    assertThat(sigma(spectrum)[1]).isEqualTo(0.60745376f, within(1e-7f));
    assertThat(spectrum.flux()[63]).isNaN();
    assertThat(spectrum.mask()[63]).isEqualTo((byte) MaskBit.BLANK.bit());
    assertThat(spectrum.mask()[62]).isEqualTo((byte) MaskBit.NO_ERROR.bit());
    assertThat(loaded.row().text(ObsCoreColumn.DATAPRODUCT_SUBTYPE)).contains("aperture");
    assertThat(loaded.row().requiredNumber(ObsCoreColumn.S_RA)).isEqualTo(140.3041);
    assertThat(loaded.row().requiredNumber(ObsCoreColumn.S_FOV))
        .isEqualTo(0.0004701579862897969, within(1e-12));
    // Z_TONRY is corrected for flows and no redshift as observed.
    assertThat(loaded.row().value(ObsCoreColumn.REDSHIFT)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "24433_spectrum_3-arcsec_blue.fits, x.fits, blue-3-arcsec",
    "24433_spectrum_3-kpc_red.fits, x.fits, red-3-kpc",
    "24433_spectrum_re-mge_red.fits, 24433_spectrum_re-mge_red.fits, red-re-mge",
    "24433_spectrum_re-mge_red.fits, x.fits, red-re"
  })
  void namesAnApertureByItsRadius(String file, String announced, String name) {
    assertThat(loadAs(file, announced).spectra().get(0).name()).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"INSTRUME", "VARIANCE"})
  void isNoCubeWithoutItsInstrumentOrItsVariance(String card) {
    String altered = card.substring(0, 7) + "X";

    assertThat(LOADER.recognises(altered(CUBE, card, altered))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"CATARA  ", "DROPFACT", "RADIUS  ", "N_SPAX  ", "VARIANCE"})
  void isNoApertureWithoutTheCardsOfTheApertureCode(String card) {
    String altered = "X" + card.substring(1);

    assertThat(LOADER.recognises(altered(APERTURE, card, altered))).isFalse();
  }

  @Test
  void takesTheGalaxyForTheMiddleOfACubeWithoutCelestialCoordinates() {
    ObsCoreRow row = loadAltered(CUBE, "'RA---TAN'", "'DEGREE  '").cubes().get(0).row();

    assertThat(row.requiredNumber(ObsCoreColumn.S_RA)).isEqualTo(140.3041);
    // hypot(6, 5) spaxels of half an arcsec.
    assertThat(row.requiredNumber(ObsCoreColumn.S_FOV))
        .isEqualTo(Math.hypot(6, 5) / 7200, within(1e-12));
    assertThat(row.requiredText(ObsCoreColumn.S_REGION)).startsWith("Circle ICRS 140.3041 0.5017 ");
  }

  @Test
  void refusesAUnitOfWavelengthItDoesNotKnowAndWavelengthsThatSamiCannotSee() {
    assertThatThrownBy(() -> loadAltered(CUBE, "'Angstrom'", "'furlong '"))
        .isInstanceOf(UnreadableFits.class)
        .hasMessageContaining("CUNIT3");
    assertThatThrownBy(() -> loadAltered(CUBE, "               4724.0", "              14724.0"))
        .isInstanceOf(UnreadableFits.class)
        .hasMessageContaining("CRVAL3");
  }

  @Test
  void aBinMaskOfAnotherShapeIsRefused() {
    assertThatThrownBy(
            () ->
                loadAltered(
                    ANNULAR,
                    "BITPIX  =                   32 / array data type                                "
                        + "NAXIS   =                    2 / number of array dimensions                     "
                        + "NAXIS1  =                    6",
                    "BITPIX  =                   32 / array data type                                "
                        + "NAXIS   =                    2 / number of array dimensions                     "
                        + "NAXIS1  =                    4"))
        .isInstanceOf(UnreadableFits.class)
        .hasMessageContaining("6 by 5 spaxels");
  }
}

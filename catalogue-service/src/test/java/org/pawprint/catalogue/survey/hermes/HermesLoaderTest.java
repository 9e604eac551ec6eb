package org.pawprint.catalogue.survey.hermes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pawprint.catalogue.survey.LoadedFile;
import org.pawprint.catalogue.survey.LoadedSpectrum;
import org.pawprint.catalogue.survey.SurveyFile;
import org.pawprint.catalogue.survey.twodfdr.FrameBuilder;
import org.pawprint.core.fits.FitsFile;
import org.pawprint.core.obscore.ObsCoreColumn;
import org.pawprint.core.obscore.ObsCoreRow;
import org.pawprint.core.spectrum.MaskBit;
import org.pawprint.core.spectrum.Medium;
import org.pawprint.core.spectrum.Spectrum;
import org.pawprint.core.spectrum.VelocityFrame;
import org.pawprint.testkit.fixture.SurveyFixture;

/** Numbers by {@code fixtures/hermes/expected.py} (astropy, numpy) unless said. */
class HermesLoaderTest {
  private static final HermesLoader LOADER = new HermesLoader();
  private static final LoadedFile GREEN =
      load(SurveyFixture.open("hermes/07apr20054red.written.fits"));

  private static LoadedFile load(FitsFile fits) {
    return LOADER.load(new SurveyFile("07apr20054red.fits", fits, Map.of()));
  }

  private static ObsCoreRow row() {
    return GREEN.spectra().get(0).row();
  }

  private static Spectrum spectrum(int index) {
    return GREEN.spectra().get(index).spectrum();
  }

  private static FrameBuilder frame(String spectId, double centre) {
    return FrameBuilder.red()
        .card("INSTRUME", "'HERMES-2dF'")
        .card("SPECTID", "'" + spectId + "'")
        .card("CRVAL1", String.valueOf(centre))
        .card("CDELT1", "0.05")
        .fibre("3700612029", "P", 201);
  }

  @Test
  void readsEveryTargetOfTheFrame() {
    assertThat(GREEN.spectra().stream().map(LoadedSpectrum::name))
        .containsExactly("green-201", "green-203");
    assertThat(GREEN.notCatalogued()).isEqualTo(1);
    assertThat(GREEN.rejected()).isEmpty();
    assertThat(row().text(ObsCoreColumn.TARGET_NAME)).contains("3700612029");
    assertThat(row().requiredNumber(ObsCoreColumn.S_RA)).isEqualTo(251.25, within(1e-10));
    assertThat(row().requiredNumber(ObsCoreColumn.S_DEC)).isEqualTo(7.5, within(1e-10));
  }

  @Test
  void countsFromTheReferencePixelInMidArray() {
    assertThat(spectrum(0).axis().first()).isEqualTo(5732.4972, within(1e-9));
    assertThat(spectrum(0).axis().angstrom(100)).isEqualTo(5737.9772, within(1e-9));
    assertThat(spectrum(0).axis().last()).isEqualTo(5788.5576, within(1e-9));
    assertThat(spectrum(0).medium()).isEqualTo(Medium.AIR);
    assertThat(spectrum(0).frame()).isEqualTo(VelocityFrame.TOPOCENTRIC);
  }

  @Test
  void turnsVarianceIntoSigmaAndMarksBlanks() {
    assertThat(spectrum(0).flux()[500]).isEqualTo(595.3125f);
    assertThat(sigma(0)[500]).isEqualTo(24.724734578959588f, within(1e-5f));
    assertThat(spectrum(0).mask()[7]).isEqualTo((byte) MaskBit.NO_ERROR.bit());
    assertThat(spectrum(1).flux()[500]).isEqualTo(1339.4531f);
    assertThat(spectrum(1).mask()[3]).isEqualTo((byte) MaskBit.BLANK.bit());
  }

  private static float[] sigma(int index) {
    return Objects.requireNonNull(spectrum(index).sigma());
  }

  @Test
  void tellsWhatTheFrameIs() {
    assertThat(row().text(ObsCoreColumn.OBS_ID)).contains("20170407-GN-0054");
    assertThat(row().text(ObsCoreColumn.ALT_OBS_ID)).contains("gf1_6250_3700612029_1201400_p0-201");
    assertThat(row().text(ObsCoreColumn.ARM)).contains("green");
    assertThat(row().text(ObsCoreColumn.BAND_NAME)).contains("V");
    assertThat(row().text(ObsCoreColumn.INSTRUMENT_NAME)).contains("2dF-HERMES");
    assertThat(row().requiredNumber(ObsCoreColumn.T_MIN))
        .isEqualTo(57850.72324074074, within(1e-8));
    assertThat(row().requiredNumber(ObsCoreColumn.T_MAX)).isEqualTo(57850.7371412037, within(1e-8));
    assertThat(row().requiredNumber(ObsCoreColumn.T_EXPTIME)).isEqualTo(1200);
    // Nominal; the middle of the axis, 5760.5274 A, over 28,000.
    assertThat(row().requiredNumber(ObsCoreColumn.EM_RES_POWER)).isEqualTo(28_000);
    assertThat(row().requiredNumber(ObsCoreColumn.EM_RESOLUTION))
        .isEqualTo(5760.5274 / 28_000 * 1e-10, within(1e-18));
  }

  @ParameterizedTest
  @CsvSource({
    "BL, 4800, blue, B",
    "GN, 5760, green, V",
    "RD, 6600, red, R",
    "RR, 7740, infrared, I"
  })
  void knowsFourArms(String spectId, double centre, String arm, String band) {
    FitsFile fits = frame(spectId, centre).build();
    LoadedSpectrum loaded = load(fits).spectra().get(0);

    assertThat(LOADER.recognises(fits)).isTrue();
    assertThat(loaded.name()).isEqualTo(arm + "-201");
    assertThat(loaded.row().text(ObsCoreColumn.ARM)).contains(arm);
    assertThat(loaded.row().text(ObsCoreColumn.BAND_NAME)).contains(band);
  }

  @Test
  void statesNoResolvingPowerBehindTheSlitMask() {
    ObsCoreRow row =
        load(frame("RD", 6600).card("SLITMASK", "'IN      '").build()).spectra().get(0).row();

    assertThat(row.value(ObsCoreColumn.EM_RES_POWER)).isNull();
  }

  @Test
  void leavesFramesOfOtherInstrumentsAndArcs() {
    assertThat(LOADER.recognises(FrameBuilder.red().fibre("NGC 1", "P", 7).build())).isFalse();
    assertThat(LOADER.recognises(frame("RD", 6600).card("NDFCLASS", "'MFARC'").build())).isFalse();
    assertThat(LOADER.recognises(frame("RD", 6600).without("INSTRUME").build())).isFalse();
  }
}

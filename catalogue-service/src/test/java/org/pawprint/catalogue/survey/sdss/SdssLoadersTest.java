package org.pawprint.catalogue.survey.sdss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.pawprint.catalogue.survey.LoadedFile;
import org.pawprint.catalogue.survey.SurveyFile;
import org.pawprint.catalogue.survey.SurveyLoader;
import org.pawprint.core.obscore.ObsCoreColumn;
import org.pawprint.core.obscore.ObsCoreRow;
import org.pawprint.core.spectrum.LogAxis;
import org.pawprint.core.spectrum.MaskBit;
import org.pawprint.core.spectrum.Medium;
import org.pawprint.core.spectrum.Spectrum;
import org.pawprint.core.spectrum.VelocityFrame;
import org.pawprint.testkit.fixture.SurveyFixture;

/** Numbers by {@code fixtures/sdss/expected.py} (specutils, astropy) unless said. */
class SdssLoadersTest {
  private static final LoadedFile SPSPEC = load(new SpSpecLoader(), "spSpec-51609-0304-087.fit");
  private static final LoadedFile SPEC =
      load(new SpecLoader(), "spec-0304-51609-0087.900pixels.fits");

  private static LoadedFile load(SurveyLoader loader, String name) {
    return loader.load(new SurveyFile(name, SurveyFixture.open("sdss/" + name), Map.of()));
  }

  private static Spectrum spectrum(LoadedFile file) {
    return file.spectra().get(0).spectrum();
  }

  private static ObsCoreRow row(LoadedFile file) {
    return file.spectra().get(0).row();
  }

  private static float[] sigma(LoadedFile file) {
    return Objects.requireNonNull(spectrum(file).sigma());
  }

  @Test
  void readsLogarithmicVacuumWavelengthsThatTheHeaderCallsLinear() {
    Spectrum spectrum = spectrum(SPSPEC);
    assertThat(spectrum.axis()).isInstanceOf(LogAxis.class);
    // 10**(COEFF0 + COEFF1 * i) with i from 0; GAMA gives 3790.53 and 9221.47 for this file.
    assertThat(spectrum.axis().first()).isEqualTo(3790.5305394288553, within(1e-8));
    assertThat(spectrum.axis().angstrom(100)).isEqualTo(3878.8233380237325, within(1e-8));
    assertThat(spectrum.axis().last()).isEqualTo(9221.46665124264, within(1e-8));
    assertThat(spectrum.medium()).isEqualTo(Medium.VACUUM);
    assertThat(spectrum.frame()).isEqualTo(VelocityFrame.HELIOCENTRIC);
  }

  @Test
  void keepsFluxAndSigmaAndMasksPixelsWithoutError() {
    assertThat(spectrum(SPSPEC).flux()[500]).isEqualTo(8.25197f);
    assertThat(sigma(SPSPEC)[500]).isEqualTo(1.7263126f);
    assertThat(spectrum(SPSPEC).mask()[0] & MaskBit.NO_ERROR.bit()).isNotZero();
    assertThat(masked(SPSPEC, MaskBit.NO_ERROR)).isEqualTo(14);
    assertThat(masked(SPSPEC, MaskBit.BAD_PIXEL)).isEqualTo(117);
    assertThat(spectrum(SPSPEC).mask()[1675] & MaskBit.BAD_PIXEL.bit()).isNotZero();
    assertThat(row(SPSPEC).text(ObsCoreColumn.ERROR_KIND)).contains("sigma");
    assertThat(spectrum(SPSPEC).fluxUnit()).isEqualTo("1e-17 erg/s/cm2/Angstrom");
  }

  private static int masked(LoadedFile file, MaskBit bit) {
    int count = 0;
    for (byte bits : spectrum(file).mask()) {
      count += (bits & bit.bit()) == 0 ? 0 : 1;
    }
    return count;
  }

  @Test
  void turnsInverseVarianceIntoSigma() {
    assertThat(spectrum(SPEC).flux()[500]).isEqualTo(17.9344f);
    assertThat(sigma(SPEC)[500]).isEqualTo(0.7335037485498214f, within(1e-6f));
    assertThat(masked(SPEC, MaskBit.BAD_PIXEL)).isEqualTo(8);
    assertThat(row(SPEC).text(ObsCoreColumn.ERROR_KIND)).contains("inverse_variance");
    // specutils computes these in single precision: a unit in the last place is 0.0005.
    assertThat(spectrum(SPEC).axis().first()).isEqualTo(5737.1987, within(1e-3));
    assertThat(spectrum(SPEC).axis().last()).isEqualTo(7056.672, within(1e-3));
  }

  @Test
  void countsAtomicSecondsFromDayZero() {
    for (LoadedFile file : new LoadedFile[] {SPSPEC, SPEC}) {
      assertThat(row(file).requiredNumber(ObsCoreColumn.T_MIN))
          .isEqualTo(51609.473969907405, within(1e-9));
      assertThat(row(file).requiredNumber(ObsCoreColumn.T_MAX))
          .isEqualTo(51609.52211805555, within(1e-9));
      assertThat(row(file).requiredNumber(ObsCoreColumn.T_EXPTIME)).isEqualTo(3600);
    }
    assertThat(row(SPSPEC).requiredNumber(ObsCoreColumn.T_XEL)).isEqualTo(4);
  }

  @Test
  void placesTheObjectAndNotTheTelescope() {
    // RAOBJ and DECOBJ; RA and DEC are the boresight.
    assertThat(row(SPSPEC).requiredNumber(ObsCoreColumn.S_RA)).isEqualTo(215.55256);
    assertThat(row(SPSPEC).requiredNumber(ObsCoreColumn.S_DEC)).isEqualTo(-0.59852786);
    assertThat(row(SPEC).requiredNumber(ObsCoreColumn.S_RA)).isEqualTo(215.55256);
    assertThat(row(SPSPEC).requiredNumber(ObsCoreColumn.S_FOV)).isEqualTo(3.0 / 3600);
    assertThat(row(SPEC).text(ObsCoreColumn.INSTRUMENT_NAME)).contains("SDSS spectrograph");
  }

  @Test
  void namesTheObservationByPlateDayAndFibre() {
    assertThat(row(SPSPEC).text(ObsCoreColumn.OBS_ID)).contains("0304-51609-087");
    assertThat(row(SPEC).text(ObsCoreColumn.OBS_ID)).contains("0304-51609-0087");
    assertThat(row(SPSPEC).text(ObsCoreColumn.TARGET_CLASS)).contains("GALAXY");
    assertThat(row(SPSPEC).requiredNumber(ObsCoreColumn.REDSHIFT)).isEqualTo(0.127838);
    assertThat(row(SPEC).requiredNumber(ObsCoreColumn.REDSHIFT)).isEqualTo(0.127838, within(1e-7));
    assertThat(row(SPEC).requiredNumber(ObsCoreColumn.EM_SNR)).isEqualTo(18.7, within(1e-5));
  }
}

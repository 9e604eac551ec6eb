package org.pawprint.catalogue.survey.desi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
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
import org.pawprint.core.spectrum.VelocityFrame;
import org.pawprint.testkit.fixture.SurveyFixture;

/** Numbers by {@code fixtures/desi/expected.py} (astropy) and {@code make.py} (arithmetic). */
class DesiLoaderTest {
  private static final LoadedFile FILE =
      new DesiLoader()
          .load(
              new SurveyFile(
                  "coadd-sv3-dark-27258.fits",
                  SurveyFixture.open("desi/coadd-sv3-dark-27258.fits"),
                  Map.of()));

  private static Spectrum spectrum(int index) {
    return FILE.spectra().get(index).spectrum();
  }

  private static ObsCoreRow row(int index) {
    return FILE.spectra().get(index).row();
  }

  @Test
  void givesASpectrumPerTargetAndArmAndLeavesTheSkyOut() {
    assertThat(FILE.spectra().stream().map(LoadedSpectrum::name))
        .containsExactly(
            "b-39627652591521181",
            "r-39627652591521181",
            "z-39627652591521181",
            "b-39627652591521999",
            "r-39627652591521999",
            "z-39627652591521999",
            "b-39627652595716000",
            "r-39627652595716000");
    assertThat(FILE.notCatalogued()).isEqualTo(1);
    assertThat(FILE.rejected()).containsExactly("row 4 (z-39627652595716000): no finite flux");
  }

  @Test
  void readsTheLinearVacuumGridOfEachArm() {
    assertThat(spectrum(0).axis()).isInstanceOf(LinearAxis.class);
    assertThat(spectrum(0).axis().first()).isEqualTo(3600);
    assertThat(spectrum(0).axis().last()).isEqualTo(3647.2, within(1e-9));
    assertThat(spectrum(2).axis().last()).isEqualTo(7575.2, within(1e-9));
    assertThat(spectrum(0).medium()).isEqualTo(Medium.VACUUM);
    assertThat(spectrum(0).frame()).isEqualTo(VelocityFrame.BARYCENTRIC);
  }

  @Test
  void keepsFluxAndTurnsInverseVarianceIntoSigma() {
    assertThat(spectrum(0).flux()[20]).isEqualTo(10.280629f);
    assertThat(Objects.requireNonNull(spectrum(0).sigma())[20]).isEqualTo(0.5f);
    assertThat(spectrum(0).mask()[5] & MaskBit.NO_ERROR.bit()).isNotZero();
    assertThat(spectrum(0).fluxUnit()).isEqualTo("10**-17 erg/(s cm2 Angstrom)");
  }

  /** The mask is compressed by Rice in b, by gzip in r, and plain in z. */
  @Test
  void readsMasksHoweverTheyAreStored() {
    for (int arm = 0; arm < 3; arm++) {
      assertThat(marked(spectrum(arm))).containsExactly(5, 9, 10, 11);
    }
    assertThat(marked(spectrum(3))).hasSize(20);
    assertThat(marked(spectrum(4))).hasSize(17);
    assertThat(marked(spectrum(5))).hasSize(24);
  }

  private static List<Integer> marked(Spectrum spectrum) {
    return IntStream.range(0, spectrum.length())
        .filter(i -> (spectrum.mask()[i] & MaskBit.BAD_PIXEL.bit()) != 0)
        .boxed()
        .toList();
  }

  @Test
  void spansTheExposuresOfEachTarget() {
    // Two exposures of 900 s from 59300.25 and of 864 s from 59302.5.
    assertThat(row(0).requiredNumber(ObsCoreColumn.T_MIN)).isEqualTo(59300.25);
    assertThat(row(0).requiredNumber(ObsCoreColumn.T_MAX)).isEqualTo(59302.51, within(1e-9));
    assertThat(row(0).requiredNumber(ObsCoreColumn.T_EXPTIME)).isEqualTo(1800);
    assertThat(row(0).requiredNumber(ObsCoreColumn.T_XEL)).isEqualTo(2);
  }

  @Test
  void namesTheGroupOfExposures() {
    assertThat(row(0).text(ObsCoreColumn.OBS_ID)).contains("sv3-dark-27258");
    assertThat(row(3).text(ObsCoreColumn.TARGET_NAME)).contains("DESI 39627652591521999");
    assertThat(row(3).requiredNumber(ObsCoreColumn.S_RA)).isEqualTo(150.2);
    assertThat(row(3).text(ObsCoreColumn.ERROR_KIND)).contains("inverse_variance");
  }
}

package org.pawprint.catalogue.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.pawprint.core.obscore.ObsCoreColumn;
import org.pawprint.core.obscore.ObsCoreRow;
import org.pawprint.core.spectrum.LinearAxis;
import org.pawprint.core.spectrum.Medium;
import org.pawprint.core.spectrum.Spectrum;
import org.pawprint.core.spectrum.VelocityFrame;

class RowDerivationTest {

  /** The WiggleZ example of Data Central's SSA paper: 4707.03 to 9752.14 A, redshift 2.14479. */
  private static Spectrum wigglez(Medium medium, VelocityFrame frame) {
    LinearAxis axis = new LinearAxis(1, 4707.03, (9752.14 - 4707.03) / 4885, 4886);
    Pixels pixels = Pixels.ofVariance(new float[4886], new float[4886]);
    return new Spectrum(
        axis,
        medium,
        frame,
        pixels.flux(),
        pixels.sigma(),
        pixels.mask(),
        "count",
        pixels.errorKind());
  }

  private static ObsCoreRow.Builder facts() {
    return ObsCoreRow.builder().set(ObsCoreColumn.OBS_ID, "x");
  }

  @Test
  void dividesByRedshiftAndHalvesLikeThePublishedExample() {
    ObsCoreRow row =
        RowDerivation.complete(
            facts().set(ObsCoreColumn.REDSHIFT, 2.14479).build(),
            wigglez(Medium.VACUUM, VelocityFrame.HELIOCENTRIC));

    // WMID 7229.58 and WMINREST 1496.77 of its header.
    assertThat(row.requiredNumber(ObsCoreColumn.EM_MIDPOINT))
        .isEqualTo(7229.58e-10, within(0.01e-10));
    assertThat(row.requiredNumber(ObsCoreColumn.EM_MIN_REST))
        .isEqualTo(1496.77e-10, within(0.01e-10));
    assertThat(row.requiredNumber(ObsCoreColumn.EM_XEL)).isEqualTo(4886);
  }

  @Test
  void leavesRestWavelengthsUnknownWithoutRedshift() {
    ObsCoreRow row =
        RowDerivation.complete(facts().build(), wigglez(Medium.VACUUM, VelocityFrame.HELIOCENTRIC));

    assertThat(row.value(ObsCoreColumn.EM_MIN_REST)).isNull();
    assertThat(row.value(ObsCoreColumn.T_MIDPOINT)).isNull();
    assertThat(row.value(ObsCoreColumn.S_REGION)).isNull();
  }

  @Test
  void turnsAirIntoVacuum() {
    ObsCoreRow row =
        RowDerivation.complete(facts().build(), wigglez(Medium.AIR, VelocityFrame.TOPOCENTRIC));

    // specutils.utils.wcs_utils.air_to_vac(4707.03, "Ciddor1996") = 4708.3471
    assertThat(row.requiredNumber(ObsCoreColumn.EM_MIN))
        .isEqualTo(4708.3471e-10, within(0.0002e-10));
    assertThat(row.text(ObsCoreColumn.SPECTRAL_MEDIUM)).contains("air");
  }

  @Test
  void shiftsAStellarRestAxisBack() {
    ObsCoreRow row =
        RowDerivation.complete(
            facts().set(ObsCoreColumn.RV, 29.9792458).build(),
            wigglez(Medium.VACUUM, VelocityFrame.SOURCE));

    // A ten-thousandth of the speed of light.
    assertThat(row.requiredNumber(ObsCoreColumn.EM_MIN))
        .isEqualTo(4707.03e-10 * 1.0001, within(1e-20));
    assertThat(row.text(ObsCoreColumn.SPECSYS)).contains("SOURCE");
  }

  @Test
  void writesTheApertureInPlainDecimals() {
    ObsCoreRow row =
        RowDerivation.complete(
            facts()
                .set(ObsCoreColumn.S_RA, 1e-7)
                .set(ObsCoreColumn.S_DEC, -30.0)
                .set(ObsCoreColumn.S_FOV, 6.7 / 3600)
                .build(),
            wigglez(Medium.VACUUM, VelocityFrame.HELIOCENTRIC));

    assertThat(row.text(ObsCoreColumn.S_REGION)).contains("Circle ICRS 0.0000001 -30 0.00093056");
  }

  @Test
  void keepsTheSignalToNoiseOfTheSurvey() {
    ObsCoreRow row =
        RowDerivation.complete(
            facts().set(ObsCoreColumn.EM_SNR, 7.5).build(),
            wigglez(Medium.VACUUM, VelocityFrame.HELIOCENTRIC));

    assertThat(row.requiredNumber(ObsCoreColumn.EM_SNR)).isEqualTo(7.5);
  }
}

package org.pawprint.catalogue.survey.aaomega;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.pawprint.testkit.fixture.SurveyFixture;

class GratingSetupTest {
  private static final GratingSetup RED =
      GratingSetup.of(SurveyFixture.open("aaomega/emlLinearSkyAirHelio.fits").primary().header())
          .orElseThrow();

  /** LAMBDAC and DISPERS of the header are the control system's own results. */
  @Test
  void agreesWithTheHeaderOfARealFrame() {
    assertThat(RED.centreAngstrom()).isEqualTo(7251.60835456251, within(0.2));
    assertThat(RED.dispersion(7251.6)).isEqualTo(1.56784670532429, within(2e-4));
  }

  /** R = 1361 at 5.318 A is what Data Central publishes for OzDES spectra of this setup. */
  @Test
  void givesThePublishedResolvingPowerOfTheRedArm() {
    assertThat(RED.lineWidth(7238)).isEqualTo(5.318, within(0.02));
    assertThat(RED.resolvingPower(7238)).isEqualTo(1361, within(5.0));
    assertThat(RED.resolvingPower(8850)).isEqualTo(1681, within(10.0));
  }

  /** 580V at 4800 A; the AAO's grating table gives about 1300 for both arms. */
  @Test
  void givesThePublishedResolvingPowerOfTheBlueArm() {
    // sin a = sin b = 580e-7 * 4800 / 2 = 0.1392, a = b = 8.00146 degrees.
    double angle = Math.toRadians(8.00146);
    GratingSetup blue = new GratingSetup(580, 1, angle, angle);

    assertThat(blue.centreAngstrom()).isEqualTo(4800, within(0.1));
    // cos b / 580 mm = 1.707356e-3 mm; times 15 / 247000 = 1.03686e-7 mm = 1.03686 A.
    assertThat(blue.dispersion(4800)).isEqualTo(1.03686, within(1e-4));
    assertThat(blue.resolvingPower(4800)).isEqualTo(1300, within(100.0));
    assertThat(blue.resolvingPower(3750)).isEqualTo(1050, within(25.0));
  }

  @Test
  void knowsWhichWavelengthsFallOnTheDetector() {
    assertThat(RED.sees(5650)).isTrue();
    assertThat(RED.sees(8850)).isTrue();
    assertThat(RED.sees(3750)).isFalse();
  }

  @Test
  void isUnknownWithoutTheCards() {
    assertThat(
            GratingSetup.of(
                SurveyFixture.open("aaomega/alldata_combined_runz_x12_b02.4fibres.fits")
                    .primary()
                    .header()))
        .isEqualTo(Optional.empty());
  }
}

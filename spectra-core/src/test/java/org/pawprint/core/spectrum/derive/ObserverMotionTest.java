package org.pawprint.core.spectrum.derive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pawprint.core.spectrum.VelocityFrame;

class ObserverMotionTest {
  private final ObserverMotion aat = ObserverMotion.at("aat").orElseThrow();

  /**
   * astropy 5.2: SkyCoord(ra, dec).radial_velocity_correction(kind, obstime=Time(mjd),
   * location=EarthLocation.from_geodetic(149.0661, -31.2770, 1164)), in km/s.
   */
  @ParameterizedTest
  @CsvSource({
    "55000.5, 36.45, -4.6, 22.8075, 22.8134",
    "57123.7, 150.1, 2.2, -22.4892, -22.4939",
    "58500.55, 217.0, -60.8, 19.0962, 19.0883",
    "61345.51, 36.45, -4.6, -3.3125, -3.328",
    "51910.4, 334.0, -30.0, -20.229, -20.2486",
    "60300.6, 83.0, 22.0, -3.6982, -3.6916"
  })
  void agreesWithAstropy(
      double mjd, double ra, double dec, double barycentric, double heliocentric) {
    assertThat(aat.velocity(VelocityFrame.BARYCENTRIC, mjd, ra, dec))
        .isCloseTo(barycentric, within(0.02));
    assertThat(aat.velocity(VelocityFrame.HELIOCENTRIC, mjd, ra, dec))
        .isCloseTo(heliocentric, within(0.02));
  }

  @Test
  void thereAndBackIsNoChange() {
    double there =
        aat.factor(VelocityFrame.TOPOCENTRIC, VelocityFrame.BARYCENTRIC, 58_500, 120, -30);
    double back =
        aat.factor(VelocityFrame.BARYCENTRIC, VelocityFrame.TOPOCENTRIC, 58_500, 120, -30);

    assertThat(there * back).isCloseTo(1, within(1e-15));
    assertThat(there).isNotEqualTo(1);
    assertThatThrownBy(
            () -> aat.factor(VelocityFrame.SOURCE, VelocityFrame.BARYCENTRIC, 58_500, 120, -30))
        .isInstanceOf(NotDerivable.class);
    assertThat(ObserverMotion.at("Nowhere")).isEmpty();
  }
}

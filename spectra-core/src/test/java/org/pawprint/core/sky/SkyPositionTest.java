package org.pawprint.core.sky;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SkyPositionTest {
  @ParameterizedTest
  @CsvSource({"0,0", "360,0", "-0.0,0", "-90,270", "725.5,5.5", "-1e-300,0", "359.5,359.5"})
  void bringsRightAscensionIntoTheCircle(double given, double expected) {
    SkyPosition position = new SkyPosition(given, 0);
    assertThat(position).isEqualTo(new SkyPosition(expected, 0));
    assertThat(position.raDeg()).isGreaterThanOrEqualTo(0).isLessThan(360);
  }

  @ParameterizedTest
  @ValueSource(doubles = {90.0000001, -91, Double.NaN, Double.NEGATIVE_INFINITY})
  void refusesDeclinationsBeyondThePoles(double dec) {
    assertThatThrownBy(() -> new SkyPosition(0, dec)).hasMessageContaining("-90 to 90");
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
  void refusesRightAscensionThatIsNoNumber(double ra) {
    assertThatThrownBy(() -> new SkyPosition(ra, 0)).hasMessageContaining("finite");
  }

  /** By astropy 5.2.1: SkyCoord(..., unit='deg').separation(...).deg. */
  @ParameterizedTest
  @CsvSource({
    "10,20,10,20.0000001,1.0000000103151129e-07",
    "0,0,180,0.001,179.999",
    "12.5,-89.9999,192.5,-89.9999,0.00020000000000903984",
    "359.9999,5,0.0001,-5,10.000000001994918",
    "83.6,-5.4,200.1,62.2,106.88331589563263"
  })
  void measuresDistancesAsAstropyDoes(
      double ra1, double dec1, double ra2, double dec2, double expectedDeg) {
    SkyPosition a = new SkyPosition(ra1, dec1);
    SkyPosition b = new SkyPosition(ra2, dec2);
    assertThat(a.separationDeg(b)).isCloseTo(expectedDeg, within(1e-13 + 1e-15 * expectedDeg));
    assertThat(b.separationDeg(a)).isCloseTo(expectedDeg, within(1e-13 + 1e-15 * expectedDeg));
    assertThat(Math.toDegrees(a.unitVector().angleRad(b.unitVector())))
        .isCloseTo(expectedDeg, within(1e-13));
  }

  @Test
  void comesBackFromItsUnitVector() {
    SkyPosition position = new SkyPosition(211.25, -67.5);
    assertThat(position.unitVector().position().separationDeg(position)).isLessThan(1e-13);
    assertThat(new SkyPosition(0, 90).unitVector().z()).isEqualTo(1);
  }

  /**
   * By astropy 5.2.1: SkyCoord(l, b, unit='deg', frame='galactic').icrs, whose pole differs from
   * that of the Hipparcos Catalogue by up to 0.03 arcsec.
   */
  @ParameterizedTest
  @CsvSource({
    "0,0,266.4049882865447,-28.93617776179147",
    "0,90,192.85947789477606,27.128252414968028",
    "0,-90,12.859477894776068,-27.128252414968035",
    "123.5,-12.25,13.734438029568317,50.61788720726645",
    "359.9,45,229.22546552077048,-1.1812458811420323",
    "280.5,-33.3,79.71226744506203,-69.70495984"
  })
  void turnsGalacticIntoIcrs(double l, double b, double ra, double dec) {
    assertThat(Galactic.toIcrs(l, b).separationDeg(new SkyPosition(ra, dec)) * 3600)
        .isLessThan(0.05);
  }

  @Test
  void refusesGalacticLatitudeBeyondThePoles() {
    assertThatThrownBy(() -> Galactic.toIcrs(10, 95)).hasMessageContaining("95");
    assertThatThrownBy(() -> Galactic.toIcrs(Double.NaN, 5)).hasMessageContaining("NaN");
  }
}

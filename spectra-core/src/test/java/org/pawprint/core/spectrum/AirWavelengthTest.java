package org.pawprint.core.spectrum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AirWavelengthTest {
  /**
   * By specutils 1.9.1, specutils.utils.wcs_utils: air_to_vac(w, scheme='iteration',
   * method='Ciddor1996') and vac_to_air(w, method='Ciddor1996').
   */
  @ParameterizedTest
  @CsvSource({
    "2000.0,2000.6474934139321,1999.3526230448367",
    "2100.5,2101.1665204004676,2099.8336112629986",
    "3727.09,3728.1499966971655,3726.0302779359336",
    "4861.33,4862.68802236782,4859.972337895752",
    "5006.843,5008.239669615912,5005.44670154553",
    "6562.79,6564.602970753799,6560.977516510298",
    "8542.09,8544.43689351254,8539.743741017986",
    "9999.0,10001.741381716189,9996.259361125783",
    "17000.0,17004.643578863754,16995.35768424109"
  })
  void agreesWithSpecutils(double given, double inVacuum, double inAir) {
    assertThat(AirWavelength.toVacuumAngstrom(given)).isCloseTo(inVacuum, within(1e-9));
    assertThat(AirWavelength.toAirAngstrom(given)).isCloseTo(inAir, within(1e-9));
  }

  /**
   * The customary air wavelengths of Hα, Hβ and [O III] with the vacuum wavelengths of the SDSS
   * line list, good to the hundredths printed there.
   */
  @ParameterizedTest
  @CsvSource({"6562.79,6564.61", "4861.32,4862.68", "5006.84,5008.24"})
  void agreesWithPublishedLines(double air, double vacuum) {
    assertThat(AirWavelength.toVacuumAngstrom(air)).isCloseTo(vacuum, within(0.01));
    assertThat(AirWavelength.toAirAngstrom(vacuum)).isCloseTo(air, within(0.01));
  }

  @ParameterizedTest
  @ValueSource(doubles = {2001, 3000, 5500.5, 9000, 25_000})
  void comesBackToTheSameWavelength(double air) {
    double vacuum = AirWavelength.toVacuumAngstrom(air);
    assertThat(AirWavelength.toAirAngstrom(vacuum)).isCloseTo(air, within(1e-11));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1999.999, 1215.67, 10})
  void leavesTheFarUltravioletAsItIs(double wavelength) {
    assertThat(AirWavelength.toVacuumAngstrom(wavelength)).isEqualTo(wavelength);
    assertThat(AirWavelength.toAirAngstrom(wavelength)).isEqualTo(wavelength);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -5000, Double.NaN})
  void refusesWavelengthsThatAreNone(double wavelength) {
    assertThatThrownBy(() -> AirWavelength.toVacuumAngstrom(wavelength))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

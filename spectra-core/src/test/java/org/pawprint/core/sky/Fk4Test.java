package org.pawprint.core.sky;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class Fk4Test {

  /** By astropy, through {@code sky/fk4.py}. */
  @ParameterizedTest
  @CsvFileSource(resources = "/sky/fk4.csv")
  void agreesWithAstropyToAThousandthOfAnArcsecond(
      double ra, double dec, double epoch, double icrsRa, double icrsDec) {
    SkyPosition expected = new SkyPosition(icrsRa, icrsDec);

    assertThat(Fk4.toIcrs(ra, dec, epoch).separationDeg(expected) * 3600).isLessThan(0.001);
  }

  /** JD 2433282.42345905 of B1950.0 (Lieske 1979) against J2000.0, 365.25 days a year. */
  @Test
  void countsTheEpochInJulianYears() {
    assertThat(Fk4.B1950).isEqualTo(2000 + (2433282.42345905 - 2451545) / 365.25, within(1e-7));
  }

  @Test
  void refusesADeclinationBeyondThePole() {
    assertThatThrownBy(() -> Fk4.toIcrs(10, 91, Fk4.B1950))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("declination 91");
  }
}

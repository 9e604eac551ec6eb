package org.pawprint.datalink.slink;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Units as survey headers write them; the expected texts were read back by astropy 5.2.1, {@code
 * Unit(text, format="vounit")}, as the unit meant.
 */
class VoFluxUnitTest {

  @ParameterizedTest
  @CsvSource({
    "count, count",
    "counts, count",
    "1e-17 erg/s/cm2/Angstrom, 10**-17erg.s**-1.cm**-2.Angstrom**-1",
    "1e-17 erg/s/cm^2/A, 10**-17erg.s**-1.cm**-2.Angstrom**-1",
    "1e-16 erg / (A cm2 s), 10**-16erg.Angstrom**-1.cm**-2.s**-1",
    "10**(-17) erg/(s cm2 Angstrom), 10**-17erg.s**-1.cm**-2.Angstrom**-1",
    "erg.s-1.cm-2.Angstrom-1, erg.s**-1.cm**-2.Angstrom**-1",
    "count/s, count.s**-1",
    "adu, adu",
    "'', ''",
    "what? ever, ''",
  })
  void readsWhatSurveysWrite(String fits, String voUnits) {
    assertThat(VoFluxUnit.parse(fits).voUnits()).isEqualTo(voUnits);
  }

  /** 1 erg/s/cm2/Å = 1e-7 W / 1e-4 m2 / 1e-10 m = 1e7 W/m3. */
  @ParameterizedTest
  @CsvSource({
    "1e-17 erg/s/cm2/Angstrom, 1E-10 ML-1T-3",
    "1e-16 erg / (A cm2 s), 1E-9 ML-1T-3",
    "count, ''",
  })
  void givesTheFactorToSi(String fits, String si) {
    assertThat(VoFluxUnit.parse(fits).si()).isEqualTo(si);
  }
}

package org.pawprint.core.fits;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Forms that astropy 5.2.1 parses with {@code Unit(text, format="fits")} and no warning. */
class FluxUnitTest {

  @ParameterizedTest
  @CsvSource({
    "1e-17 erg/s/cm2/Angstrom, 10**(-17) erg/(s cm2 Angstrom), true",
    "1.0E-17 erg/cm/s/Ang, 10**(-17) erg/(cm s Ang), true",
    "1e-16 erg / (Angstrom cm2 s), 10**(-16) erg / (Angstrom cm2 s), true",
    "erg/(s cm2 Angstrom), erg/(s cm2 Angstrom), true",
    "10**(-17) erg s-1 cm-2 Angstrom-1, 10**(-17) erg s-1 cm-2 Angstrom-1, true",
    "Jy, Jy, true",
    "mJy, mJy, true",
    "adu, adu, true",
    "count/s, count/s, true",
    "count, count, false",
    "count/Angstrom, count/Angstrom, false",
    "'', '', false",
  })
  void spellsAsFitsDoes(String given, String expected, boolean knownToTableReaders) {
    assertThat(FluxUnit.inFits(given)).isEqualTo(expected);
    assertThat(FluxUnit.isKnownToTableReaders(expected)).isEqualTo(knownToTableReaders);
  }
}

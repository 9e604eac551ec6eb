package org.pawprint.catalogue.survey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WavelengthUnitTest {
  /** Spellings of the surveys' files; how many ångström one is, by the prefix. */
  @ParameterizedTest
  @CsvSource({
    "ANGSTROM, 1",
    "Angstroms, 1",
    "angstrom, 1",
    "0.1nm, 1",
    "nm, 10",
    "um, 1e4",
    "m, 1e10"
  })
  void knowsEverySpelling(String word, double angstrom) {
    assertThat(WavelengthUnit.of(word).map(WavelengthUnit::angstrom)).contains(angstrom);
  }

  @ParameterizedTest
  @ValueSource(strings = {"deg", "Hz", "pixel", ""})
  void guessesNothing(String word) {
    assertThat(WavelengthUnit.of(word)).isEmpty();
  }
}

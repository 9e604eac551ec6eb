package org.pawprint.catalogue.survey.galah;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SobjectIdTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1704070052012671.fits",
        "1704070052012671.fits.gz",
        "com/1704070052012671.fits",
        "1704070052012671"
      })
  void isTheNameOfTheFileWithoutTheCamera(String name) {
    assertThat(SobjectId.ofFileName(name, 1)).contains(new SobjectId("170407005201267"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1704070052012672.fits",
        "1704070052012675.fits",
        "170407005201267.fits",
        "17040700520126711.fits",
        "x1704070052012671.fits",
        "07apr10054red.fits",
        ""
      })
  void isNotTakenFromAnyOtherName(String name) {
    assertThat(SobjectId.ofFileName(name, 1)).isEmpty();
  }

  @Test
  void tellsPivotAndCombination() {
    assertThat(new SobjectId("170407005201267").pivot()).isEqualTo(267);
    assertThat(new SobjectId("170407005201267").overEpochs()).isFalse();
    assertThat(new SobjectId("170407005202007").pivot()).isEqualTo(7);
    assertThat(new SobjectId("170407005202007").overEpochs()).isTrue();
  }
}

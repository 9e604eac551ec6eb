package org.pawprint.datalink.slink;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pawprint.core.votable.DataType;
import org.pawprint.core.votable.Field;
import org.pawprint.core.votable.Serialisation;
import org.pawprint.datalink.SampleSpectra;

/** Which columns readers take; the rules are those of their sources. */
class SpectrumFieldsTest {
  private final List<Field> withError =
      SpectrumFields.of(SpectrumFacts.of(SampleSpectra.stored(SampleSpectra.red())));
  private final List<Field> withoutError =
      SpectrumFields.of(SpectrumFacts.of(SampleSpectra.stored(SampleSpectra.logarithmic())));

  @Test
  void splatTakesWavelengthFluxAndError() {
    assertThat(SplatColumnRule.wavelength(withError)).contains("wavelength");
    assertThat(SplatColumnRule.flux(withError)).contains("flux");
    assertThat(SplatColumnRule.error(withError)).contains("error");
    assertThat(SplatColumnRule.flux(withoutError)).contains("flux");
    assertThat(SplatColumnRule.error(withoutError)).isEmpty();
  }

  @Test
  void readersByNameFindTheirPrefixes() {
    assertThat(withError.stream().map(Field::name))
        .containsExactly("wavelength", "flux", "error", "quality");
  }

  @Test
  void readersOfTwoColumnsFindWavelengthAndFluxFirst() {
    assertThat(withoutError.stream().map(Field::name))
        .containsExactly("wavelength", "flux", "quality");
  }

  @Test
  void topcatSeesPlainNumbersWithUnits() {
    assertThat(withError)
        .allSatisfy(
            field -> {
              assertThat(field.arraysize()).isEmpty();
              assertThat(field.datatype()).isNotEqualTo(DataType.CHAR);
            });
    assertThat(withError.get(0).unit()).isEqualTo("Angstrom");
    assertThat(withError.get(1).unit()).isEqualTo("10**-17erg.s**-1.cm**-2.Angstrom**-1");
    assertThat(withError.get(2).unit()).isEqualTo(withError.get(1).unit());
  }

  @Test
  void documentIsAsLongAsItSaysWhateverTheNumbers() {
    for (var spectrum :
        List.of(SampleSpectra.blue(), SampleSpectra.red(), SampleSpectra.logarithmic())) {
      FitsProduct fits = new FitsProduct(SampleSpectra.stored(spectrum), "http://archive.example");

      for (Serialisation serialisation : Serialisation.values()) {
        SpectrumDocument document =
            new SpectrumDocument(SpectrumFacts.of(SampleSpectra.stored(spectrum)), serialisation);
        String text = new String(document.bytes(spectrum), StandardCharsets.UTF_8);
        assertThat(text).hasSize((int) document.length()).contains("</VOTABLE>");
      }
      assertThat(fits.bytes(spectrum)).hasSize((int) fits.length());
    }
  }
}

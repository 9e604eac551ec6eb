package org.pawprint.datalink.preview;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pawprint.core.obscore.ObsCoreColumn;
import org.pawprint.core.obscore.ObsCoreRow;
import org.pawprint.core.spectrum.Spectrum;
import org.pawprint.datalink.SampleSpectra;

class PlotTextsTest {
  private static ObsCoreRow.Builder row(Spectrum spectrum) {
    return SampleSpectra.row(spectrum, "o-1", "blue", 120, "SN 2026abc");
  }

  /** MJD 61345.51 is half past noon on 2026-11-01. */
  @Test
  void nameTargetCollectionArmAndDayAndTheAxis() {
    Spectrum spectrum = SampleSpectra.blue();

    PlotTexts texts = PlotTexts.of(row(spectrum).build(), spectrum);

    assertThat(texts.title()).isEqualTo("SN 2026abc");
    assertThat(texts.origin()).isEqualTo("aat_archive  ·  blue  ·  2026-11-01");
    assertThat(texts.wavelength()).isEqualTo("Wavelength (Å, air, heliocentric)");
    assertThat(texts.fluxLabel(0)).isEqualTo("Flux (count)");
    assertThat(texts.fluxLabel(5)).isEqualTo("Flux (10⁵ × count)");
  }

  @Test
  void fallBackOnTheObservationWhereNoTargetIsNamed() {
    Spectrum spectrum = SampleSpectra.blue();

    assertThat(
            PlotTexts.of(row(spectrum).set(ObsCoreColumn.TARGET_NAME, null).build(), spectrum)
                .title())
        .isEqualTo("o-1");
  }

  @ParameterizedTest
  @CsvSource({
    "1e-17 erg/s/cm2/Angstrom, Flux (10⁻¹⁷ erg/s/cm²/Å)",
    "10**(-17) erg/(s cm2 Angstrom), Flux (10⁻¹⁷ erg/(s cm² Å))",
    "10**-17 erg/(s cm2 Angstrom), Flux (10⁻¹⁷ erg/(s cm² Å))",
    "count / Angstrom, Flux (count / Å)",
    "'', Flux"
  })
  void writeUnitsAsPeopleDo(String unit, String label) {
    Spectrum like = SampleSpectra.blue();
    Spectrum spectrum =
        new Spectrum(
            like.axis(),
            like.medium(),
            like.frame(),
            like.flux(),
            like.sigma(),
            like.mask(),
            unit,
            like.errorKind());

    assertThat(PlotTexts.of(row(spectrum).build(), spectrum).fluxLabel(0)).isEqualTo(label);
  }

  @Test
  void sayThatAFluxIsNormalised() {
    Spectrum spectrum = SampleSpectra.blue();
    ObsCoreRow row = row(spectrum).set(ObsCoreColumn.DATAPRODUCT_SUBTYPE, "normalised").build();

    assertThat(PlotTexts.of(row, spectrum).flux()).isEqualTo("Normalised flux");
  }
}

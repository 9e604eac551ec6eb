package org.pawprint.catalogue.survey.aaomega;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.atIndex;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pawprint.catalogue.survey.LoadedFile;
import org.pawprint.catalogue.survey.LoadedSpectrum;
import org.pawprint.catalogue.survey.SurveyFile;
import org.pawprint.catalogue.survey.twodfdr.FrameBuilder;
import org.pawprint.core.fits.UnreadableFits;
import org.pawprint.core.obscore.ObsCoreColumn;
import org.pawprint.core.obscore.ObsCoreRow;
import org.pawprint.core.spectrum.ErrorKind;
import org.pawprint.core.spectrum.LinearAxis;
import org.pawprint.core.spectrum.LogAxis;
import org.pawprint.core.spectrum.QualityFlag;
import org.pawprint.core.spectrum.SkyPlace;
import org.pawprint.core.spectrum.SpectralAxis;

/** What the few real files at hand do not show, on frames made up card by card. */
class AaomegaFrameTest {
  private static final AaomegaLoader LOADER = new AaomegaLoader();

  private static LoadedFile load(FrameBuilder frame) {
    return LOADER.load(new SurveyFile("15oct20012red.fits", frame.build(), Map.of()));
  }

  private static FrameBuilder oneFibre() {
    return FrameBuilder.red().fibre("NGC 1", "P", 7);
  }

  private static ObsCoreRow row(FrameBuilder frame) {
    return load(frame).spectra().get(0).row();
  }

  @Nested
  class Recognition {
    @Test
    void claimsASingleFrame() {
      assertThat(LOADER.recognises(oneFibre().build())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"MORE.FIBRES", "FIBRES_IFU", "MORE.FIBRES_IFU"})
    void findsTheFibreTableByTheEndOfItsName(String name) {
      assertThat(LOADER.recognises(oneFibre().fibreTable(name).build())).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
      "INSTRUME, 'HERMES-2dF'",
      "INSTRUME, '2dF'",
      "INSTRUME, 'AAOMEGA-IFU'",
      "NDFCLASS, 'MFARC'",
      "NDFCLASS, 'MFFFF'"
    })
    void refusesOtherInstrumentsAndCalibrations(String key, String value) {
      assertThat(LOADER.recognises(oneFibre().card(key, "'" + value + "'").build())).isFalse();
    }

    @Test
    void refusesAnImageWithoutFibreTable() {
      assertThat(LOADER.recognises(oneFibre().fibreTable("OTHER").build())).isFalse();
    }

    @Test
    void wantsTheWholeLayoutWhereTheInstrumentIsNotNamed() {
      assertThat(LOADER.recognises(oneFibre().without("INSTRUME").build())).isTrue();
      assertThat(LOADER.recognises(oneFibre().without("INSTRUME").withoutVariance().build()))
          .isFalse();
    }
  }

  @Nested
  class Fibres {
    @Test
    void cataloguesProgrammeFibresAndCountsTheOthers() {
      LoadedFile file =
          load(
              FrameBuilder.red()
                  .fibre("SKY1", "S", 1)
                  .fibre("NGC 1", "P", 2)
                  .fibre("GUIDE", "F", 3)
                  .fibre("BROKEN", "N", 4)
                  .fibre("PARKED", "P", 5)
                  .fibre("NGC 2", "P", 6)
                  .fibre("NOTHING", "U", 7));

      assertThat(file.spectra().stream().map(LoadedSpectrum::name))
          .containsExactly("red-2", "red-6");
      assertThat(file.spectra().get(1).row().requiredNumber(ObsCoreColumn.FIBRE)).isEqualTo(6);
      assertThat(file.notCatalogued()).isEqualTo(5);
      assertThat(file.rejected()).isEmpty();
    }

    @Test
    void oneBadFibreDoesNotCostTheOthers() {
      LoadedFile file =
          load(
              FrameBuilder.red()
                  .fibre("NOWHERE", Double.NaN, 0, "P", 1, 100, 25)
                  .fibre("DEGREES", 35.4, -28.9, "P", 2, 100, 25)
                  .fibre("EMPTY", 0.5, 0, "P", 3, Float.NaN, 25)
                  .fibre("NGC 1", "P", 4));

      assertThat(file.spectra()).hasSize(1);
      assertThat(file.rejected())
          .containsExactly(
              "fibre 1 (NOWHERE): found RA NaN, DEC 0.0, expected a place in radians",
              "fibre 2 (DEGREES): found RA 35.4, DEC -28.9, expected a place in radians",
              "fibre 3 (EMPTY): no finite flux");
    }

    @Test
    void aFibreParkedByItsCommentHasNoTarget() {
      LoadedFile file =
          load(FrameBuilder.red().fibre("X", "P", 3).comment("PARKED").fibre("NGC 1", "P", 4));

      assertThat(file.spectra()).hasSize(1);
      assertThat(file.spectra().get(0).row().text(ObsCoreColumn.TARGET_NAME)).contains("NGC 1");
      assertThat(file.notCatalogued()).isEqualTo(1);
    }

    private static FrameBuilder twoFibres() {
      return FrameBuilder.red().fibre("NGC 1", "P", 7).fibre("NGC 2", "P", 8);
    }

    private static List<Optional<SkyPlace>> skies(FrameBuilder frame) {
      return load(frame).spectra().stream().map(LoadedSpectrum::sky).toList();
    }

    private static double[] wavelengths() {
      return IntStream.range(0, FrameBuilder.PIXELS).mapToDouble(i -> 7000 + 2 * i).toArray();
    }

    @Test
    void skyIsOneForAllOrOfEachFibre() {
      Optional<SkyPlace> first = Optional.of(new SkyPlace(3, 0));
      Optional<SkyPlace> second = Optional.of(new SkyPlace(3, 1));

      assertThat(skies(twoFibres().sky(40))).containsExactly(first, first);
      assertThat(skies(twoFibres().sky(40, 41))).containsExactly(first, second);
      assertThat(skies(twoFibres().sky(40, 0))).containsExactly(first, Optional.empty());
      assertThat(skies(twoFibres())).containsOnly(Optional.empty());
    }

    @Test
    void skyOfAllIsOnThePixelsOfEachOnlyWhereTheyHaveTheSameWavelengths() {
      Optional<SkyPlace> first = Optional.of(new SkyPlace(4, 0));
      Optional<SkyPlace> second = Optional.of(new SkyPlace(4, 1));

      assertThat(skies(twoFibres().wavelength(wavelengths()).sky(40)))
          .containsExactly(first, first);
      assertThat(skies(twoFibres().wavelengthOfEach(wavelengths()).sky(40)))
          .containsOnly(Optional.empty());
      assertThat(skies(twoFibres().wavelengthOfEach(wavelengths()).sky(40, 41)))
          .containsExactly(first, second);
    }

    @Test
    void whatIsNotTheSkyOfTheSpectrumIsNoSky() {
      assertThat(skies(twoFibres().sky(0))).as("zeros").containsOnly(Optional.empty());
      assertThat(skies(twoFibres().sky(Float.NaN))).as("blank").containsOnly(Optional.empty());
      assertThat(skies(twoFibres().sky(40).skyPixels(99)))
          .as("other pixels")
          .containsOnly(Optional.empty());
      assertThat(skies(twoFibres().sky(1, 2, 3))).as("rows").containsOnly(Optional.empty());
      assertThat(skies(twoFibres().sky(40).skyUnit("adu")))
          .as("other unit")
          .containsOnly(Optional.empty());
      assertThat(skies(twoFibres().card("BUNIT", "'adu'").sky(40).skyUnit("adu")))
          .as("one unit")
          .containsOnly(Optional.of(new SkyPlace(3, 0)));
    }

    @Test
    void theSkyBesideTheFluxIsNeitherFluxNorError() {
      LoadedFile file = load(oneFibre().withRawSky());

      assertThat(file.spectra()).hasSize(1);
      assertThat(file.spectra().get(0).spectrum().flux()[50]).isEqualTo(100);
      assertThat(file.spectra().get(0).spectrum().sigma()).contains(5, atIndex(50));
    }

    @Test
    void loadsFluxWithoutVarianceAndSaysSo() {
      LoadedSpectrum loaded = load(oneFibre().withoutVariance()).spectra().get(0);

      assertThat(loaded.spectrum().errorKind()).isEqualTo(ErrorKind.NONE);
      assertThat(loaded.spectrum().sigma()).isNull();
      int flags = (int) loaded.row().requiredNumber(ObsCoreColumn.QUALITY_FLAGS);
      assertThat(QualityFlag.terms(flags)).containsExactly("no_error");
      assertThat(loaded.row().value(ObsCoreColumn.EM_SNR)).isNull();
    }
  }

  @Nested
  class Identity {
    @Test
    void isDateSpectrographAndRun() {
      assertThat(row(oneFibre()).text(ObsCoreColumn.OBS_ID)).contains("20171015-RD-0012");
      assertThat(row(oneFibre().card("SPECTID", "'BL'")).text(ObsCoreColumn.OBS_ID))
          .contains("20171015-BL-0012");
      assertThat(row(oneFibre()).text(ObsCoreColumn.ALT_OBS_ID)).contains("X3_p0-7");
    }

    @Test
    void isADigestWhereACardIsMissing() {
      String first = obsId(oneFibre().without("RUN"));

      assertThat(first).matches("frame-[0-9a-f]{12}").isEqualTo(obsId(oneFibre().without("RUN")));
      assertThat(first)
          .isNotEqualTo(obsId(oneFibre().without("RUN").card("UTSTART", "'23:30:00'")))
          .isNotEqualTo(obsId(oneFibre().without("RUN").fibre("NGC 2", "P", 8)));
    }

    @Test
    void ofACombinedFrameDoesNotHangOnTheOrderOrPlaceOfItsInputs() {
      String one =
          obsId(
              oneFibre()
                  .history("Combined frame based on /a/15oct20012red.fits")
                  .history("Combining with /a/15oct20013red.fits"));
      String other =
          obsId(
              oneFibre()
                  .history("Combined frame based on 15oct20013red.fits")
                  .history("Combining with 15oct20012red.fits"));

      assertThat(one).startsWith("20171015-combined-").isEqualTo(other);
    }

    @Test
    void isSplicedWhereBlueAndRedWereJoined() {
      FrameBuilder frame = oneFibre().history("Splicing blue and red data frames");

      assertThat(load(frame).spectra().get(0).name()).isEqualTo("spliced-7");
      assertThat(row(frame).text(ObsCoreColumn.DATAPRODUCT_SUBTYPE)).contains("spliced");
      assertThat(row(frame).requiredNumber(ObsCoreColumn.CALIB_LEVEL)).isEqualTo(2);
    }

    private static String obsId(FrameBuilder frame) {
      return row(frame).requiredText(ObsCoreColumn.OBS_ID);
    }
  }

  @Nested
  class Times {
    @Test
    void endAfterMidnightOnTheNextDay() {
      // 2017-10-15 is MJD 58041; 23:50:00 to 00:10:01 (astropy.time.Time).
      ObsCoreRow row = row(oneFibre());

      assertThat(row.requiredNumber(ObsCoreColumn.T_MIN))
          .isEqualTo(58041.993055555555, within(1e-9));
      assertThat(row.requiredNumber(ObsCoreColumn.T_MAX))
          .isEqualTo(58042.00695601852, within(1e-9));
      assertThat(row.requiredNumber(ObsCoreColumn.T_EXPTIME)).isEqualTo(1200);
      assertThat(row.requiredNumber(ObsCoreColumn.T_RESOLUTION)).isEqualTo(1200);
      assertThat(row.requiredNumber(ObsCoreColumn.S_SEEING)).isEqualTo(1.6);
    }

    @Test
    void areUnknownWithoutADate() {
      ObsCoreRow row = row(oneFibre().without("UTDATE"));

      assertThat(row.value(ObsCoreColumn.T_MIN)).isNull();
      assertThat(row.value(ObsCoreColumn.T_MIDPOINT)).isNull();
      assertThat(row.requiredNumber(ObsCoreColumn.T_EXPTIME)).isEqualTo(1200);
    }
  }

  @Nested
  class Wavelengths {
    @Test
    void ofAnExactlyLogarithmicTableBecomeAnAxisInWcs() {
      SpectralAxis axis = axisOf(i -> 3.8 + 1e-5 * i, "T");

      assertThat(axis).isInstanceOf(LogAxis.class);
      assertThat(axis.angstrom(10)).isEqualTo(Math.pow(10, 3.8001), within(1e-6));
    }

    @Test
    void ofAnExactlyLinearTableBecomeAnAxisInWcs() {
      assertThat(axisOf(i -> 6000 + 1.25 * i, "F")).isInstanceOf(LinearAxis.class);
    }

    private static SpectralAxis axisOf(Function<Integer, Double> value, String logscale) {
      double[] table = new double[FrameBuilder.PIXELS];
      for (int i = 0; i < table.length; i++) {
        table[i] = value.apply(i);
      }
      FrameBuilder frame = oneFibre().wavelength(table).card("LOGSCALE", logscale);
      return load(frame).spectra().get(0).spectrum().axis();
    }

    @Test
    void keepTheFrameThatTheFileStates() {
      assertThat(row(oneFibre().card("SPECSYS", "'HELIOCEN'")).text(ObsCoreColumn.SPECSYS))
          .contains("HELIOCEN");
      assertThat(row(oneFibre().card("DO_HELIO", "T")).text(ObsCoreColumn.SPECSYS))
          .contains("TOPOCENT");
    }
  }

  @Nested
  class Faults {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '"',
        value = {
          "CUNIT1 | 'nm' | CUNIT1: found 'nm', expected Angstroms",
          "SCRUNCH | F | SCRUNCH: found 'F', expected T: spectra on a common scale of wavelength",
          "CRVAL1 | 725.0 | CRVAL1: found '725.0', expected an axis within 3000 to 12000 A",
          "CDELT1 | -1.5 | CDELT1: found '-1.5', expected a step above zero",
          "CRPIX1 | 'x' | CRPIX1: found 'x', expected a finite number",
          "UTDATE | 'May 5' | UTDATE: found 'May 5', expected a date as yyyy:mm:dd",
          "UTEND | '25:00:00' | UTDATE: found '2017:10:15', expected UTDATE, UTSTART and UTEND",
          "SPECSYS | 'MOON' | SPECSYS: found 'MOON', expected a velocity frame of FITS"
        })
    void tellFileAndKeywordAndWhatWouldBeRight(String key, String value, String fault) {
      FrameBuilder frame = oneFibre().card(key, value);

      assertThatThrownBy(() -> load(frame))
          .isInstanceOf(UnreadableFits.class)
          .hasMessageStartingWith("15oct20012red.fits: HDU 0 (PRIMARY): " + fault);
    }

    @Test
    void refuseVarianceOfAnotherShape() {
      FrameBuilder frame = oneFibre().fibre("NGC 2", "P", 8).shortVariance();

      assertThatThrownBy(() -> load(frame))
          .isInstanceOf(UnreadableFits.class)
          .hasMessageContaining("(VARIANCE): NAXIS1")
          .hasMessageContaining("expected 2 rows of 100 pixels, as flux");
    }

    @Test
    void refuseWavelengthsThatDoNotRise() {
      FrameBuilder frame = oneFibre().wavelength(new double[FrameBuilder.PIXELS]);

      assertThatThrownBy(() -> load(frame))
          .isInstanceOf(UnreadableFits.class)
          .hasMessageContaining("HDU 3 (WAVELENGTH)")
          .hasMessageContaining("rising wavelengths");
    }
  }
}

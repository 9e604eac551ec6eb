package org.pawprint.catalogue.survey.ozdes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pawprint.catalogue.survey.LoadedFile;
import org.pawprint.catalogue.survey.LoadedSpectrum;
import org.pawprint.catalogue.survey.SurveyFile;
import org.pawprint.core.fits.FitsFile;
import org.pawprint.core.fits.UnreadableFits;
import org.pawprint.core.obscore.ObsCoreColumn;
import org.pawprint.core.obscore.ObsCoreRow;
import org.pawprint.core.spectrum.ErrorKind;
import org.pawprint.core.spectrum.LinearAxis;
import org.pawprint.core.spectrum.MaskBit;
import org.pawprint.core.spectrum.Medium;
import org.pawprint.core.spectrum.QualityFlag;
import org.pawprint.core.spectrum.Spectrum;
import org.pawprint.core.spectrum.VelocityFrame;
import org.pawprint.testkit.fixture.EditedFixture;
import org.pawprint.testkit.fixture.SurveyFixture;

/** Numbers by {@code fixtures/ozdes/expected.py} (astropy, numpy, specutils) unless said. */
class OzdesLoaderTest {
  private static final String WHOLE = "ozdes/OzDES-DR2_04720.epoch1.fits";
  private static final String BARE = "ozdes/OzDES-DR2_04720.bare.fits";
  private static final LoadedFile LONG = load(SurveyFixture.open(WHOLE));
  private static final LoadedFile SERIES = load(SurveyFixture.open(BARE));

  private static LoadedFile load(FitsFile fits) {
    return new OzdesLoader().load(new SurveyFile(fits.name(), fits, Map.of()));
  }

  private static Spectrum spectrum(LoadedFile file, int index) {
    return file.spectra().get(index).spectrum();
  }

  private static ObsCoreRow row(LoadedFile file, int index) {
    return file.spectra().get(index).row();
  }

  private static double number(LoadedFile file, int index, ObsCoreColumn column) {
    return row(file, index).requiredNumber(column);
  }

  private static float[] sigma(LoadedFile file, int index) {
    return Objects.requireNonNull(spectrum(file, index).sigma());
  }

  @Test
  void readsTheCoAddAndEveryEpoch() {
    assertThat(SERIES.spectra().stream().map(LoadedSpectrum::name))
        .containsExactly("combined", "57747.658", "57748.641", "57748.670", "57748.700");
    assertThat(SERIES.spectra().stream().map(s -> s.row().text(ObsCoreColumn.DATAPRODUCT_SUBTYPE)))
        .extracting(Optional::orElseThrow)
        .containsExactly("combined", "science", "science", "science", "science");
    assertThat(SERIES.rejected()).isEmpty();
    assertThat(SERIES.notCatalogued()).isZero();
  }

  @Test
  void countsFromTheReferencePixelInMidArray() {
    for (int i = 0; i < 2; i++) {
      assertThat(spectrum(LONG, i).axis())
          .isEqualTo(new LinearAxis(2470, 6295.027832, 1.037739939825, 5000));
      assertThat(spectrum(LONG, i).axis().first()).isEqualTo(3732.8479205720746, within(1e-9));
      assertThat(spectrum(LONG, i).axis().angstrom(100))
          .isEqualTo(3836.6219145545747, within(1e-9));
      assertThat(spectrum(LONG, i).axis().last()).isEqualTo(8920.50987975725, within(1e-9));
      assertThat(spectrum(LONG, i).medium()).isEqualTo(Medium.AIR);
      assertThat(spectrum(LONG, i).frame()).isEqualTo(VelocityFrame.HELIOCENTRIC);
    }
    assertThat(number(LONG, 0, ObsCoreColumn.EM_MIN))
        .isEqualTo(3.7339094096395585e-07, within(1e-17));
    assertThat(number(LONG, 0, ObsCoreColumn.EM_MAX))
        .isEqualTo(8.922959150830672e-07, within(1e-17));
  }

  @Test
  void keepsFluxAndTurnsVarianceIntoSigma() {
    assertThat(spectrum(LONG, 0).flux()[500]).isEqualTo(-1.1252662f);
    assertThat(sigma(LONG, 0)[500]).isEqualTo(0.6990285113146617f, within(1e-6f));
    assertThat(spectrum(SERIES, 4).flux()[500]).isEqualTo(-6.398003f);
    assertThat(sigma(SERIES, 4)[500]).isEqualTo(2.737583583016656f, within(1e-6f));
    assertThat(sumOf(spectrum(LONG, 0))).isEqualTo(3837.956232915247, within(1e-6));
    assertThat(sumOf(spectrum(LONG, 1))).isEqualTo(3955.694732259464, within(1e-6));
    assertThat(spectrum(LONG, 0).errorKind()).isEqualTo(ErrorKind.VARIANCE);
  }

  private static double sumOf(Spectrum spectrum) {
    double sum = 0;
    for (float value : spectrum.flux()) {
      sum += Float.isNaN(value) ? 0 : value;
    }
    return sum;
  }

  @Test
  void masksBlanksBadPixelsAndFluxWithoutError() {
    assertThat(marked(spectrum(LONG, 0), MaskBit.BLANK)).isEqualTo(23);
    assertThat(marked(spectrum(LONG, 0), MaskBit.BAD_PIXEL)).isEqualTo(23);
    assertThat(marked(spectrum(LONG, 1), MaskBit.BLANK)).isEqualTo(36);
    assertThat(marked(spectrum(LONG, 1), MaskBit.NO_ERROR)).isEqualTo(11);
    assertThat(marked(spectrum(LONG, 1), MaskBit.BAD_PIXEL)).isEqualTo(47);
    // Pixel 21 of the first epoch has a flux and no variance.
    assertThat(spectrum(LONG, 1).flux()[20]).isFinite();
    assertThat(sigma(LONG, 1)[20]).isNaN();
    assertThat(number(LONG, 1, ObsCoreColumn.BAD_PIXEL_FRACTION)).isEqualTo(47.0 / 5000);
    assertThat(number(LONG, 1, ObsCoreColumn.EM_SNR)).isEqualTo(1.0075119531, within(1e-5));
  }

  private static long marked(Spectrum spectrum, MaskBit bit) {
    long count = 0;
    for (byte mask : spectrum.mask()) {
      count += (mask & bit.bit()) == 0 ? 0 : 1;
    }
    return count;
  }

  @Test
  void takesCountsPerAngstromWhereTheFileHasNoUnit() {
    assertThat(spectrum(LONG, 1).fluxUnit()).isEqualTo("count / Angstrom");
    assertThat(spectrum(SERIES, 0).fluxUnit()).isEqualTo("count / Angstrom");
    assertThat(spectrum(SERIES, 3).fluxUnit()).isEqualTo("count / Angstrom");
    assertThat(row(SERIES, 0).text(ObsCoreColumn.O_UCD)).contains("phot.count");
    assertThat(row(SERIES, 0).text(ObsCoreColumn.O_CALIB_STATUS)).contains("uncalibrated");
  }

  @Test
  void timesEachEpochByItsOwnCards() {
    assertThat(number(SERIES, 1, ObsCoreColumn.T_MIN)).isEqualTo(57747.65819444445, within(1e-8));
    assertThat(number(SERIES, 1, ObsCoreColumn.T_MAX)).isEqualTo(57747.68251157407, within(1e-8));
    assertThat(number(SERIES, 1, ObsCoreColumn.T_EXPTIME)).isEqualTo(2100);
    assertThat(number(SERIES, 1, ObsCoreColumn.T_RESOLUTION)).isEqualTo(2100);
    assertThat(number(SERIES, 1, ObsCoreColumn.T_XEL)).isEqualTo(1);
    assertThat(number(SERIES, 4, ObsCoreColumn.T_MIDPOINT))
        .isEqualTo((57748.69957175926 + 57748.72734953704) / 2, within(1e-8));
    assertThat(number(SERIES, 4, ObsCoreColumn.CALIB_LEVEL)).isEqualTo(2);
  }

  @Test
  void spansTheCoAddOverItsEpochs() {
    assertThat(number(SERIES, 0, ObsCoreColumn.T_MIN)).isEqualTo(57747.65819444445, within(1e-8));
    assertThat(number(SERIES, 0, ObsCoreColumn.T_MAX)).isEqualTo(57748.72734953704, within(1e-8));
    assertThat(number(SERIES, 0, ObsCoreColumn.T_EXPTIME)).isEqualTo(2100 + 3 * 2400);
    assertThat(number(SERIES, 0, ObsCoreColumn.T_XEL)).isEqualTo(4);
    // From the middle of the third epoch to that of the fourth.
    assertThat(number(SERIES, 0, ObsCoreColumn.T_RESOLUTION)).isEqualTo(2526.5, within(1e-3));
    assertThat(number(SERIES, 0, ObsCoreColumn.CALIB_LEVEL)).isEqualTo(3);
    // Of one epoch there is no gap.
    assertThat(number(LONG, 0, ObsCoreColumn.T_RESOLUTION)).isEqualTo(2100);
  }

  @Test
  void leavesAnEpochOutsideTheCoAddOutOfItsExposureAndDoubtsIt() {
    LoadedFile file =
        load(EditedFixture.of(BARE).set(12, "INCOADD", "F").set(3, "QC", "'backup'").open());

    assertThat(number(file, 0, ObsCoreColumn.T_EXPTIME)).isEqualTo(2100 + 2 * 2400);
    assertThat(number(file, 0, ObsCoreColumn.T_XEL)).isEqualTo(3);
    assertThat(file.spectra()).hasSize(5);
    assertThat(flags(file, QualityFlag.DOUBTED)).containsExactly(false, true, false, false, true);
  }

  private static List<Boolean> flags(LoadedFile file, QualityFlag flag) {
    return file.spectra().stream()
        .map(s -> (int) s.row().requiredNumber(ObsCoreColumn.QUALITY_FLAGS))
        .map(flag::isIn)
        .toList();
  }

  @Test
  void rollsAnEndPastMidnightIntoTheNextDay() {
    LoadedFile file =
        load(
            EditedFixture.of(BARE)
                .set(6, "UTSTART", "'23:50:00'")
                .set(6, "UTEND", "'00:30:00'")
                .open());

    // 2016-12-26 is MJD 57748; 23:50 is 1430 of 1440 minutes.
    assertThat(number(file, 2, ObsCoreColumn.T_MIN)).isEqualTo(57748 + 1430 / 1440.0, within(1e-8));
    assertThat(number(file, 2, ObsCoreColumn.T_MAX)).isEqualTo(57749 + 30 / 1440.0, within(1e-8));
  }

  @Test
  void endsAfterTheExposureWhereThereIsNoEnd() {
    LoadedFile file = load(EditedFixture.of(BARE).withoutAll("UTEND").open());

    assertThat(number(file, 1, ObsCoreColumn.T_MAX))
        .isEqualTo(57747.65819444445 + 2100 / 86400.0, within(1e-8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-9.99", "-9.99899959564209", "-9.0"})
  void knowsNoRedshiftBelowTheSentinel(String sentinel) {
    LoadedFile file = load(EditedFixture.of(BARE).set(0, "Z", sentinel).open());

    assertThat(file.spectra())
        .allSatisfy(s -> assertThat(s.row().value(ObsCoreColumn.REDSHIFT)).isNull())
        .allSatisfy(s -> assertThat(s.row().value(ObsCoreColumn.EM_MIN_REST)).isNull());
  }

  @Test
  void givesTheRedshiftOfTheCoAddToEveryEpoch() {
    LoadedFile file = load(EditedFixture.of(BARE).set(0, "Z", "0.5").set(0, "QOP", "4").open());

    assertThat(file.spectra())
        .hasSize(5)
        .allSatisfy(s -> assertThat(s.row().requiredNumber(ObsCoreColumn.REDSHIFT)).isEqualTo(0.5))
        .allSatisfy(
            s ->
                assertThat(s.row().requiredNumber(ObsCoreColumn.EM_MIN_REST))
                    .isEqualTo(3.7339094096395585e-07 / 1.5, within(1e-17)));
  }

  @ParameterizedTest
  @CsvSource({"1, true", "2, true", "3, false", "4, false", "6, false"})
  void keepsARedshiftThatTheSurveyDoubtsAndMarksItInEveryRow(String qop, boolean doubted) {
    EditedFixture edited = EditedFixture.of(BARE).set(0, "Z", "0.5").set(0, "QOP", qop);
    LoadedFile file = load(edited.set(3, "QC", "'backup'").open());

    assertThat(file.spectra())
        .hasSize(5)
        .allSatisfy(s -> assertThat(s.row().requiredNumber(ObsCoreColumn.REDSHIFT)).isEqualTo(0.5));
    assertThat(flags(file, QualityFlag.REDSHIFT_DOUBTED)).hasSize(5).containsOnly(doubted);
    assertThat(flags(file, QualityFlag.DOUBTED)).containsExactly(false, true, false, false, false);
  }

  @Test
  void doubtsNoRedshiftWhereThereIsNone() {
    // The file itself: QOP 2, and Z below -9.
    assertThat(flags(SERIES, QualityFlag.REDSHIFT_DOUBTED)).hasSize(5).containsOnly(false);
  }

  @Test
  void findsHdusByNameWhateverTheirOrder() {
    LoadedFile backwards =
        load(EditedFixture.of(BARE).hdus(0, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1).open());
    LoadedFile fluxLast =
        load(EditedFixture.of(BARE).hdus(0, 5, 8, 11, 14, 2, 4, 7, 10, 13, 1, 9, 3, 12, 6).open());

    for (LoadedFile other : List.of(backwards, fluxLast)) {
      assertThat(other.rejected()).isEmpty();
      assertThat(byName(other))
          .usingRecursiveComparison()
          // NaN is NaN.
          .withEqualsForType(Float::equals, Float.class)
          .isEqualTo(byName(SERIES));
    }
  }

  private static Map<String, LoadedSpectrum> byName(LoadedFile file) {
    return file.spectra().stream().collect(Collectors.toMap(LoadedSpectrum::name, s -> s));
  }

  @Test
  void keepsTheSmallVelocityOfAStar() {
    LoadedFile file = load(EditedFixture.of(BARE).set(0, "Z", "-0.0003").set(0, "QOP", "6").open());

    assertThat(number(file, 3, ObsCoreColumn.REDSHIFT)).isEqualTo(-0.0003);
  }

  @Test
  void tellsWhatTheObjectIs() {
    for (int i = 0; i < 5; i++) {
      ObsCoreRow row = row(SERIES, i);
      assertThat(row.text(ObsCoreColumn.TARGET_NAME)).contains("VOC2063111m593559");
      assertThat(row.text(ObsCoreColumn.OBS_ID)).contains("VOC2063111m593559");
      assertThat(row.text(ObsCoreColumn.TARGET_CLASS)).contains("VarObj2");
      assertThat(row.requiredNumber(ObsCoreColumn.S_RA)).isEqualTo(97.79725, within(1e-12));
      assertThat(row.requiredNumber(ObsCoreColumn.S_DEC))
          .isEqualTo(-59.59986111111112, within(1e-12));
      assertThat(row.text(ObsCoreColumn.PROPOSAL_ID)).contains("A/2013B/012");
      assertThat(row.text(ObsCoreColumn.FIELD_NAME)).contains("DES-MaxVis");
      assertThat(row.text(ObsCoreColumn.FACILITY_NAME)).contains("AAT");
      assertThat(row.text(ObsCoreColumn.INSTRUMENT_NAME)).contains("2dF-AAOmega");
      assertThat(row.requiredNumber(ObsCoreColumn.EM_RES_POWER)).isEqualTo(1361);
      assertThat(row.requiredNumber(ObsCoreColumn.EM_RES_POWER_MIN)).isEqualTo(1050);
      assertThat(row.requiredNumber(ObsCoreColumn.EM_RES_POWER_MAX)).isEqualTo(1681);
      assertThat(row.requiredNumber(ObsCoreColumn.EM_RESOLUTION)).isEqualTo(5.318e-10);
    }
    assertThat(number(SERIES, 2, ObsCoreColumn.PIVOT)).isEqualTo(88);
    assertThat(row(SERIES, 0).value(ObsCoreColumn.PIVOT)).isNull();
    assertThat(row(SERIES, 1).text(ObsCoreColumn.PIPELINE)).contains("OzDES v18");
    assertThat(row(SERIES, 0).text(ObsCoreColumn.PIPELINE)).contains("OzDES v27");
    assertThat(row(LONG, 0).text(ObsCoreColumn.BIB_REFERENCE)).contains("2020MNRAS.496...19L");
  }

  @Test
  void joinsTheReasonsAnObjectWasATargetFor() {
    LoadedFile file = load(EditedFixture.of(BARE).replace(0, "RMAG", "TYPE1", "'LRG'").open());

    assertThat(row(file, 2).text(ObsCoreColumn.TARGET_CLASS)).contains("VarObj2, LRG");
  }

  @Test
  void readsAFileTakenWithTheOtherDichroicOnItsOwnWavelengths() {
    LoadedFile file = load(EditedFixture.of(BARE).set(3, "CRVAL1", "7295.0").open());

    assertThat(spectrum(file, 1).axis().first())
        .isEqualTo(7295 - 2469 * 1.037739939825, within(1e-9));
    assertThat(spectrum(file, 2).axis().first()).isEqualTo(3732.8479205720746, within(1e-9));
  }

  @Test
  void oneBadEpochDoesNotCostTheOthers() {
    LoadedFile file =
        load(
            EditedFixture.of(BARE)
                .set(3, "CDELT1", "-1.0")
                .set(6, "UTDATE", "'2016:13:26'")
                .set(9, "DEC", "123.0")
                .open());

    assertThat(file.spectra().stream().map(LoadedSpectrum::name))
        .containsExactly("combined", "57748.700");
    assertThat(file.rejected())
        .hasSize(3)
        .anySatisfy(line -> assertThat(line).startsWith("57747.658").contains("CDELT1"))
        .anySatisfy(line -> assertThat(line).startsWith("57748.641").contains("UTDATE"))
        .anySatisfy(line -> assertThat(line).startsWith("57748.670").contains("declination"));
    // The co-add spans the epochs whose times are known.
    assertThat(number(file, 0, ObsCoreColumn.T_XEL)).isEqualTo(3);
  }

  @Test
  void doesWithoutErrorsAndMasks() {
    LoadedFile file = load(EditedFixture.of(BARE).withoutAll("EXTNAME").open());

    assertThat(file.spectra()).hasSize(1);
    assertThat(spectrum(file, 0).errorKind()).isEqualTo(ErrorKind.NONE);
    assertThat(file.spectra().get(0).row().value(ObsCoreColumn.T_MIN)).isNull();
  }

  @Test
  void refusesAFileThatNamesNoObject() {
    FitsFile nameless = EditedFixture.of(BARE).withoutAll("SOURCE", "ORIGTARG").open();

    assertThat(new OzdesLoader().recognises(nameless)).isFalse();
    assertThatThrownBy(() -> load(nameless))
        .isInstanceOf(UnreadableFits.class)
        .hasMessageContaining("SOURCE");
  }

  @Test
  void knowsAFileByAnyOneOfItsMarks() {
    OzdesLoader loader = new OzdesLoader();

    assertThat(loader.recognises(EditedFixture.of(BARE).withoutAll("VERCOADD").open())).isTrue();
    assertThat(loader.recognises(EditedFixture.of(BARE).withoutAll("ORIGTARG").open())).isTrue();
    assertThat(loader.recognises(EditedFixture.of(WHOLE).withoutAll("VERCOADD", "ORIGTARG").open()))
        .isTrue();
    assertThat(loader.recognises(EditedFixture.of(BARE).withoutAll("VERCOADD", "ORIGTARG").open()))
        .isFalse();
  }
}

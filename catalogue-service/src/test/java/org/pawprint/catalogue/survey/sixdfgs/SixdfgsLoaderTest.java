package org.pawprint.catalogue.survey.sixdfgs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.pawprint.catalogue.survey.LoadedFile;
import org.pawprint.catalogue.survey.SurveyFile;
import org.pawprint.core.fits.FitsFile;
import org.pawprint.core.obscore.ObsCoreColumn;
import org.pawprint.core.obscore.ObsCoreRow;
import org.pawprint.core.spectrum.ErrorKind;
import org.pawprint.core.spectrum.LinearAxis;
import org.pawprint.core.spectrum.MaskBit;
import org.pawprint.core.spectrum.Medium;
import org.pawprint.core.spectrum.QualityFlag;
import org.pawprint.core.spectrum.Spectrum;
import org.pawprint.core.spectrum.TabulatedAxis;
import org.pawprint.core.spectrum.VelocityFrame;
import org.pawprint.testkit.fixture.EditedFixture;

/** Numbers by {@code fixtures/6dfgs/expected.py} (astropy, numpy) unless said. */
class SixdfgsLoaderTest {
  private static final EditedFixture COMPLETE =
      EditedFixture.of("6dfgs/all-g2359555-392832.fits.gz");
  private static final EditedFixture SPLIT =
      EditedFixture.of("6dfgs/all-c0022498-344732v_spectrum0.fits");
  private static final EditedFixture TABLE = EditedFixture.of("6dfgs/1D-c0022498-344732.fits");

  /** V, R, VR of August, then of September 2002; HDUs 5 to 10. */
  private static final LoadedFile FILE = load(COMPLETE);

  private static LoadedFile load(EditedFixture edited) {
    FitsFile fits = edited.open();
    return new SixdfgsLoader().load(new SurveyFile(fits.name(), fits, Map.of()));
  }

  private static ObsCoreRow row(LoadedFile file, int index) {
    return file.spectra().get(index).row();
  }

  private static double number(int index, ObsCoreColumn column) {
    return row(FILE, index).requiredNumber(column);
  }

  private static Spectrum spectrum(LoadedFile file, int index) {
    return file.spectra().get(index).spectrum();
  }

  private static float[] sigma(LoadedFile file, int index) {
    return Objects.requireNonNull(spectrum(file, index).sigma());
  }

  private static double sumOf(Spectrum spectrum) {
    double sum = 0;
    for (float value : spectrum.flux()) {
      sum += Float.isNaN(value) ? 0 : value;
    }
    return sum;
  }

  private static List<String> names(LoadedFile file) {
    return file.spectra().stream()
        .map(s -> s.row().requiredText(ObsCoreColumn.OBS_ID) + " " + s.name())
        .toList();
  }

  @Test
  void keepsEverySpectrumOfEveryObservation() {
    assertThat(FILE.rejected()).isEmpty();
    assertThat(FILE.notCatalogued()).isZero();
    assertThat(names(FILE))
        .containsExactly(
            "UK-SCHM.20020813.163833 v-121",
            "UK-SCHM.20020813.160402 r-121",
            "UK-SCHM.20020813.163833-UK-SCHM.20020813.160402 vr-121",
            "UK-SCHM.20020910.151130 v-108",
            "UK-SCHM.20020910.143059 r-108",
            "UK-SCHM.20020910.151130-UK-SCHM.20020910.143059 vr-108");
    assertThat(FILE.spectra().stream().map(s -> s.row().requiredText(ObsCoreColumn.BAND_NAME)))
        .containsExactly("V", "R", "VR", "V", "R", "VR");
  }

  @Test
  void takesTheStepWithAllItsDigits() {
    assertThat(spectrum(FILE, 0).axis().first()).isEqualTo(4036.8152182655003, within(1e-9));
    assertThat(spectrum(FILE, 0).axis().last()).isEqualTo(5627.6467256868, within(1e-9));
    assertThat(spectrum(FILE, 1).axis().first()).isEqualTo(5515.805466241501, within(1e-9));
    assertThat(spectrum(FILE, 1).axis().angstrom(500)).isEqualTo(6967.2951531915005, within(1e-9));
    assertThat(spectrum(FILE, 1).axis().last()).isEqualTo(8508.7772007324, within(1e-9));
    assertThat(spectrum(FILE, 1).medium()).isEqualTo(Medium.AIR);
    assertThat(spectrum(FILE, 1).frame()).isEqualTo(VelocityFrame.TOPOCENTRIC);
    assertThat(number(1, ObsCoreColumn.EM_MAX)).isEqualTo(8.511115085287871e-07, within(1e-17));
  }

  @Test
  void keepsTheLinearAxisOfVrThatItsFourthRowRepeats() {
    assertThat(spectrum(FILE, 2).axis()).isInstanceOf(LinearAxis.class);
    assertThat(spectrum(FILE, 2).length()).isEqualTo(2899);
    assertThat(spectrum(FILE, 2).axis().first()).isEqualTo(4036.815, within(1e-9));
    assertThat(spectrum(FILE, 2).axis().last()).isEqualTo(8508.426102, within(1e-6));
  }

  @Test
  void keepsCountsAndTurnsVarianceIntoSigma() {
    assertThat(spectrum(FILE, 0).fluxUnit()).isEqualTo("count");
    assertThat(spectrum(FILE, 0).errorKind()).isEqualTo(ErrorKind.VARIANCE);
    assertThat(spectrum(FILE, 0).flux()[500]).isEqualTo(722.885f);
    assertThat(sigma(FILE, 0)[500]).isEqualTo(71.807543073047f, within(1e-4f));
    assertThat(spectrum(FILE, 2).flux()[1000]).isEqualTo(968.1566f);
    assertThat(sigma(FILE, 2)[1000]).isEqualTo(233.7940132360108f, within(1e-4f));
    assertThat(spectrum(FILE, 4).flux()[500]).isEqualTo(1841.4696f);
    assertThat(sigma(FILE, 4)[500]).isEqualTo(99.62191220120702f, within(1e-4f));
    assertThat(sumOf(spectrum(FILE, 5))).isEqualTo(2682010.398563385, within(1e-3));
  }

  @Test
  void readsNanAsNoData() {
    for (int pixel = 0; pixel < 1032; pixel++) {
      assertThat(spectrum(FILE, 0).mask()[pixel])
          .isEqualTo((byte) (pixel >= 1009 ? MaskBit.BLANK.bit() : 0));
      assertThat(spectrum(FILE, 1).mask()[pixel])
          .isEqualTo((byte) (pixel < 6 ? MaskBit.BLANK.bit() : 0));
    }
  }

  @Test
  void endsAnArmAfterAllItsExposures() {
    assertThat(number(0, ObsCoreColumn.T_MIN)).isEqualTo(52499.69516203704, within(1e-9));
    assertThat(number(0, ObsCoreColumn.T_MAX)).isEqualTo(52499.7368287037, within(1e-9));
    assertThat(number(0, ObsCoreColumn.T_EXPTIME)).isEqualTo(3600);
    assertThat(number(0, ObsCoreColumn.T_XEL)).isEqualTo(3);
    assertThat(number(0, ObsCoreColumn.T_RESOLUTION)).isEqualTo(1200);
    assertThat(number(4, ObsCoreColumn.T_MIN)).isEqualTo(52527.6069212963, within(1e-9));
    assertThat(number(4, ObsCoreColumn.T_EXPTIME)).isEqualTo(1800);
    assertThat(number(4, ObsCoreColumn.CALIB_LEVEL)).isEqualTo(2);
    assertThat(row(FILE, 4).text(ObsCoreColumn.DATAPRODUCT_SUBTYPE)).contains("combined");
  }

  /** R was exposed first; the sums are 3600 + 1800 and 4800 + 1800 s. */
  @Test
  void spansBothArmsOfTheSameObservationInVr() {
    assertThat(number(2, ObsCoreColumn.T_MIN)).isEqualTo(52499.67118055555, within(1e-9));
    assertThat(number(2, ObsCoreColumn.T_MAX)).isEqualTo(52499.7368287037, within(1e-9));
    assertThat(number(2, ObsCoreColumn.T_EXPTIME)).isEqualTo(5400);
    assertThat(number(2, ObsCoreColumn.T_XEL)).isEqualTo(6);
    assertThat(number(5, ObsCoreColumn.T_MIN)).isEqualTo(52527.6069212963, within(1e-9));
    assertThat(number(5, ObsCoreColumn.T_MAX)).isEqualTo(52527.690613425926, within(1e-9));
    assertThat(number(5, ObsCoreColumn.T_EXPTIME)).isEqualTo(6600);
    assertThat(number(5, ObsCoreColumn.CALIB_LEVEL)).isEqualTo(3);
  }

  /** As in the header, and as Data Central describes the survey. */
  @Test
  void describesTheObservation() {
    assertThat(row(FILE, 5).text(ObsCoreColumn.TARGET_NAME)).contains("g2359555-392832");
    assertThat(row(FILE, 5).text(ObsCoreColumn.ALT_TARGET_NAME)).contains("g2359555-392832");
    assertThat(row(FILE, 5).text(ObsCoreColumn.FIELD_NAME)).contains("2349m394p1.sds");
    assertThat(number(5, ObsCoreColumn.FIBRE)).isEqualTo(108);
    assertThat(number(5, ObsCoreColumn.PIVOT)).isEqualTo(34);
    assertThat(number(5, ObsCoreColumn.S_RA)).isEqualTo(359.98104167);
    assertThat(number(5, ObsCoreColumn.S_DEC)).isEqualTo(-39.47541667);
    assertThat(number(5, ObsCoreColumn.S_FOV) * 3600).isEqualTo(6.7, within(1e-12));
    assertThat(number(2, ObsCoreColumn.REDSHIFT)).isEqualTo(0.102263);
    assertThat(number(5, ObsCoreColumn.REDSHIFT)).isEqualTo(0.102453);
    assertThat(number(5, ObsCoreColumn.EM_RES_POWER)).isEqualTo(1000);
    assertThat(number(5, ObsCoreColumn.EM_RESOLUTION)).isEqualTo(8.5e-10);
    assertThat(row(FILE, 5).text(ObsCoreColumn.FACILITY_NAME)).contains("UKST");
    assertThat(row(FILE, 5).text(ObsCoreColumn.INSTRUMENT_NAME)).contains("6dF");
    assertThat(row(FILE, 5).text(ObsCoreColumn.O_UCD)).contains("phot.count");
  }

  @Test
  void readsASplitFileLikeTheSameHduOfACompleteOne() {
    LoadedFile split = load(SPLIT);

    assertThat(names(split)).containsExactly("UK-SCHM.20010923.150510 v-39");
    assertThat(spectrum(split, 0).axis().first()).isEqualTo(4036.8152182655003, within(1e-9));
    assertThat(spectrum(split, 0).flux()[1000]).isEqualTo(3718.1863f);
    assertThat(sigma(split, 0)[1000]).isEqualTo(335.79617376095877f, within(1e-4f));
    assertThat(row(split, 0).text(ObsCoreColumn.TARGET_NAME)).contains("N-00030");
    assertThat(row(split, 0).requiredNumber(ObsCoreColumn.T_MAX))
        .isEqualTo(52175.69804398148, within(1e-9));
    assertThat(row(split, 0).requiredNumber(ObsCoreColumn.T_EXPTIME)).isEqualTo(6000);
  }

  @Test
  void takesNoTargetForAName() {
    assertThat(row(load(SPLIT), 0).text(ObsCoreColumn.ALT_TARGET_NAME)).isEmpty();
    assertThat(row(load(TABLE), 0).text(ObsCoreColumn.ALT_TARGET_NAME)).isEmpty();
  }

  @Test
  void readsTheTableAsWritten() {
    LoadedFile table = load(TABLE);
    Spectrum spectrum = spectrum(table, 0);

    assertThat(spectrum.axis()).isInstanceOf(TabulatedAxis.class);
    assertThat(spectrum.length()).isEqualTo(2899);
    assertThat(spectrum.axis().first()).isEqualTo(4036.8);
    assertThat(spectrum.axis().angstrom(1)).isEqualTo(4038.4);
    assertThat(spectrum.axis().angstrom(500)).isEqualTo(4808.3);
    assertThat(spectrum.axis().last()).isEqualTo(8508.4);
    assertThat(spectrum.flux()[500]).isEqualTo(287.54f);
    assertThat(sumOf(spectrum)).isEqualTo(1293671.83378, within(1.0));
    assertThat(spectrum.fluxUnit()).isEqualTo("count/s");
    assertThat(spectrum.sigma()).isNull();
    assertThat(
            QualityFlag.NO_ERROR.isIn(
                (int) row(table, 0).requiredNumber(ObsCoreColumn.QUALITY_FLAGS)))
        .isTrue();
    assertThat(row(table, 0).text(ObsCoreColumn.BAND_NAME)).contains("VR");
    assertThat(row(table, 0).requiredNumber(ObsCoreColumn.S_RA)).isEqualTo(5.70744167);
    assertThat(row(table, 0).requiredNumber(ObsCoreColumn.REDSHIFT)).isEqualTo(0.119942);
    assertThat(row(table, 0).requiredNumber(ObsCoreColumn.T_MIN))
        .isEqualTo(52175.628599537034, within(1e-9));
    assertThat(row(table, 0).number(ObsCoreColumn.T_MAX)).isEmpty();
    assertThat(row(table, 0).number(ObsCoreColumn.T_EXPTIME)).isEmpty();
  }

  @Test
  void refusesATableWhoseRoundedWavelengthsRepeat() {
    // The second row says 4038.4 and now says what the first says.
    LoadedFile file = load(TABLE.text("  4.0384E+03", "  4.0368E+03"));

    assertThat(file.spectra()).isEmpty();
    assertThat(file.rejected())
        .containsExactly("table: wavelength 4036.8 Å at pixel 2 does not rise above 4036.8");
  }

  @Test
  void namesAnObservationWithoutANameByItsContent() {
    LoadedFile table = load(TABLE);
    LoadedFile spliced = load(spliced());

    assertThat(table.spectra().get(0).name()).isEqualTo("vr");
    assertThat(row(table, 0).requiredText(ObsCoreColumn.OBS_ID)).matches("N-00030-[0-9a-f]{12}");
    assertThat(spliced.spectra().get(0).name()).isEqualTo("vr");
    assertThat(row(spliced, 0).requiredText(ObsCoreColumn.OBS_ID))
        .matches("g2359555-392832-[0-9a-f]{12}")
        .isEqualTo(row(load(spliced()), 0).requiredText(ObsCoreColumn.OBS_ID))
        .isNotEqualTo(row(load(spliced().pixels(0, 0, 1f)), 0).requiredText(ObsCoreColumn.OBS_ID));
  }

  /** The VR spectrum of August as Data Central splits it: alone, without what V and R tell. */
  private static EditedFixture spliced() {
    return COMPLETE.hdus(7).replace(0, "XTENSION", "SIMPLE", "T");
  }

  @Test
  void leavesUntoldWhatASplitVrDoesNotTell() {
    LoadedFile split = load(spliced());

    assertThat(new SixdfgsLoader().recognises(spliced().open())).isTrue();
    assertThat(row(split, 0).number(ObsCoreColumn.T_MIN)).isEmpty();
    assertThat(row(split, 0).number(ObsCoreColumn.T_EXPTIME)).isEmpty();
    assertThat(row(split, 0).number(ObsCoreColumn.FIBRE)).isEmpty();
    assertThat(row(split, 0).requiredNumber(ObsCoreColumn.CALIB_LEVEL)).isEqualTo(3);
    assertThat(row(split, 0).requiredNumber(ObsCoreColumn.REDSHIFT)).isEqualTo(0.102263);
  }

  @Test
  void takesTheRowOfWavelengthsWhereTheWcsSaysOtherwise() {
    LoadedFile file = load(COMPLETE.set(7, "CRVAL1", "4037.815"));

    assertThat(file.spectra()).hasSize(6);
    assertThat(spectrum(file, 2).axis()).isInstanceOf(TabulatedAxis.class);
    // The first of the row, in single precision.
    assertThat(spectrum(file, 2).axis().first()).isEqualTo(4036.815, within(3e-4));
  }

  @Test
  void ignoresAFourthRowThatHoldsNoWavelengths() {
    LoadedFile file = load(COMPLETE.pixels(7, 3 * 2899, 0f, 0f));

    assertThat(file.spectra()).hasSize(6);
    assertThat(spectrum(file, 2).axis().first()).isEqualTo(4036.815, within(1e-9));
  }

  @Test
  void cataloguesAFieldObservedInVAloneOnce() {
    // The survey's page: the other extensions still exist but are copies of the single frame.
    EditedFixture orphan =
        COMPLETE
            .hdus(0, 5, 5, 5)
            .set(2, "EXTNAME", "'SPECTRUM R'")
            .set(3, "EXTNAME", "'SPECTRUM VR'");

    assertThat(names(load(orphan))).containsExactly("UK-SCHM.20020813.163833 v-121");
    assertThat(load(orphan).notCatalogued()).isEqualTo(2);
    assertThat(load(orphan).rejected()).isEmpty();
  }

  @Test
  void takesTheOriginalOfAFieldObservedInRAlone() {
    EditedFixture orphan =
        COMPLETE
            .hdus(0, 6, 6, 6)
            .set(1, "EXTNAME", "'SPECTRUM V'")
            .replace(1, "OBSID_R", "OBSID_V", "'UK-SCHM.20020813.160402'")
            .replace(1, "NAME_R", "NAME_V", "'g2359555-392832'")
            .set(3, "EXTNAME", "'SPECTRUM VR'");

    assertThat(names(load(orphan))).containsExactly("UK-SCHM.20020813.160402 r-121");
    assertThat(row(load(orphan), 0).text(ObsCoreColumn.BAND_NAME)).contains("R");
    assertThat(load(orphan).notCatalogued()).isEqualTo(2);
  }

  @Test
  void saysOfATargetNeverObservedThatThereAreThumbnailsOnly() {
    EditedFixture thumbnails = COMPLETE.hdus(0, 1, 2, 3, 4);

    assertThat(new SixdfgsLoader().recognises(thumbnails.open())).isTrue();
    assertThat(load(thumbnails).spectra()).isEmpty();
    assertThat(load(thumbnails).rejected())
        .containsExactly("only thumbnails, no spectrum of the target in this file");
  }

  @Test
  void leavesTheSurveysSpectraInGamaToTheLoaderOfGama() {
    EditedFixture served = SPLIT.replace(0, "CROTA2", "GAMANAME", "'GAMAJ002249.79-344732.4'");

    assertThat(new SixdfgsLoader().recognises(served.open())).isFalse();
  }

  @Test
  void knowsNoRedshiftBelowMinusOne() {
    ObsCoreRow row = row(load(SPLIT.set(0, "Z", "-9.990000").set(0, "Z_HELIO", "-9.990000")), 0);

    assertThat(row.number(ObsCoreColumn.REDSHIFT)).isEmpty();
  }

  @Test
  void marksARedshiftOfLowQuality() {
    LoadedFile guessed = load(SPLIT.set(0, "QUALITY", "2"));

    assertThat(isRedshiftDoubted(row(load(SPLIT), 0))).isFalse();
    assertThat(isRedshiftDoubted(row(guessed, 0))).isTrue();
    assertThat(row(guessed, 0).requiredNumber(ObsCoreColumn.REDSHIFT)).isEqualTo(0.119942);
  }

  private static boolean isRedshiftDoubted(ObsCoreRow row) {
    return QualityFlag.REDSHIFT_DOUBTED.isIn((int) row.requiredNumber(ObsCoreColumn.QUALITY_FLAGS));
  }

  @Test
  void callsWhatTheRedshiftersSawAStar() {
    ObsCoreRow row = row(load(SPLIT.set(0, "QUALITY", "6")), 0);

    assertThat(row.text(ObsCoreColumn.TARGET_CLASS)).contains("star");
    assertThat(row(FILE, 0).text(ObsCoreColumn.TARGET_CLASS)).isEmpty();
  }

  @Test
  void leavesColumnsEmptyWhereCardsAreAbsent() {
    LoadedFile bare =
        load(SPLIT.without(0, "UTDATE_V", "MJDOBS_V", "EXP_V", "FIBRE_V", "PIVOT_V", "CUNIT1"));

    assertThat(bare.rejected()).isEmpty();
    assertThat(names(bare)).containsExactly("UK-SCHM.20010923.150510 v-N-00030");
    assertThat(row(bare, 0).number(ObsCoreColumn.T_MIN)).isEmpty();
    assertThat(row(bare, 0).number(ObsCoreColumn.T_EXPTIME)).isEmpty();
    assertThat(row(bare, 0).number(ObsCoreColumn.FIBRE)).isEmpty();
  }

  @Test
  void takesTheModifiedJulianDateWhereTheDateIsAbsent() {
    ObsCoreRow row = row(load(SPLIT.without(0, "UTDATE_V")), 0);

    assertThat(row.requiredNumber(ObsCoreColumn.T_MIN)).isEqualTo(52175.62859954);
  }

  @Test
  void refusesAPlaceThatIsNone() {
    LoadedFile file = load(SPLIT.set(0, "OBSDEC", "-134.7923388"));

    assertThat(file.spectra()).isEmpty();
    assertThat(file.rejected().get(0)).contains("OBSDEC").contains("degrees from -90 to 90");
  }
}

package org.pawprint.catalogue.survey.twodfgrs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.pawprint.catalogue.survey.LoadedFile;
import org.pawprint.catalogue.survey.LoadedSpectrum;
import org.pawprint.catalogue.survey.SurveyFile;
import org.pawprint.core.fits.FitsFile;
import org.pawprint.core.obscore.ObsCoreColumn;
import org.pawprint.core.obscore.ObsCoreRow;
import org.pawprint.core.sky.SkyPosition;
import org.pawprint.core.spectrum.ErrorKind;
import org.pawprint.core.spectrum.MaskBit;
import org.pawprint.core.spectrum.Medium;
import org.pawprint.core.spectrum.QualityFlag;
import org.pawprint.core.spectrum.Spectrum;
import org.pawprint.core.spectrum.VelocityFrame;
import org.pawprint.testkit.fixture.EditedFixture;

/** Numbers by {@code fixtures/2dfgrs/expected.py} (astropy, numpy) unless said. */
class TwoDfgrsLoaderTest {
  private static final EditedFixture ORIGINAL = EditedFixture.of("2dfgrs/000001.fits");
  private static final LoadedFile FILE = load(ORIGINAL);

  private static LoadedFile load(EditedFixture edited) {
    FitsFile fits = edited.open();
    return new TwoDfgrsLoader().load(new SurveyFile(fits.name(), fits, Map.of()));
  }

  private static Spectrum spectrum(int index) {
    return FILE.spectra().get(index).spectrum();
  }

  private static ObsCoreRow row(int index) {
    return FILE.spectra().get(index).row();
  }

  private static double number(int index, ObsCoreColumn column) {
    return row(index).requiredNumber(column);
  }

  @Test
  void readsEveryObservationUnderItsFramePlateAndFibre() {
    assertThat(FILE.rejected()).isEmpty();
    assertThat(FILE.spectra().stream().map(LoadedSpectrum::name)).containsExactly("0-136", "1-156");
    assertThat(FILE.spectra().stream().map(s -> s.row().requiredText(ObsCoreColumn.OBS_ID)))
        .containsExactly("sgp436_001203_1z", "sgp435_010913_1z");
  }

  @Test
  void givesEachObservationItsOwnAxisFromMidArray() {
    assertThat(spectrum(0).axis().first()).isEqualTo(3588.7495116682, within(1e-9));
    assertThat(spectrum(0).axis().angstrom(500)).isEqualTo(5743.7788085682, within(1e-9));
    assertThat(spectrum(0).axis().last()).isEqualTo(7997.9394531256, within(1e-9));
    assertThat(spectrum(1).axis().first()).isEqualTo(3635.3876952749997, within(1e-9));
    assertThat(spectrum(1).axis().last()).isEqualTo(8045.0771484, within(1e-9));
    assertThat(spectrum(1).medium()).isEqualTo(Medium.AIR);
    assertThat(spectrum(1).frame()).isEqualTo(VelocityFrame.TOPOCENTRIC);
    assertThat(number(1, ObsCoreColumn.EM_MIN)).isEqualTo(3.636423964451722e-07, within(1e-17));
    assertThat(number(1, ObsCoreColumn.EM_MAX)).isEqualTo(8.047289697143988e-07, within(1e-17));
  }

  @Test
  void keepsCountsAndTurnsVarianceIntoSigma() {
    assertThat(spectrum(0).fluxUnit()).isEqualTo("count");
    assertThat(spectrum(0).errorKind()).isEqualTo(ErrorKind.VARIANCE);
    assertThat(spectrum(0).flux()[500]).isEqualTo(12.445069f);
    assertThat(sigma(0)[500]).isEqualTo(32.436307028881615f, within(1e-5f));
    assertThat(spectrum(1).flux()[1000]).isEqualTo(68.12689f);
    assertThat(sigma(1)[1000]).isEqualTo(20.581015926157153f, within(1e-5f));
    assertThat(sumOf(spectrum(1))).isEqualTo(55299.811456114054, within(1e-6));
  }

  private static float[] sigma(int index) {
    return Objects.requireNonNull(spectrum(index).sigma());
  }

  private static double sumOf(Spectrum spectrum) {
    double sum = 0;
    for (float value : spectrum.flux()) {
      sum += Float.isNaN(value) ? 0 : value;
    }
    return sum;
  }

  @Test
  void readsTheSurveysBlankAsNoData() {
    for (int pixel = 0; pixel < 1024; pixel++) {
      boolean blank = pixel >= 1008;
      assertThat(Float.isNaN(spectrum(0).flux()[pixel])).isEqualTo(blank);
      assertThat(spectrum(0).mask()[pixel]).isEqualTo((byte) (blank ? MaskBit.BLANK.bit() : 0));
    }
    assertThat(sigma(0)[1008]).isNaN();
  }

  @Test
  void bringsRadiansOfB1950ToIcrs() {
    SkyPosition place =
        new SkyPosition(number(0, ObsCoreColumn.S_RA), number(0, ObsCoreColumn.S_DEC));

    assertThat(place.separationDeg(new SkyPosition(3.612599293563608, -32.27019443780307)) * 3600)
        .isLessThan(0.001);
  }

  /**
   * OBJRA, OBJDEC are the object's J2000 place in radians, MATCH_DR its distance from the fibre.
   */
  @Test
  void liesAsFarFromTheObjectAsTheSurveySays() {
    SkyPosition object =
        new SkyPosition(Math.toDegrees(0.0630536553), Math.toDegrees(-0.5632299669));
    SkyPosition place =
        new SkyPosition(number(0, ObsCoreColumn.S_RA), number(0, ObsCoreColumn.S_DEC));

    assertThat(place.separationDeg(object) * 3600).isEqualTo(1.7187, within(0.2));
  }

  @Test
  void takesTheTimesOfTheReferenceFrame() {
    assertThat(number(0, ObsCoreColumn.T_MIN)).isEqualTo(51881.4831037037, within(1e-9));
    assertThat(number(0, ObsCoreColumn.T_MAX)).isEqualTo(51881.49699074074, within(1e-9));
    assertThat(number(1, ObsCoreColumn.T_MIN)).isEqualTo(52165.52136655093, within(1e-9));
    assertThat(number(1, ObsCoreColumn.T_EXPTIME)).isEqualTo(1200);
    assertThat(number(1, ObsCoreColumn.T_XEL)).isEqualTo(3);
  }

  @Test
  void putsAnEndAfterMidnightOnTheNextDay() {
    LoadedFile late =
        load(ORIGINAL.set(1, "UTSTART", "'23:50:40.16'").set(1, "UTEND", "'00:10:40'"));
    ObsCoreRow row = late.spectra().get(0).row();

    // MJD 51881 is 3 December 2000; 23:50:40.16 is 85,840.16 s, 00:10:40 is 640 s of the day.
    assertThat(row.requiredNumber(ObsCoreColumn.T_MIN))
        .isEqualTo(51881 + 85840.16 / 86400, within(1e-9));
    assertThat(row.requiredNumber(ObsCoreColumn.T_MAX))
        .isEqualTo(51882 + 640 / 86400.0, within(1e-9));
  }

  @Test
  void endsTheExposureByItsLengthWhereNoEndIsGiven() {
    ObsCoreRow row = load(ORIGINAL.without(1, "UTEND")).spectra().get(0).row();

    assertThat(row.requiredNumber(ObsCoreColumn.T_MAX))
        .isEqualTo(51881.4831037037 + 1200 / 86400.0, within(1e-9));
  }

  @Test
  void knowsNoRedshiftWhereTheSurveyWritesMinusNine() {
    assertThat(row(0).number(ObsCoreColumn.REDSHIFT)).isEmpty();
    assertThat(row(0).number(ObsCoreColumn.EM_MIN_REST)).isEmpty();
    assertThat(number(1, ObsCoreColumn.REDSHIFT)).isEqualTo(0.298141);
    assertThat(number(1, ObsCoreColumn.EM_MIN_REST))
        .isEqualTo(2.801254998071644e-07, within(1e-16));
  }

  /** The first observation has QUALITY 1 and no redshift, the second QUALITY 4. */
  @Test
  void marksARedshiftOfLowQuality() {
    LoadedFile guessed = load(ORIGINAL.set(2, "QUALITY", "2"));

    assertThat(isRedshiftDoubted(row(0))).isFalse();
    assertThat(isRedshiftDoubted(row(1))).isFalse();
    assertThat(isRedshiftDoubted(guessed.spectra().get(1).row())).isTrue();
  }

  private static boolean isRedshiftDoubted(ObsCoreRow row) {
    return QualityFlag.REDSHIFT_DOUBTED.isIn((int) row.requiredNumber(ObsCoreColumn.QUALITY_FLAGS));
  }

  /** As in the header, and as Data Central describes the survey. */
  @Test
  void describesTheObservation() {
    assertThat(row(1).text(ObsCoreColumn.TARGET_NAME)).contains("TGS436Z001");
    assertThat(row(1).text(ObsCoreColumn.ALT_TARGET_NAME)).contains("XMS436Z001");
    assertThat(row(1).text(ObsCoreColumn.FIELD_NAME)).contains("sgp435");
    assertThat(number(1, ObsCoreColumn.FIBRE)).isEqualTo(156);
    assertThat(number(1, ObsCoreColumn.PIVOT)).isEqualTo(93);
    assertThat(number(1, ObsCoreColumn.EM_SNR)).isEqualTo(3.8);
    assertThat(number(1, ObsCoreColumn.S_SEEING)).isEqualTo(1.2);
    assertThat(number(1, ObsCoreColumn.S_FOV) * 3600).isEqualTo(2.1, within(1e-12));
    assertThat(number(1, ObsCoreColumn.EM_RES_POWER)).isEqualTo(644);
    assertThat(number(1, ObsCoreColumn.EM_RES_POWER_MIN)).isEqualTo(400);
    assertThat(number(1, ObsCoreColumn.EM_RES_POWER_MAX)).isEqualTo(889);
    assertThat(number(1, ObsCoreColumn.EM_RESOLUTION)).isEqualTo(9e-10);
    assertThat(row(1).text(ObsCoreColumn.FACILITY_NAME)).contains("AAT");
    assertThat(row(1).text(ObsCoreColumn.INSTRUMENT_NAME)).contains("2dF");
    assertThat(row(1).text(ObsCoreColumn.O_UCD)).contains("phot.count");
  }

  @Test
  void saysOfAFileWithoutSpectraThatItHoldsTheChartAlone() {
    EditedFixture chart = ORIGINAL.hdus(0);

    assertThat(new TwoDfgrsLoader().recognises(chart.open())).isTrue();
    assertThat(load(chart).spectra()).isEmpty();
    assertThat(load(chart).rejected())
        .containsExactly(
            "only the sky chart of TGS436Z001 (SEQNUM 1), the survey took no spectrum of this"
                + " object");
  }

  @Test
  void readsASpectrumInThePrimary() {
    EditedFixture primary =
        ORIGINAL
            .hdus(2)
            .replace(0, "XTENSION", "SIMPLE", "T")
            .replace(0, "PCOUNT", "IMAGE", "'SPECTRUM'")
            .replace(0, "GCOUNT", "NAME", "'TGS436Z001'");

    assertThat(new TwoDfgrsLoader().recognises(primary.open())).isTrue();
    assertThat(load(primary).spectra()).hasSize(1);
    assertThat(load(primary).spectra().get(0).row().text(ObsCoreColumn.TARGET_NAME))
        .contains("TGS436Z001");
  }

  @Test
  void leavesTheSurveysSpectraInGamaToTheLoaderOfGama() {
    EditedFixture served = ORIGINAL.replace(0, "VISCOMM", "GAMANAME", "'GAMAJ001427.05-321614.5'");

    assertThat(new TwoDfgrsLoader().recognises(served.open())).isFalse();
  }

  @Test
  void leavesColumnsEmptyWhereCardsAreAbsent() {
    LoadedFile bare =
        load(
            ORIGINAL.without(
                1, "SNR", "SEEING", "UTDATE", "REFEXP", "NCOMB", "PIVOT", "OBSFLD", "CUNIT1"));
    ObsCoreRow row = bare.spectra().get(0).row();

    assertThat(bare.rejected()).isEmpty();
    assertThat(row.number(ObsCoreColumn.T_MIN)).isEmpty();
    assertThat(row.number(ObsCoreColumn.T_EXPTIME)).isEmpty();
    assertThat(row.number(ObsCoreColumn.S_SEEING)).isEmpty();
    assertThat(row.number(ObsCoreColumn.PIVOT)).isEmpty();
  }

  @Test
  void takesThePlaceOfTheObjectWhereThatOfTheFibreIsAbsent() {
    ObsCoreRow row = load(ORIGINAL.without(1, "OBSRA")).spectra().get(0).row();

    // The object's own J2000 place; RA and DEC come to 0.144 arcsec of it, by expected.py.
    SkyPosition object = new SkyPosition(3.6127083315626947, -32.270699998663055);
    SkyPosition place =
        new SkyPosition(
            row.requiredNumber(ObsCoreColumn.S_RA), row.requiredNumber(ObsCoreColumn.S_DEC));
    assertThat(place.separationDeg(object) * 3600).isEqualTo(0.144, within(0.001));
  }

  @Test
  void losesOnlyTheObservationThatHasNoName() {
    LoadedFile file = load(ORIGINAL.without(1, "SPFILE"));

    assertThat(file.spectra().stream().map(LoadedSpectrum::name)).containsExactly("1-156");
    assertThat(file.rejected()).hasSize(1);
    assertThat(file.rejected().get(0))
        .startsWith("observation in HDU 1: ")
        .contains("SPFILE: found no such card");
  }

  @Test
  void refusesDegreesForRadians() {
    LoadedFile file = load(ORIGINAL.set(2, "OBSRA", "2.982083300E+01"));

    assertThat(file.spectra()).hasSize(1);
    assertThat(file.rejected().get(0)).contains("OBSRA").contains("an angle in radians");
  }

  @Test
  void refusesPlacesOfAnotherEquinox() {
    LoadedFile file = load(ORIGINAL.set(0, "APMEQNX", "2000.00"));

    assertThat(file.spectra()).isEmpty();
    assertThat(file.rejected()).hasSize(2).allMatch(line -> line.contains("APMEQNX"));
  }

  @Test
  void refusesATimeThatIsNone() {
    LoadedFile file = load(ORIGINAL.set(1, "UTSTART", "'11:75:40.16'"));

    assertThat(file.spectra()).hasSize(1);
    assertThat(file.rejected().get(0)).contains("UTDATE").contains("11:75:40.16");
  }
}

package org.pawprint.catalogue.survey.galah;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.pawprint.catalogue.survey.LoadedFile;
import org.pawprint.catalogue.survey.LoadedSpectrum;
import org.pawprint.catalogue.survey.SurveyFile;
import org.pawprint.core.obscore.ObsCoreColumn;
import org.pawprint.core.obscore.ObsCoreRow;
import org.pawprint.core.spectrum.ErrorKind;
import org.pawprint.core.spectrum.MaskBit;
import org.pawprint.core.spectrum.Medium;
import org.pawprint.core.spectrum.QualityFlag;
import org.pawprint.core.spectrum.Spectrum;
import org.pawprint.core.spectrum.VelocityFrame;
import org.pawprint.testkit.fixture.EditedFixture;

/** Numbers by {@code fixtures/galah/expected.py} (astropy, numpy, specutils) unless said. */
class GalahIraf5LoaderTest {
  private static final String REAL_NAME = "1704070052012671.fits";
  private static final String INFRARED_NAME = "1510080016010444.written.fits";
  private static final GalahIraf5Loader LOADER = new GalahIraf5Loader();
  private static final LoadedFile REAL = load(REAL_NAME);
  private static final LoadedFile WITHOUT_NORMALISED = load("1704070052012671.4hdu.fits");
  private static final LoadedFile INFRARED = load(INFRARED_NAME);

  private static LoadedFile load(String name) {
    return load(name, edited(name));
  }

  private static LoadedFile load(String name, EditedFixture file) {
    return LOADER.load(new SurveyFile(name, file.open(name), Map.of()));
  }

  private static EditedFixture edited(String fixture) {
    return EditedFixture.of("galah/" + fixture);
  }

  private static Spectrum flux(LoadedFile file) {
    return file.spectra().get(0).spectrum();
  }

  private static Spectrum normalised(LoadedFile file) {
    return file.spectra().get(1).spectrum();
  }

  private static ObsCoreRow row(LoadedFile file, int index) {
    return file.spectra().get(index).row();
  }

  private static double number(LoadedFile file, ObsCoreColumn column) {
    return row(file, 0).requiredNumber(column);
  }

  private static float[] sigma(Spectrum spectrum) {
    return Objects.requireNonNull(spectrum.sigma());
  }

  @Test
  void givesEachHduItsOwnWavelengths() {
    assertThat(flux(REAL).length()).isEqualTo(4096);
    assertThat(flux(REAL).axis().first()).isEqualTo(4713.69384765621, within(1e-9));
    assertThat(flux(REAL).axis().angstrom(100)).isEqualTo(4718.295639093939, within(1e-9));
    assertThat(flux(REAL).axis().last()).isEqualTo(4902.137207031209, within(1e-9));
    assertThat(normalised(REAL).axis().first()).isEqualTo(4715.724198934232, within(1e-9));
    assertThat(normalised(REAL).axis().angstrom(100)).isEqualTo(4720.327972523001, within(1e-9));
    assertThat(normalised(REAL).axis().last()).isEqualTo(4904.248727394339, within(1e-9));
  }

  @Test
  void tellsFramesAndMedium() {
    assertThat(flux(REAL).frame()).isEqualTo(VelocityFrame.BARYCENTRIC);
    assertThat(normalised(REAL).frame()).isEqualTo(VelocityFrame.SOURCE);
    assertThat(flux(REAL).medium()).isEqualTo(Medium.AIR);
    assertThat(normalised(REAL).medium()).isEqualTo(Medium.AIR);
  }

  @Test
  void takesTheVelocityOfTheStarFromTheRatioOfTheAxes() {
    assertThat(number(REAL, ObsCoreColumn.RV)).isEqualTo(-129.131, within(1e-5));
    assertThat(row(REAL, 1).requiredNumber(ObsCoreColumn.RV)).isEqualTo(-129.131, within(1e-5));
    assertThat(number(INFRARED, ObsCoreColumn.RV)).isEqualTo(-42.5, within(1e-6));
  }

  @Test
  void givesLimitsAsObservedForBothSpectra() {
    assertThat(number(REAL, ObsCoreColumn.EM_MIN)).isEqualTo(4.71501273131381e-07, within(1e-17));
    assertThat(number(REAL, ObsCoreColumn.EM_MAX)).isEqualTo(4.90350606067777e-07, within(1e-17));
    assertThat(row(REAL, 1).requiredNumber(ObsCoreColumn.EM_MIN))
        .isEqualTo(4.715011856531316e-07, within(1e-15));
    assertThat(row(REAL, 1).requiredNumber(ObsCoreColumn.EM_MAX))
        .isEqualTo(4.903505150923082e-07, within(1e-15));
  }

  @Test
  void multipliesRelativeErrorsWithTheFlux() {
    assertThat(flux(REAL).flux()[100]).isEqualTo(182.89032f);
    assertThat(sigma(flux(REAL))[100]).isEqualTo(28.48252769542796f, within(1e-5f));
    assertThat(flux(REAL).errorKind()).isEqualTo(ErrorKind.RELATIVE);
    assertThat(number(REAL, ObsCoreColumn.EM_SNR)).isEqualTo(7.560833335360682, within(1e-5));
  }

  /** Data Central's page: the relative error is also that of the normalised spectrum. */
  @Test
  void multipliesRelativeErrorsWithTheNormalisedSpectrum() {
    assertThat(normalised(REAL).flux()[100]).isEqualTo(0.8409290622586986f, within(1e-7f));
    assertThat(sigma(normalised(REAL))[100]).isEqualTo(0.1309625644960018f, within(1e-7f));
    assertThat(normalised(REAL).errorKind()).isEqualTo(ErrorKind.RELATIVE);
  }

  /** input_sigma is -0.966 at pixel 3161 and -0.569 at 3164, counted from 1. */
  @Test
  void hasNoErrorWhereTheRelativeOneIsBelowZero() {
    assertThat(flux(REAL).flux()[3160]).isEqualTo(20.312574f);
    assertThat(sigma(flux(REAL))[3160]).isNaN();
    assertThat(flux(REAL).mask()[3160]).isEqualTo((byte) MaskBit.NO_ERROR.bit());
    assertThat(normalised(REAL).mask()[3163]).isEqualTo((byte) MaskBit.NO_ERROR.bit());
    assertThat(number(REAL, ObsCoreColumn.BAD_PIXEL_FRACTION)).isEqualTo(2.0 / 4096);
  }

  @Test
  void namesStarAndSpectra() {
    assertThat(REAL.spectra().stream().map(LoadedSpectrum::name))
        .containsExactly("B", "B-normalised");
    assertThat(row(REAL, 0).text(ObsCoreColumn.OBS_ID)).contains("170407005201267");
    assertThat(row(REAL, 1).text(ObsCoreColumn.OBS_ID)).contains("170407005201267");
    assertThat(row(REAL, 0).text(ObsCoreColumn.TARGET_NAME)).contains("170407005201267");
    assertThat(number(REAL, ObsCoreColumn.PIVOT)).isEqualTo(267);
    assertThat(INFRARED.spectra().stream().map(LoadedSpectrum::name))
        .containsExactly("I", "I-normalised");
  }

  @Test
  void takesAnotherNameForTheStarOnlyFromTheFileItself() {
    LoadedFile nameless = load("spectrum.fits", edited(REAL_NAME));
    LoadedFile otherCamera = load("1704070052012674.fits", edited(REAL_NAME));
    LoadedFile otherStar = load("spectrum.fits", edited("1704070052012671.4hdu.fits"));

    assertThat(number(nameless, ObsCoreColumn.T_XEL)).isEqualTo(3);
    assertThat(row(nameless, 0).text(ObsCoreColumn.OBS_ID).orElseThrow())
        .matches("star-[0-9a-f]{12}")
        .isEqualTo(row(otherCamera, 0).requiredText(ObsCoreColumn.OBS_ID))
        .isEqualTo(row(nameless, 1).requiredText(ObsCoreColumn.OBS_ID))
        .isNotEqualTo(row(otherStar, 0).requiredText(ObsCoreColumn.OBS_ID));
    assertThat(row(nameless, 0).value(ObsCoreColumn.TARGET_NAME)).isNull();
  }

  /** MEANRA, MEANDEC of the header. */
  @Test
  void placesTheStarAtTheCentreOfTheFieldAndSaysSo() {
    assertThat(number(REAL, ObsCoreColumn.S_RA)).isEqualTo(251.731028647237, within(1e-10));
    assertThat(number(REAL, ObsCoreColumn.S_DEC)).isEqualTo(7.59123506629405, within(1e-10));
    assertThat(QualityFlag.FIELD_POSITION.isIn((int) number(REAL, ObsCoreColumn.QUALITY_FLAGS)))
        .isTrue();
  }

  @Test
  void reachesFromTheFirstStartOverTheSumOfExposures() {
    assertThat(number(REAL, ObsCoreColumn.T_MIN)).isEqualTo(57850.72324074074, within(1e-8));
    assertThat(number(REAL, ObsCoreColumn.T_MAX)).isEqualTo(57850.76490740741, within(1e-8));
    assertThat(number(REAL, ObsCoreColumn.T_EXPTIME)).isEqualTo(3600);
    assertThat(number(REAL, ObsCoreColumn.T_RESOLUTION)).isEqualTo(1200);
    assertThat(number(REAL, ObsCoreColumn.T_XEL)).isEqualTo(3);
    // 23:50:10 and 2400 s later, on the next day.
    assertThat(number(INFRARED, ObsCoreColumn.T_MIN)).isEqualTo(57303.99317129629, within(1e-8));
    assertThat(number(INFRARED, ObsCoreColumn.T_MAX)).isEqualTo(57304.020949074074, within(1e-8));
  }

  @Test
  void tellsWhatTheSpectraAre() {
    ObsCoreRow flux = row(REAL, 0);
    assertThat(flux.text(ObsCoreColumn.DATAPRODUCT_SUBTYPE)).contains("combined");
    assertThat(flux.requiredNumber(ObsCoreColumn.CALIB_LEVEL)).isEqualTo(2);
    assertThat(flux.text(ObsCoreColumn.BAND_NAME)).contains("B");
    assertThat(flux.text(ObsCoreColumn.ARM)).contains("blue");
    assertThat(flux.text(ObsCoreColumn.INSTRUMENT_NAME)).contains("2dF-HERMES");
    assertThat(flux.text(ObsCoreColumn.FACILITY_NAME)).contains("AAT");
    assertThat(flux.text(ObsCoreColumn.PROPOSAL_ID)).contains("A/2017A/018");
    assertThat(flux.text(ObsCoreColumn.FIELD_NAME)).contains("gf1_6250_3700612029_1201400_p0");
    assertThat(flux.text(ObsCoreColumn.PIPELINE)).contains("GALAH IRAF 5.3");
    assertThat(flux.text(ObsCoreColumn.O_UNIT)).contains("count");
    assertThat(flux.requiredNumber(ObsCoreColumn.EM_RES_POWER)).isEqualTo(26_000);
    assertThat(flux.requiredNumber(ObsCoreColumn.S_FOV)).isEqualTo(2.1 / 3600);
    ObsCoreRow normalised = row(REAL, 1);
    assertThat(normalised.text(ObsCoreColumn.DATAPRODUCT_SUBTYPE)).contains("normalised");
    assertThat(normalised.text(ObsCoreColumn.O_CALIB_STATUS)).contains("normalized");
    assertThat(normalised.value(ObsCoreColumn.O_UNIT)).isNull();
    assertThat(normalised.text(ObsCoreColumn.SPECSYS)).contains("SOURCE");
  }

  @Test
  void findsHdusByNameWhateverTheirOrder() {
    for (EditedFixture other :
        List.of(edited(REAL_NAME).hdus(0, 4, 3, 2, 1), edited(REAL_NAME).hdus(0, 3, 1, 4, 2))) {
      assertThat(load(REAL_NAME, other))
          .usingRecursiveComparison()
          // NaN is NaN.
          .withEqualsForType(Float::equals, Float.class)
          .isEqualTo(REAL);
    }
  }

  @Test
  void readsFilesWithoutNormalisedSpectrum() {
    assertThat(WITHOUT_NORMALISED.spectra()).hasSize(1);
    assertThat(WITHOUT_NORMALISED.rejected()).isEmpty();
    assertThat(flux(WITHOUT_NORMALISED).axis().last()).isEqualTo(4737.209001903005, within(1e-9));
    assertThat(row(WITHOUT_NORMALISED, 0).value(ObsCoreColumn.RV)).isNull();
  }

  @Test
  void cutsTheErrorsWhereTheTelluricBandIsLeftOut() {
    assertThat(INFRARED.rejected()).isEmpty();
    assertThat(flux(INFRARED).length()).isEqualTo(4097);
    assertThat(normalised(INFRARED).length()).isEqualTo(2433);
    assertThat(normalised(INFRARED).axis().first()).isEqualTo(7708.7630758938, within(1e-9));
    // The one pixel without error is 1700 of the flux, and 1700 - 1664 here.
    assertThat(flux(INFRARED).mask()[1700]).isEqualTo((byte) MaskBit.NO_ERROR.bit());
    assertThat(normalised(INFRARED).mask()[36]).isEqualTo((byte) MaskBit.NO_ERROR.bit());
    assertThat(sigma(normalised(INFRARED))[100]).isEqualTo(0.02f, within(1e-7f));
  }

  @Test
  void keepsTheNormalisedSpectrumWhereTheStepOfTheFluxIsBroken() {
    LoadedFile file = load(INFRARED_NAME, edited(INFRARED_NAME).set(0, "CDELT1", "1.0"));

    assertThat(file.spectra().stream().map(LoadedSpectrum::name)).containsExactly("I-normalised");
    assertThat(normalisedAlone(file).errorKind()).isEqualTo(ErrorKind.NONE);
    assertThat(normalisedAlone(file).frame()).isEqualTo(VelocityFrame.SOURCE);
    assertThat(row(file, 0).value(ObsCoreColumn.RV)).isNull();
    assertThat(file.rejected())
        .singleElement()
        .asString()
        .contains("HDU 0 (PRIMARY)")
        .contains("within 7440 to 8040 A");
  }

  private static Spectrum normalisedAlone(LoadedFile file) {
    return file.spectra().get(0).spectrum();
  }

  @Test
  void keepsSpectraWithoutErrorsWhereTheErrorsHaveABrokenAxis() {
    LoadedFile file = load(INFRARED_NAME, edited(INFRARED_NAME).set(1, "CDELT1", "1.0"));

    assertThat(file.spectra()).hasSize(2);
    assertThat(flux(file).errorKind()).isEqualTo(ErrorKind.NONE);
    assertThat(number(file, ObsCoreColumn.RV)).isEqualTo(-42.5, within(1e-6));
    assertThat(file.rejected()).singleElement().asString().contains("input_sigma");
  }

  @Test
  void keepsTheFluxWhereTheNormalisedSpectrumIsBroken() {
    LoadedFile file = load(INFRARED_NAME, edited(INFRARED_NAME).set(4, "CDELT1", "1.0"));

    assertThat(file.spectra().stream().map(LoadedSpectrum::name)).containsExactly("I");
    assertThat(file.rejected()).singleElement().asString().contains("HDU 4");
  }

  @Test
  void leavesAnUnshiftedNormalisedSpectrumBarycentric() {
    LoadedFile file =
        load(
            REAL_NAME,
            edited(REAL_NAME)
                .set(4, "CRVAL1", "4713.69384765621")
                .set(4, "CDELT1", "0.0460179143772892"));

    assertThat(normalised(file).frame()).isEqualTo(VelocityFrame.BARYCENTRIC);
    assertThat(row(file, 1).value(ObsCoreColumn.RV)).isNull();
  }

  @Test
  void claimsOnlyHermesWithAKnownArm() {
    assertThat(LOADER.recognises(edited(REAL_NAME).open())).isTrue();
    for (List<String> card :
        List.of(List.of("INSTRUME", "'AAOMEGA-2dF'"), List.of("SPECTID", "'A       '"))) {
      assertThat(LOADER.recognises(edited(REAL_NAME).set(0, card.get(0), card.get(1)).open()))
          .isFalse();
    }
  }

  @Test
  void ownsDataReleaseThreeUnlessToldOtherwise() {
    assertThat(LOADER.defaultCollection()).isEqualTo("galah_dr3");
  }
}

package org.pawprint.catalogue.survey.gama;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pawprint.catalogue.survey.LoadedSpectrum;
import org.pawprint.core.fits.FitsFile;
import org.pawprint.core.obscore.ObsCoreColumn;
import org.pawprint.core.spectrum.ErrorKind;
import org.pawprint.core.spectrum.LinearAxis;
import org.pawprint.core.spectrum.LogAxis;
import org.pawprint.core.spectrum.MaskBit;
import org.pawprint.core.spectrum.Medium;
import org.pawprint.core.spectrum.Spectrum;
import org.pawprint.core.spectrum.TabulatedAxis;
import org.pawprint.core.spectrum.VelocityFrame;
import org.pawprint.testkit.fixture.SurveyFixture;

/** Wavelength, flux, sigma and mask; numbers by {@code fixtures/gama/expected.py}. */
class GamaSpectraTest {
  private static final String AAT = "G12_Y2_009_044.fit";
  private static final String SDSS = "spSpec-51609-0304-087.fit";

  private static LoadedSpectrum loaded(String name, int index) {
    return GamaFiles.load(name).spectra().get(index);
  }

  private static Spectrum spectrum(String name) {
    return loaded(name, 0).spectrum();
  }

  @ParameterizedTest
  @CsvSource({
    "G12_Y2_009_044.fit, 4955, 3727.555541991644, 3831.1493468547437, 8859.592634909617",
    "spSpec-51609-0304-087.fit, 3862, 3790.5305394288553, 3878.8233380237325, 9221.46665124264",
    "2dfgrs-written.fit, 1024, 3693.4609374817996, 4124.5644531018, 8103.649902274399",
    "MGC23320.fit, 1024, 3612.202851, 4043.208751, 8021.393208",
    "J113606.3+001155a.fit, 1024, 3611.9841194382, 4043.0121018182, 8021.4003791856",
    "J091726.21+003424.0_a14_040423.fit, 1024, 3523.723573129, 3954.694949229, 7932.560750632",
    "2slaq-lrg-written.fit, 1024, 5050.25, 5265.9, 7256.3495",
    "Spectrum-195254.fit, 4894, 4697.278551735122, 4800.564639135123, 9751.066808217123",
    "LTF_09_1128_0555.fit, 3855, 4831.6, 4991.6, 10998.0",
    "6dfgs-joined-written.fit, 2899, 4036.815, 4191.1149, 8508.426102",
    "6dfgs-arm-with-cards.fit, 1032, 4036.8149877, 4191.1148877, 5627.6469567"
  })
  void countsPixelsFromOneAboutTheReferencePixel(
      String name, int length, double first, double hundredth, double last) {
    Spectrum spectrum = spectrum(name);

    assertThat(spectrum.length()).isEqualTo(length);
    assertThat(spectrum.axis().first()).isEqualTo(first, within(1e-9));
    assertThat(spectrum.axis().angstrom(100)).isEqualTo(hundredth, within(1e-9));
    assertThat(spectrum.axis().last()).isEqualTo(last, within(1e-9));
    assertThat(spectrum.axis()).isInstanceOf(name.equals(SDSS) ? LogAxis.class : LinearAxis.class);
  }

  /** Vacuum metres: by Ciddor 1996 for air, the axis itself for SDSS. */
  @ParameterizedTest
  @CsvSource({
    "G12_Y2_009_044.fit, 3.7286156593398234e-07, 8.8620254207601e-07",
    "spSpec-51609-0304-087.fit, 3.7905305394288553e-07, 9.22146665124264e-07",
    "2dfgrs-written.fit, 3.6945122238753346e-07, 8.105878275862076e-07",
    "MGC23320.fit, 3.613233133773906e-07, 8.023599358574082e-07",
    "J113606.3+001155a.fit, 3.6130143457600406e-07, 8.02360653169691e-07",
    "J091726.21+003424.0_a14_040423.fit, 3.524731060379141e-07, 7.934742906537615e-07",
    "2slaq-lrg-written.fit, 5.051658210890049e-07, 7.258349190830616e-07",
    "Spectrum-195254.fit, 4.698593088509546e-07, 9.753740998456465e-07",
    "LTF_09_1128_0555.fit, 4.832950134758314e-07, 1.1001012304122836e-06",
    "6dfgs-joined-written.fit, 4.0379556456518115e-07, 8.510763891609124e-07"
  })
  void givesLimitsInVacuumMetres(String name, double min, double max) {
    assertThat(loaded(name, 0).row().requiredNumber(ObsCoreColumn.EM_MIN))
        .isEqualTo(min, within(1e-17));
    assertThat(loaded(name, 0).row().requiredNumber(ObsCoreColumn.EM_MAX))
        .isEqualTo(max, within(1e-17));
  }

  @ParameterizedTest
  @CsvSource({
    "G12_Y2_009_044.fit, 0, 40.3080940246582, 5.700389385223389, 287449.9120551348, SIGMA",
    "G12_Y2_009_044.fit, 1, 155.4081573486328, 21.977895736694336, 1584136.1795835495, SIGMA",
    "spSpec-51609-0304-087.fit, 0, 8.251970291137695, 1.7263126373291016, 62650.94667288661, SIGMA",
    "2dfgrs-written.fit, 0, 239.7921142578125, 9.79371452331543, 331140.6400756836, VARIANCE",
    "MGC23320.fit, 0, 196.9773406982422, 10.733890533447266, 148524.22140800953, SIGMA",
    "J113606.3+001155a.fit, 0, 145.84823608398438, 15.652867317199707, 158788.49486541748, VARIANCE",
    "J091726.21+003424.0_a14_040423.fit, 0, 2594.8154296875, 53.632057189941406, 2474519.5775909424, VARIANCE",
    "Spectrum-195254.fit, 0, 82.6048812866211, 24.547006607055664, 576037.5989063382, VARIANCE",
    "6dfgs-joined-written.fit, 0, 80.06658935546875, 10.887957572937012, 201983.75480651855, VARIANCE",
    "6dfgs-arm-with-cards.fit, 0, 233.36875915527344, 68.9481201171875, 285941.9388588369, VARIANCE"
  })
  void keepsFluxAndGivesSigma(
      String name, int index, float flux, float sigma, double sum, ErrorKind kind) {
    Spectrum spectrum = loaded(name, index).spectrum();

    assertThat(spectrum.flux()[500]).isEqualTo(flux, within(flux * 1e-6f));
    assertThat(Objects.requireNonNull(spectrum.sigma())[500])
        .isEqualTo(sigma, within(sigma * 1e-6f));
    assertThat(sum(spectrum)).isEqualTo(sum, within(sum * 1e-7));
    assertThat(spectrum.errorKind()).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource({
    "2slaq-lrg-written.fit, 38.69784927368164, 52337.62644958496",
    "LTF_09_1128_0555.fit, -18.69896697998047, 360337.98060035706"
  })
  void hasNoSigmaWhereTheOriginHasNoErrors(String name, float flux, double sum) {
    Spectrum spectrum = spectrum(name);

    assertThat(spectrum.flux()[500]).isEqualTo(flux, within(1e-5f));
    assertThat(sum(spectrum)).isEqualTo(sum, within(sum * 1e-7));
    assertThat(spectrum.sigma()).isNull();
    assertThat(spectrum.errorKind()).isEqualTo(ErrorKind.NONE);
  }

  private static double sum(Spectrum spectrum) {
    double sum = 0;
    for (float flux : spectrum.flux()) {
      sum += Float.isNaN(flux) ? 0 : flux;
    }
    return sum;
  }

  @ParameterizedTest
  @CsvSource({
    "G12_Y2_009_044.fit, 29, 0, 0",
    "spSpec-51609-0304-087.fit, 0, 117, 14",
    "2dfgrs-written.fit, 14, 0, 2",
    "MGC23320.fit, 21, 0, 0",
    "J113606.3+001155a.fit, 4, 84, 0",
    "J091726.21+003424.0_a14_040423.fit, 6, 0, 0",
    "2slaq-lrg-written.fit, 3, 0, 0",
    "Spectrum-195254.fit, 67, 0, 0",
    "LTF_09_1128_0555.fit, 0, 0, 0",
    "6dfgs-joined-written.fit, 7, 0, 0"
  })
  void masksWhatTheOriginBlanksOrMarks(String name, int blank, int bad, int noError) {
    Spectrum spectrum = spectrum(name);

    assertThat(count(spectrum, MaskBit.BLANK)).isEqualTo(blank);
    assertThat(count(spectrum, MaskBit.BAD_PIXEL)).isEqualTo(bad);
    assertThat(count(spectrum, MaskBit.NO_ERROR)).isEqualTo(noError);
  }

  private static int count(Spectrum spectrum, MaskBit bit) {
    int count = 0;
    for (byte bits : spectrum.mask()) {
      count += (bits & bit.bit()) != 0 ? 1 : 0;
    }
    return count;
  }

  @Test
  void blanksTheLastPixelsOfMgc() {
    Spectrum spectrum = spectrum("MGC23320.fit");

    assertThat(spectrum.flux()[1002]).isFinite();
    assertThat(spectrum.flux()[1003]).isNaN();
    assertThat(spectrum.flux()[1023]).isNaN();
  }

  @Test
  void keepsMinusTenOfMgcWhereItHasAnError() {
    byte[] content = SurveyFixture.content("gama/MGC23320.fit");
    int sigmas = content.length - 2880 * 5 + 1024 * Float.BYTES;
    ByteBuffer.wrap(content).putFloat(sigmas + 1003 * Float.BYTES, 4);

    Spectrum spectrum = GamaFiles.load(FitsFile.of(content)).spectra().get(0).spectrum();

    assertThat(spectrum.flux()[1003]).isEqualTo(-10);
    assertThat(Objects.requireNonNull(spectrum.sigma())[1003]).isEqualTo(4);
    assertThat(spectrum.flux()[1004]).isNaN();
  }

  @ParameterizedTest
  @CsvSource({
    "G12_Y2_009_044.fit, 0, 1e-17 erg/s/cm2/Angstrom, absolute",
    "G12_Y2_009_044.fit, 1, count, uncalibrated",
    "spSpec-51609-0304-087.fit, 0, 1e-17 erg/s/cm2/Angstrom, absolute",
    "2dfgrs-written.fit, 0, count, uncalibrated",
    "MGC23320.fit, 0, count, uncalibrated",
    "J113606.3+001155a.fit, 0, count, uncalibrated",
    "J091726.21+003424.0_a14_040423.fit, 0, count, uncalibrated",
    "2slaq-lrg-written.fit, 0, count, uncalibrated",
    "Spectrum-195254.fit, 0, count, uncalibrated",
    "LTF_09_1128_0555.fit, 0, count, uncalibrated",
    "6dfgs-joined-written.fit, 0, count, uncalibrated"
  })
  void givesTheUnitThatTheOriginDocuments(String name, int index, String unit, String calibration) {
    assertThat(loaded(name, index).spectrum().fluxUnit()).isEqualTo(unit);
    assertThat(loaded(name, index).row().text(ObsCoreColumn.O_CALIB_STATUS)).contains(calibration);
    assertThat(loaded(name, index).row().text(ObsCoreColumn.O_UCD))
        .contains(unit.equals("count") ? "phot.count" : "phot.flux.density;em.wl");
  }

  /** The sky lines that settle it are in PROVENANCE.md. */
  @Test
  void onlySdssIsInVacuumAndHeliocentric() {
    assertThat(spectrum(SDSS).medium()).isEqualTo(Medium.VACUUM);
    assertThat(spectrum(SDSS).frame()).isEqualTo(VelocityFrame.HELIOCENTRIC);
    assertThat(spectrum(AAT).medium()).isEqualTo(Medium.AIR);
    assertThat(spectrum(AAT).frame()).isEqualTo(VelocityFrame.TOPOCENTRIC);
    assertThat(spectrum("MGC23320.fit").frame()).isEqualTo(VelocityFrame.TOPOCENTRIC);
  }

  @Test
  void trustsTheWavelengthsOfRowFourWhereTheHeaderDiffers() {
    Spectrum spectrum =
        GamaFiles.load(GamaFiles.with("6dfgs-joined-written.fit", "CD1_1", "1.633849"))
            .spectra()
            .get(0)
            .spectrum();

    assertThat(spectrum.axis()).isInstanceOf(TabulatedAxis.class);
    assertThat(spectrum.axis().last()).isEqualTo(8508.426102, within(0.002));
  }

  @Test
  void findsRowsByNameWhateverTheirOrder() {
    // The cards of rows 1 and 3 changed over: the first spectrum is what was the second.
    byte[] content = SurveyFixture.content("gama/" + AAT);
    String header = new String(content, StandardCharsets.ISO_8859_1);
    String swapped =
        header.replace("ROW1  ", "ROWX  ").replace("ROW3  ", "ROW1  ").replace("ROWX  ", "ROW3  ");
    byte[] bytes = swapped.getBytes(StandardCharsets.ISO_8859_1);

    Spectrum first = GamaFiles.load(FitsFile.of(bytes)).spectra().get(0).spectrum();

    assertThat(first.flux()[500]).isEqualTo(155.40816f, within(1e-4f));
  }
}

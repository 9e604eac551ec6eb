package org.pawprint.core.fits;

import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pawprint.core.obscore.ObsCoreColumn;
import org.pawprint.core.obscore.ObsCoreRow;
import org.pawprint.core.spectrum.ErrorKind;
import org.pawprint.core.spectrum.LinearAxis;
import org.pawprint.core.spectrum.LogAxis;
import org.pawprint.core.spectrum.MaskBit;
import org.pawprint.core.spectrum.Medium;
import org.pawprint.core.spectrum.SpectralAxis;
import org.pawprint.core.spectrum.Spectrum;
import org.pawprint.core.spectrum.TabulatedAxis;
import org.pawprint.core.spectrum.VelocityFrame;

/**
 * Spectra and rows to make products from; the linear one follows Data Central's WiggleZ example.
 */
final class SampleProduct {
  static final String PHYSICAL = "1e-16 erg/s/cm2/Angstrom";
  static final ProductInfo INFO =
      new ProductInfo(
          "ivo://org.pawprint/wigglez_final?r00/J232500629-07501664/0a1b2c3d",
          Instant.parse("2026-03-01T02:03:04.567Z"),
          "wig123456.fits",
          "https://pawprint.example/");

  private SampleProduct() {}

  /** Keyed by a name that says what each is. */
  static Map<String, byte[]> all() {
    return Map.of(
        "log-vacuum-countrate", product(log(), Medium.VACUUM, true, "count/s"),
        "linear-air-nounit", product(linear(), Medium.AIR, false, ""),
        "linear-air-sigma", product(linear(), Medium.AIR, true, PHYSICAL),
        "linear-air-nosigma", product(linear(), Medium.AIR, false, PHYSICAL),
        "linear-air-counts", product(linear(), Medium.AIR, true, "count"),
        "log-vacuum-sigma", product(log(), Medium.VACUUM, true, PHYSICAL),
        "log-vacuum-nosigma", product(log(), Medium.VACUUM, false, PHYSICAL),
        "tabulated-air-sigma", product(tabulated(), Medium.AIR, true, PHYSICAL),
        "tabulated-air-nosigma", product(tabulated(), Medium.AIR, false, PHYSICAL));
  }

  static LinearAxis linear() {
    return new LinearAxis(2443, 7222.5, 1.03278, 4886);
  }

  static LogAxis log() {
    return new LogAxis(1, 3.5787, 0.0001, 3862);
  }

  static TabulatedAxis tabulated() {
    double[] angstrom = new double[2048];
    Arrays.setAll(angstrom, i -> 3700 + 1.03 * i + 1e-5 * i * i);
    return new TabulatedAxis(angstrom);
  }

  static byte[] product(SpectralAxis axis, Medium medium, boolean hasSigma, String unit) {
    return SimplifiedFits.render(row().build(), spectrum(axis, medium, hasSigma, unit), INFO);
  }

  /** Flux 1 + i/1000 at pixel i, sigma a tenth of it; pixel 3 is blank. */
  static Spectrum spectrum(SpectralAxis axis, Medium medium, boolean hasSigma, String unit) {
    float[] flux = new float[axis.length()];
    float @Nullable [] sigma = hasSigma ? new float[axis.length()] : null;
    byte[] mask = new byte[axis.length()];
    for (int i = 0; i < flux.length; i++) {
      flux[i] = 1 + i / 1000f;
      if (sigma != null) {
        sigma[i] = flux[i] / 10;
      }
    }
    flux[3] = Float.NaN;
    mask[3] = (byte) MaskBit.BLANK.bit();
    if (sigma != null) {
      sigma[3] = Float.NaN;
    }
    return new Spectrum(
        axis,
        medium,
        VelocityFrame.HELIOCENTRIC,
        flux,
        sigma,
        mask,
        unit,
        hasSigma ? ErrorKind.VARIANCE : ErrorKind.NONE);
  }

  static ObsCoreRow.Builder row() {
    return ObsCoreRow.builder()
        .set(ObsCoreColumn.S_RA, 351.2526208)
        .set(ObsCoreColumn.S_DEC, -7.8379556)
        .set(ObsCoreColumn.TARGET_NAME, "R00J232500629-07501664")
        .set(ObsCoreColumn.OBS_COLLECTION, "wigglez_final")
        .set(ObsCoreColumn.REDSHIFT, 2.14479)
        .set(ObsCoreColumn.T_MIN, 55085.4912731481)
        .set(ObsCoreColumn.T_MAX, 55085.5054282407)
        .set(ObsCoreColumn.T_MIDPOINT, 55085.4983506944)
        .set(ObsCoreColumn.T_EXPTIME, 1100.0)
        .set(ObsCoreColumn.T_XEL, 1)
        .set(ObsCoreColumn.S_FOV, 2.1 / 3600)
        .set(ObsCoreColumn.O_UCD, "phot.flux.density;em.wl")
        .set(ObsCoreColumn.QUALITY_FLAGS, 5);
  }
}

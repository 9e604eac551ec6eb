package org.pawprint.catalogue.survey.galah;

import org.jspecify.annotations.Nullable;
import org.pawprint.catalogue.survey.Pixels;
import org.pawprint.catalogue.survey.SpectralWcs;
import org.pawprint.catalogue.survey.WavelengthUnit;
import org.pawprint.catalogue.survey.twodfdr.HermesArm;
import org.pawprint.core.fits.FitsFile;
import org.pawprint.core.fits.FitsHdu;
import org.pawprint.core.fits.FitsHeader;
import org.pawprint.core.fits.HduKind;
import org.pawprint.core.fits.UnreadableFits;
import org.pawprint.core.spectrum.SpectralAxis;

/**
 * A one-dimensional image and its own wavelengths: the HDUs of a file differ in them, and single
 * ones are broken (a step of 1 Å instead of 0.07).
 *
 * @param step ångström per pixel
 */
record ArmImage(FitsHdu hdu, SpectralAxis axis, double step) {
  private static final String INSTRUMENT = "HERMES-2dF";

  /** Whether a file has a star in one arm of HERMES as its primary image. */
  static boolean isStar(FitsFile fits) {
    FitsHdu primary = fits.primary();
    return primary.shape().length == 1
        && primary.header().text("INSTRUME").filter(INSTRUMENT::equalsIgnoreCase).isPresent()
        && HermesArm.of(primary.header()).isPresent();
  }

  /** Whether an extension may be one. */
  static boolean isSpectrum(FitsHdu hdu) {
    return hdu.kind() == HduKind.IMAGE && hdu.shape().length == 1;
  }

  /**
   * @throws UnreadableFits when it has more than one axis, or wavelengths outside the arm
   */
  static ArmImage of(FitsHdu hdu, HermesArm arm) {
    FitsHeader header = hdu.header();
    if (hdu.shape().length != 1) {
      throw header.unreadable("NAXIS", "1");
    }
    // The unit of the survey's documents, for files whose header is silent.
    WavelengthUnit unit = WavelengthUnit.ofHeader(header, WavelengthUnit.ANGSTROM);
    SpectralWcs wcs = SpectralWcs.of(header);
    int length = (int) Math.min(hdu.shape()[0], Integer.MAX_VALUE);
    SpectralAxis axis = arm.range().require(header, "CRVAL1", wcs.linear(header, unit, length));
    return new ArmImage(hdu, axis, wcs.step() * unit.angstrom());
  }

  int length() {
    return axis.length();
  }

  /**
   * Pixels with their errors.
   *
   * @param relative sigma over flux, pixel by pixel; null where there are none
   * @throws IllegalArgumentException when all pixels are zero: the pipeline keeps a place for what
   *     it has not
   */
  Pixels pixels(float @Nullable [] relative) {
    float[] values = hdu.floatRow(0);
    if (allZero(values)) {
      throw new IllegalArgumentException("every pixel is 0");
    }
    return relative == null
        ? Pixels.withoutErrors(values)
        : Pixels.ofRelative(values, relative, Pixels.Blank.NOT_A_NUMBER);
  }

  private static boolean allZero(float[] values) {
    for (float value : values) {
      if (value != 0) {
        return false;
      }
    }
    return true;
  }

  /** Whether pixel by pixel the wavelengths are the same, to half a pixel. */
  boolean matches(ArmImage other) {
    return length() == other.length()
        && Math.abs(axis.first() - other.axis.first()) < step / 2
        && Math.abs(axis.last() - other.axis.last()) < step / 2;
  }
}

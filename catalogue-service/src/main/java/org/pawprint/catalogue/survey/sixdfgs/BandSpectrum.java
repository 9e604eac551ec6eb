package org.pawprint.catalogue.survey.sixdfgs;

import java.util.Arrays;
import java.util.Optional;
import org.pawprint.catalogue.survey.Pixels;
import org.pawprint.catalogue.survey.SpectralWcs;
import org.pawprint.catalogue.survey.SubtractedSky;
import org.pawprint.catalogue.survey.WavelengthRange;
import org.pawprint.catalogue.survey.WavelengthUnit;
import org.pawprint.core.fits.FitsHdu;
import org.pawprint.core.fits.FitsHeader;
import org.pawprint.core.spectrum.Medium;
import org.pawprint.core.spectrum.SkyPlace;
import org.pawprint.core.spectrum.SpectralAxis;
import org.pawprint.core.spectrum.Spectrum;
import org.pawprint.core.spectrum.TabulatedAxis;
import org.pawprint.core.spectrum.VelocityFrame;

/**
 * The spectrum of one image HDU.
 *
 * @param claimed the band in the name of the HDU
 * @param band the one its wavelengths belong to; another than {@code claimed} in a field observed
 *     in one band only, whose other HDUs are filled with copies
 * @param sky the third row; that of VR is not on its pixels in the red half
 */
record BandSpectrum(
    Band claimed, Band band, FitsHeader header, Spectrum spectrum, Optional<SkyPlace> sky) {
  static final WavelengthRange RANGE = new WavelengthRange(3500, 9500);

  /** The release gives reduced counts. */
  private static final String FLUX_UNIT = "count";

  private static final int VARIANCE_ROW = 1;
  private static final int SKY_ROW = 2;
  private static final int WAVELENGTH_ROW = 3;

  /** Part of a pixel by which the row of wavelengths may differ from the WCS. */
  private static final double TOLERANCE = 0.01;

  /**
   * @throws org.pawprint.core.fits.UnreadableFits when wavelengths are absent or not of this survey
   * @throws IllegalArgumentException when no pixel holds a number
   */
  static BandSpectrum of(FitsHdu hdu, Band claimed) {
    FitsHeader header = hdu.header();
    Pixels pixels = Pixels.ofVariance(hdu.floatRow(0), hdu.floatRow(VARIANCE_ROW));
    SpectralAxis axis = axis(hdu, pixels.flux().length);
    Band band =
        Band.covering(axis)
            .orElseThrow(() -> header.unreadable("CRVAL1", "wavelengths of the band V or R"));
    Spectrum spectrum =
        pixels.on(
            axis, Medium.AIR, VelocityFrame.TOPOCENTRIC, header.text("BUNIT").orElse(FLUX_UNIT));
    Optional<SkyPlace> sky =
        band == Band.VR ? Optional.empty() : SubtractedSky.in(hdu, SKY_ROW, spectrum.length());
    return new BandSpectrum(claimed, band, header, spectrum, sky);
  }

  /**
   * By CRPIX1, CRVAL1 and CDELT1, as the survey documents it. CD1_1 repeats the step with fewer
   * digits, and the cards of axis 2 and PC00n00m mean nothing. A row of wavelengths repeats the
   * axis in single precision; where it says otherwise it is the word of the survey on each pixel.
   */
  private static SpectralAxis axis(FitsHdu hdu, int length) {
    FitsHeader header = hdu.header();
    SpectralWcs wcs =
        new SpectralWcs(
            header.requiredNumber("CRPIX1"),
            header.requiredNumber("CRVAL1"),
            header.requiredNumber("CDELT1"));
    WavelengthUnit unit = WavelengthUnit.ofHeader(header, WavelengthUnit.ANGSTROM);
    SpectralAxis axis = wcs.linear(header, unit, length);
    if (hdu.shape()[1] > WAVELENGTH_ROW) {
      double[] listed = hdu.doubleRow(WAVELENGTH_ROW);
      if (isRising(listed) && !agree(listed, axis, TOLERANCE * wcs.step() * unit.angstrom())) {
        axis = new TabulatedAxis(listed);
      }
    }
    return RANGE.require(header, "CRVAL1", axis);
  }

  /** Whether a row holds wavelengths at all. */
  private static boolean isRising(double[] row) {
    for (int i = 0; i < row.length; i++) {
      if (!(row[i] > (i == 0 ? 0 : row[i - 1]))) {
        return false;
      }
    }
    return true;
  }

  private static boolean agree(double[] listed, SpectralAxis axis, double tolerance) {
    for (int i = 0; i < listed.length; i++) {
      if (Math.abs(listed[i] - axis.angstrom(i)) > tolerance) {
        return false;
      }
    }
    return true;
  }

  /** Whether it is the band in the name of its HDU. */
  boolean isAsClaimed() {
    return band == claimed;
  }

  /** Whether this is the other spectrum over again. */
  boolean repeats(BandSpectrum other) {
    return band == other.band && Arrays.equals(spectrum.flux(), other.spectrum.flux());
  }
}

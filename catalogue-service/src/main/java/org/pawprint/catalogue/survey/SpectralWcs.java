package org.pawprint.catalogue.survey;

import java.util.OptionalDouble;
import org.pawprint.core.fits.FitsHeader;
import org.pawprint.core.fits.UnreadableFits;
import org.pawprint.core.spectrum.LinearAxis;
import org.pawprint.core.spectrum.LogAxis;
import org.pawprint.core.spectrum.SpectralAxis;

/**
 * The linear world coordinates of axis 1 as found in the files of many surveys. Cards of a second
 * axis, left over from cutting rows out of a frame, are not looked at.
 *
 * @param crpix reference pixel, counted from 1
 * @param crval coordinate there, in the unit of the axis
 * @param step per pixel, in the unit of the axis
 */
public record SpectralWcs(double crpix, double crval, double step) {

  /**
   * CRPIX1, CRVAL1 and the step: CD1_1 where present, else CDELT1 times PC1_1. A CDELT1 beside
   * CD1_1 must be ignored (FITS-4.0 8.1).
   *
   * @throws UnreadableFits when a card is absent or no number, or the step is not above zero
   */
  public static SpectralWcs of(FitsHeader header) {
    double crval = header.requiredNumber("CRVAL1");
    double crpix = header.requiredNumber("CRPIX1");
    OptionalDouble cd = header.number("CD1_1");
    double step =
        cd.isPresent()
            ? cd.getAsDouble()
            : header.requiredNumber("CDELT1") * header.number("PC1_1").orElse(1);
    if (!(step > 0)) {
      throw header.unreadable(cd.isPresent() ? "CD1_1" : "CDELT1", "a step above zero");
    }
    return new SpectralWcs(crpix, crval, step);
  }

  /**
   * Wavelengths in ångström.
   *
   * @param header names the fault; must be the one the coordinates came from
   * @param length pixels
   * @throws UnreadableFits when they are no rising wavelengths above zero
   */
  public SpectralAxis linear(FitsHeader header, WavelengthUnit unit, int length) {
    double scale = unit.angstrom();
    try {
      return new LinearAxis(crpix, crval * scale, step * scale, length);
    } catch (IllegalArgumentException e) {
      throw unusable(header, e);
    }
  }

  /** As {@link #linear}, where the coordinate is log10 of the wavelength in ångström. */
  public SpectralAxis logarithmic(FitsHeader header, int length) {
    try {
      return new LogAxis(crpix, crval, step, length);
    } catch (IllegalArgumentException e) {
      throw unusable(header, e);
    }
  }

  private static UnreadableFits unusable(FitsHeader header, IllegalArgumentException e) {
    String ascii = String.valueOf(e.getMessage()).replace('Å', 'A');
    return header.unreadable("CRVAL1", "rising wavelengths (" + ascii + ")");
  }
}

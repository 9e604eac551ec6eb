package org.pawprint.core.fits;

import org.pawprint.core.spectrum.LinearAxis;
import org.pawprint.core.spectrum.LogAxis;
import org.pawprint.core.spectrum.SpectralAxis;
import org.pawprint.core.spectrum.Spectrum;

/**
 * The WCS cards of a spectral axis (FITS WCS Papers I and III). The reference pixel stays where the
 * original has it.
 *
 * <p>A tabulated axis gets pixel numbers, and says that they are pixels: any linear or logarithmic
 * wavelength would be wrong somewhere, and without a type and unit common readers take bare numbers
 * for ångström.
 */
final class SpectralWcs {
  private static final double LN_10 = Math.log(10);

  private SpectralWcs() {}

  /** WCSAXES must come before all other WCS cards (FITS 4.0 section 8.2). */
  static void axes(FitsCards cards) {
    cards.integer("WCSAXES", 1, "number of WCS axes");
  }

  /**
   * @param comment of the reference pixel
   */
  static void axis(FitsCards cards, Spectrum spectrum, String comment) {
    SpectralAxis axis = spectrum.axis();
    String medium = spectrum.medium().ctype();
    String word = spectrum.medium().word();
    if (axis instanceof LinearAxis linear) {
      reference(cards, comment, linear.crpix(), linear.cdelt(), "Angstrom", linear.crval());
      cards.text("CTYPE1", medium, "wavelength in " + word + ", linear");
    } else if (axis instanceof LogAxis log) {
      // Paper III section 3.2: lambda = CRVAL exp(CDELT (p - CRPIX) / CRVAL).
      double crval = Math.pow(10, log.crval());
      reference(cards, comment, log.crpix(), crval * log.cdelt() * LN_10, "Angstrom", crval);
      cards.text("CTYPE1", medium + "-LOG", "wavelength in " + word + ", logarithmic");
    } else {
      reference(cards, comment, 1, 1, "pixel", 1);
      cards.text("CTYPE1", "PIXEL", "pixel number, see the table for wavelengths");
    }
  }

  private static void reference(
      FitsCards cards, String comment, double crpix, double cdelt, String unit, double crval) {
    cards
        .real("CRPIX1", crpix, comment)
        .real("CDELT1", cdelt, "[" + unit + "] step at the reference pixel")
        .text("CUNIT1", unit, "unit of CDELT1 and CRVAL1")
        .real("CRVAL1", crval, "[" + unit + "] value at the reference pixel");
  }

  /** Frame and medium, which also hold for the wavelengths of the table. */
  static void frame(FitsCards cards, Spectrum spectrum) {
    cards
        .text("SPECSYS", spectrum.frame().specsys(), "frame of the wavelengths")
        .text("AIRORVAC", spectrum.medium().word(), "medium of the wavelengths");
  }
}

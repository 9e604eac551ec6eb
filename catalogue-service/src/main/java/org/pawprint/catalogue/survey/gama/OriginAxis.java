package org.pawprint.catalogue.survey.gama;

import org.pawprint.catalogue.survey.SpectralWcs;
import org.pawprint.catalogue.survey.WavelengthRange;
import org.pawprint.catalogue.survey.WavelengthUnit;
import org.pawprint.core.fits.FitsHeader;
import org.pawprint.core.fits.UnreadableFits;
import org.pawprint.core.spectrum.SpectralAxis;

/** Wavelengths of the origins; all write ångström, centre of the pixel, linear but for SDSS. */
final class OriginAxis {
  /** All ten look at the optical, the Liverpool Telescope up to 11,000 Å. */
  static final WavelengthRange RANGE = new WavelengthRange(3000, 12_000);

  private OriginAxis() {}

  /**
   * By CRPIX1, CRVAL1 and CD1_1 or CDELT1.
   *
   * @throws UnreadableFits when a card is absent, or the wavelengths are not optical
   */
  static SpectralAxis linear(FitsHeader header, int length) {
    WavelengthUnit unit = WavelengthUnit.ofHeader(header, WavelengthUnit.ANGSTROM);
    return RANGE.require(header, "CRVAL1", SpectralWcs.of(header).linear(header, unit, length));
  }
}

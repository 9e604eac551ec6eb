package org.pawprint.core.spectrum;

/**
 * λ(p) = crval + (p − crpix)·cdelt with p from 1 (FITS WCS Paper I). Units: ångström.
 *
 * @param cdelt ångström per pixel, above zero
 */
public record LinearAxis(double crpix, double crval, double cdelt, int length)
    implements SpectralAxis {
  public LinearAxis {
    if (!Double.isFinite(crpix) || !Double.isFinite(crval)) {
      throw new IllegalArgumentException("reference pixel " + crpix + ", value " + crval);
    }
    if (!(cdelt > 0) || Double.isInfinite(cdelt)) {
      throw new IllegalArgumentException("step " + cdelt + " Å is not above zero");
    }
    if (length < 2) {
      throw new IllegalArgumentException("an axis of " + length + " pixels");
    }
    if (!(crval + (1 - crpix) * cdelt > 0)) {
      throw new IllegalArgumentException(
          "first pixel at " + (crval + (1 - crpix) * cdelt) + " Å is not above zero");
    }
  }

  @Override
  public double angstrom(int pixel) {
    return crval + (pixel + 1 - crpix) * cdelt;
  }
}

package org.pawprint.core.spectrum;

/**
 * log10 λ(p) = crval + (p − crpix)·cdelt with p from 1 and λ in ångström, as SDSS writes COEFF0 and
 * COEFF1.
 *
 * @param cdelt dex per pixel, above zero
 */
public record LogAxis(double crpix, double crval, double cdelt, int length)
    implements SpectralAxis {
  public LogAxis {
    if (!Double.isFinite(crpix) || !Double.isFinite(crval)) {
      throw new IllegalArgumentException("reference pixel " + crpix + ", value " + crval);
    }
    if (!(cdelt > 0) || Double.isInfinite(cdelt)) {
      throw new IllegalArgumentException("step " + cdelt + " dex is not above zero");
    }
    if (length < 2) {
      throw new IllegalArgumentException("an axis of " + length + " pixels");
    }
    double last = Math.pow(10, crval + (length - crpix) * cdelt);
    if (!Double.isFinite(last)) {
      throw new IllegalArgumentException("last pixel at " + last + " Å");
    }
  }

  @Override
  public double angstrom(int pixel) {
    return Math.pow(10, crval + (pixel + 1 - crpix) * cdelt);
  }
}

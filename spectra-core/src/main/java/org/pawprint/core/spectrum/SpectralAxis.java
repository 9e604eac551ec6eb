package org.pawprint.core.spectrum;

/**
 * Wavelengths of the pixels as reduced, in ångström, in the medium and frame of the spectrum. Pixel
 * indices are 0-based here; {@code crpix} counts from 1 as FITS does. The axis rises strictly.
 */
public sealed interface SpectralAxis permits LinearAxis, LogAxis, TabulatedAxis {

  /** Number of pixels. */
  int length();

  /** Wavelength of the centre of a pixel, in ångström. */
  double angstrom(int pixel);

  default double first() {
    return angstrom(0);
  }

  default double last() {
    return angstrom(length() - 1);
  }

  /** A fresh array of all wavelengths, in ångström. */
  default double[] toArray() {
    double[] all = new double[length()];
    for (int i = 0; i < all.length; i++) {
      all[i] = angstrom(i);
    }
    return all;
  }
}

package org.pawprint.core.spectrum;

/**
 * Where an original file keeps the sky that was subtracted from one of its spectra: as many pixels
 * as the spectrum has, at the same wavelengths and in the same unit.
 *
 * @param hdu an image, from 0 for the primary one
 * @param row of it, from 0; rows are as long as the spectrum and counted on through further axes
 */
public record SkyPlace(int hdu, int row) {
  /** 2dFGRS writes −2.5e30, Starlink the most negative number; no sky is as bright. */
  private static final float BLANK_FROM = 1e30f;

  public SkyPlace {
    if (hdu < 0 || row < 0) {
      throw new IllegalArgumentException("HDU " + hdu + ", row " + row + " are counted from 0");
    }
  }

  /** Whether a value of such a row is none: no number, or what surveys write for none. */
  public static boolean isBlank(float value) {
    return !(Math.abs(value) < BLANK_FROM);
  }
}

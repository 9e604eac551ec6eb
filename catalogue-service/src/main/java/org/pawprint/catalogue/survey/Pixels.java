package org.pawprint.catalogue.survey;

import org.jspecify.annotations.Nullable;
import org.pawprint.core.spectrum.ErrorKind;
import org.pawprint.core.spectrum.MaskBit;

/**
 * Flux, sigma and mask of one spectrum in Pawprint's terms: a blank is NaN in flux and sigma and
 * masked; a pixel without usable error keeps its flux and has sigma NaN and a mask bit. Finite flux
 * is never altered.
 */
public final class Pixels {
  private final float[] flux;
  private final float @Nullable [] sigma;
  private final byte[] mask;
  private final ErrorKind errorKind;

  private Pixels(float[] flux, float @Nullable [] sigma, byte[] mask, ErrorKind errorKind) {
    this.flux = flux;
    this.sigma = sigma;
    this.mask = mask;
    this.errorKind = errorKind;
  }

  /**
   * Takes both arrays over: blanks are set in the one, the other becomes sigma.
   *
   * @param variance of the same length, in the square of the flux's unit; usable where finite and
   *     above zero
   */
  public static Pixels ofVariance(float[] flux, float[] variance) {
    byte[] mask = blanks(flux);
    for (int i = 0; i < flux.length; i++) {
      float v = variance[i];
      if (mask[i] != 0) {
        variance[i] = Float.NaN;
      } else if (v > 0 && v < Float.POSITIVE_INFINITY) {
        variance[i] = (float) Math.sqrt(v);
      } else {
        variance[i] = Float.NaN;
        mask[i] = (byte) MaskBit.NO_ERROR.bit();
      }
    }
    return new Pixels(flux, variance, mask, ErrorKind.VARIANCE);
  }

  /** Takes the array over. Without any error array no pixel is masked for the lack of one. */
  public static Pixels withoutErrors(float[] flux) {
    return new Pixels(flux, null, blanks(flux), ErrorKind.NONE);
  }

  private static byte[] blanks(float[] flux) {
    byte[] mask = new byte[flux.length];
    for (int i = 0; i < flux.length; i++) {
      if (!Float.isFinite(flux[i])) {
        flux[i] = Float.NaN;
        mask[i] = (byte) MaskBit.BLANK.bit();
      }
    }
    return mask;
  }

  /** Whether there is a single pixel with a number. */
  public boolean hasFlux() {
    for (byte bits : mask) {
      if ((bits & MaskBit.BLANK.bit()) == 0) {
        return true;
      }
    }
    return false;
  }

  public float[] flux() {
    return flux;
  }

  public float @Nullable [] sigma() {
    return sigma;
  }

  public byte[] mask() {
    return mask;
  }

  public ErrorKind errorKind() {
    return errorKind;
  }
}

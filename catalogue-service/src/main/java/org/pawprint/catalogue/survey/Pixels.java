package org.pawprint.catalogue.survey;

import org.jspecify.annotations.Nullable;
import org.pawprint.core.spectrum.ErrorKind;
import org.pawprint.core.spectrum.MaskBit;
import org.pawprint.core.spectrum.Medium;
import org.pawprint.core.spectrum.SpectralAxis;
import org.pawprint.core.spectrum.Spectrum;
import org.pawprint.core.spectrum.VelocityFrame;

/**
 * Flux, sigma and mask of one spectrum in Pawprint's terms: a blank is NaN in flux and sigma and
 * masked; a pixel without usable error keeps its flux and has sigma NaN and a mask bit. Finite flux
 * is never altered.
 *
 * <p>Every {@code of…} takes the arrays over: the caller must not use them again.
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

  /** What a survey writes where it has no number; NaN and infinities are blank always. */
  @FunctionalInterface
  public interface Blank {
    /** No other value than NaN. */
    Blank NOT_A_NUMBER = flux -> false;

    boolean is(float flux);
  }

  /**
   * @param variance of the same length, in the square of the flux's unit; usable where finite and
   *     above zero
   */
  public static Pixels ofVariance(float[] flux, float[] variance) {
    return ofVariance(flux, variance, Blank.NOT_A_NUMBER);
  }

  /** As {@link #ofVariance(float[], float[])}, with the survey's own blank. */
  public static Pixels ofVariance(float[] flux, float[] variance, Blank blank) {
    return of(flux, variance, blank, ErrorKind.VARIANCE);
  }

  /**
   * @param sigma of the same length, in the flux's unit; usable where finite and above zero
   */
  public static Pixels ofSigma(float[] flux, float[] sigma, Blank blank) {
    return of(flux, sigma, blank, ErrorKind.SIGMA);
  }

  /**
   * @param relative of the same length, sigma over flux; usable where finite and above zero
   */
  public static Pixels ofRelative(float[] flux, float[] relative, Blank blank) {
    return of(flux, relative, blank, ErrorKind.RELATIVE);
  }

  /**
   * @param inverse of the same length, one over the square of the flux's unit; usable where finite
   *     and above zero: zero says that nothing is known
   */
  public static Pixels ofInverseVariance(float[] flux, float[] inverse, Blank blank) {
    return of(flux, inverse, blank, ErrorKind.INVERSE_VARIANCE);
  }

  /** Without any error array no pixel is masked for the lack of one. */
  public static Pixels withoutErrors(float[] flux) {
    return withoutErrors(flux, Blank.NOT_A_NUMBER);
  }

  /** As {@link #withoutErrors(float[])}, with the survey's own blank. */
  public static Pixels withoutErrors(float[] flux, Blank blank) {
    return new Pixels(flux, null, blanks(flux, blank), ErrorKind.NONE);
  }

  private static Pixels of(float[] flux, float[] error, Blank blank, ErrorKind kind) {
    if (error.length != flux.length) {
      throw new IllegalArgumentException(
          "error has " + error.length + " pixels, the flux " + flux.length);
    }
    byte[] mask = blanks(flux, blank);
    for (int i = 0; i < flux.length; i++) {
      float sigma = mask[i] == 0 ? sigma(kind, error[i], flux[i]) : Float.NaN;
      boolean usable = sigma > 0 && sigma < Float.POSITIVE_INFINITY;
      error[i] = usable ? sigma : Float.NaN;
      if (!usable && mask[i] == 0) {
        mask[i] = (byte) MaskBit.NO_ERROR.bit();
      }
    }
    return new Pixels(flux, error, mask, kind);
  }

  private static float sigma(ErrorKind kind, float error, float flux) {
    return switch (kind) {
      case VARIANCE -> (float) Math.sqrt(error);
      case SIGMA -> error;
      case RELATIVE -> error * Math.abs(flux);
      case INVERSE_VARIANCE -> error > 0 ? (float) (1 / Math.sqrt(error)) : Float.NaN;
      case NONE -> Float.NaN;
    };
  }

  private static byte[] blanks(float[] flux, Blank blank) {
    byte[] mask = new byte[flux.length];
    for (int i = 0; i < flux.length; i++) {
      if (!Float.isFinite(flux[i]) || blank.is(flux[i])) {
        flux[i] = Float.NaN;
        mask[i] = (byte) MaskBit.BLANK.bit();
      }
    }
    return mask;
  }

  /**
   * Adds a mask bit to the pixels that the survey marks.
   *
   * @param marks one per pixel; anything but 0 marks
   */
  public Pixels mark(double[] marks, MaskBit bit) {
    if (marks.length != flux.length) {
      throw new IllegalArgumentException(
          "mask has " + marks.length + " pixels, the flux " + flux.length);
    }
    for (int i = 0; i < marks.length; i++) {
      if (marks[i] != 0) {
        mask[i] |= (byte) bit.bit();
      }
    }
    return this;
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

  /**
   * The spectrum of these pixels.
   *
   * @throws IllegalArgumentException when no pixel has a number, or lengths differ
   */
  public Spectrum on(SpectralAxis axis, Medium medium, VelocityFrame frame, String fluxUnit) {
    if (!hasFlux()) {
      throw new IllegalArgumentException("no finite flux");
    }
    return new Spectrum(axis, medium, frame, flux, sigma, mask, fluxUnit, errorKind);
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

package org.pawprint.core.spectrum;

import org.jspecify.annotations.Nullable;

/**
 * One spectrum in memory. Arrays have the length of the axis and are kept, not copied: nobody
 * changes them after construction. Blanks are NaN in flux and sigma with {@link MaskBit#BLANK};
 * finite flux is the original's, unaltered.
 */
public final class Spectrum {
  private final SpectralAxis axis;
  private final Medium medium;
  private final VelocityFrame frame;
  private final float[] flux;
  private final float @Nullable [] sigma;
  private final byte[] mask;
  private final String fluxUnit;
  private final ErrorKind errorKind;

  /**
   * @param flux in {@code fluxUnit}
   * @param sigma one standard deviation in {@code fluxUnit}, or null where the file has no errors
   * @param mask {@link MaskBit}s
   * @param fluxUnit FITS unit string, e.g. {@code count} or {@code 1e-17 erg/s/cm2/Angstrom}
   * @param errorKind how the original stated the error
   */
  public Spectrum(
      SpectralAxis axis,
      Medium medium,
      VelocityFrame frame,
      float[] flux,
      float @Nullable [] sigma,
      byte[] mask,
      String fluxUnit,
      ErrorKind errorKind) {
    requireLength("flux", flux.length, axis);
    requireLength("mask", mask.length, axis);
    if (sigma != null) {
      requireLength("sigma", sigma.length, axis);
    }
    if ((sigma == null) != (errorKind == ErrorKind.NONE)) {
      throw new IllegalArgumentException("sigma and kind of error " + errorKind + " disagree");
    }
    this.axis = axis;
    this.medium = medium;
    this.frame = frame;
    this.flux = flux;
    this.sigma = sigma;
    this.mask = mask;
    this.fluxUnit = fluxUnit;
    this.errorKind = errorKind;
  }

  private static void requireLength(String what, int length, SpectralAxis axis) {
    if (length != axis.length()) {
      throw new IllegalArgumentException(
          what + " has " + length + " pixels, the axis " + axis.length());
    }
  }

  public SpectralAxis axis() {
    return axis;
  }

  public Medium medium() {
    return medium;
  }

  public VelocityFrame frame() {
    return frame;
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

  public String fluxUnit() {
    return fluxUnit;
  }

  public ErrorKind errorKind() {
    return errorKind;
  }

  public int length() {
    return flux.length;
  }
}

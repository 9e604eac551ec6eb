package org.pawprint.core.spectrum.derive;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.pawprint.core.spectrum.ErrorKind;
import org.pawprint.core.spectrum.MaskBit;
import org.pawprint.core.spectrum.Medium;
import org.pawprint.core.spectrum.SpectralAxis;
import org.pawprint.core.spectrum.Spectrum;
import org.pawprint.core.spectrum.VelocityFrame;

/**
 * Pixels in the making, in double precision. They begin blank; whatever is not set stays so.
 *
 * <p>Not for use by several threads.
 */
final class Samples {
  private final double[] flux;
  private final double @Nullable [] variance;
  private final byte[] mask;

  private Samples(int length, boolean hasErrors) {
    flux = new double[length];
    Arrays.fill(flux, Double.NaN);
    mask = new byte[length];
    Arrays.fill(mask, (byte) MaskBit.BLANK.bit());
    if (hasErrors) {
      variance = new double[length];
      Arrays.fill(variance, Double.NaN);
    } else {
      variance = null;
    }
  }

  static Samples blank(int length, boolean hasErrors) {
    return new Samples(length, hasErrors);
  }

  /** Whether a pixel of a spectrum may contribute to others. */
  static boolean isGood(Spectrum spectrum, int pixel) {
    return spectrum.mask()[pixel] == 0 && Float.isFinite(spectrum.flux()[pixel]);
  }

  /** Variance of a pixel, NaN where there are no errors. */
  static double variance(Spectrum spectrum, int pixel) {
    float[] sigma = spectrum.sigma();
    return sigma == null ? Double.NaN : (double) sigma[pixel] * sigma[pixel];
  }

  /**
   * Sets a pixel. A flux that is not finite leaves it blank; a variance that is no positive number
   * leaves it without usable error, where others have one.
   *
   * @param bits mask bits besides those that follow from the numbers
   */
  void set(int pixel, double value, double itsVariance, int bits) {
    if (!Float.isFinite((float) value)) {
      mask[pixel] = (byte) (MaskBit.BLANK.bit() | bits);
      return;
    }
    flux[pixel] = value;
    mask[pixel] = (byte) bits;
    if (variance != null) {
      boolean usable = itsVariance > 0 && Float.isFinite((float) Math.sqrt(itsVariance));
      variance[pixel] = usable ? itsVariance : Double.NaN;
      if (!usable) {
        mask[pixel] |= (byte) MaskBit.NO_ERROR.bit();
      }
    }
  }

  /** Leaves a pixel blank, with further bits. */
  void blank(int pixel, int bits) {
    set(pixel, Double.NaN, Double.NaN, bits);
  }

  /** The finished spectrum, with medium and frame of another. */
  Spectrum on(SpectralAxis axis, Spectrum like) {
    return on(axis, like.medium(), like.frame(), like.fluxUnit(), like.errorKind());
  }

  Spectrum on(
      SpectralAxis axis, Medium medium, VelocityFrame frame, String unit, ErrorKind errorKind) {
    float[] values = new float[flux.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) flux[i];
    }
    return new Spectrum(
        axis,
        medium,
        frame,
        values,
        sigma(),
        mask,
        unit,
        variance == null
            ? ErrorKind.NONE
            : errorKind == ErrorKind.NONE ? ErrorKind.SIGMA : errorKind);
  }

  private float @Nullable [] sigma() {
    if (variance == null) {
      return null;
    }
    float[] sigma = new float[variance.length];
    for (int i = 0; i < sigma.length; i++) {
      sigma[i] = (float) Math.sqrt(variance[i]);
    }
    return sigma;
  }
}

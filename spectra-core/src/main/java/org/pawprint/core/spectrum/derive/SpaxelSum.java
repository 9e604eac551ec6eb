package org.pawprint.core.spectrum.derive;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pawprint.core.spectrum.ErrorKind;
import org.pawprint.core.spectrum.MaskBit;
import org.pawprint.core.spectrum.Medium;
import org.pawprint.core.spectrum.SpectralAxis;
import org.pawprint.core.spectrum.Spectrum;
import org.pawprint.core.spectrum.VelocityFrame;

/**
 * One spectrum of the spaxels of a cube: their sum, or their mean where the flux is one per area on
 * the sky. A spaxel counts at a wavelength where its flux is finite and, in a cube with variances,
 * its variance above zero. Where less than half of the spaxels that have any flux count, the pixel
 * is marked {@link MaskBit#BAD_PIXEL}; where none does, it is blank.
 *
 * <p>Variances add as if spaxels were independent; in a drizzled cube neighbours are not.
 *
 * @param fluxUnit of the cube
 * @param hasVariance whether variances come with the fluxes
 */
public record SpaxelSum(
    SpectralAxis axis, Medium medium, VelocityFrame frame, String fluxUnit, boolean hasVariance) {
  private static final Pattern PER_AREA = Pattern.compile("(?i)arcsec|(?<![a-z])sr(?![a-z])");
  private static final Pattern PER_SPAXEL = Pattern.compile("(?i)\\s*/\\s*(pixel|pix|spaxel)\\b");

  /**
   * @param flux by wavelength, then spaxel
   * @param variance likewise; null exactly where there is none
   */
  public Spectrum of(float[][] flux, float @Nullable [][] variance) {
    boolean mean = PER_AREA.matcher(fluxUnit).find();
    int alive = alive(flux);
    Samples samples = Samples.blank(flux.length, hasVariance);
    for (int pixel = 0; pixel < flux.length; pixel++) {
      double sum = 0;
      double itsVariance = 0;
      int count = 0;
      for (int spaxel = 0; spaxel < flux[pixel].length; spaxel++) {
        double one = variance == null ? Double.NaN : variance[pixel][spaxel];
        boolean good = Float.isFinite(flux[pixel][spaxel]) && (!hasVariance || one > 0);
        if (good) {
          sum += flux[pixel][spaxel];
          itsVariance += one;
          count++;
        }
      }
      if (count > 0) {
        double norm = mean ? count : 1;
        int bits = 2 * count < alive ? MaskBit.BAD_PIXEL.bit() : 0;
        samples.set(pixel, sum / norm, itsVariance / (norm * norm), bits);
      }
    }
    return samples.on(
        axis,
        medium,
        frame,
        PER_SPAXEL.matcher(fluxUnit).replaceFirst(""),
        hasVariance ? ErrorKind.VARIANCE : ErrorKind.NONE);
  }

  /** Spaxels with a finite flux at some wavelength. */
  private static int alive(float[][] flux) {
    int alive = 0;
    for (int spaxel = 0; spaxel < flux[0].length; spaxel++) {
      int wavelength = 0;
      while (wavelength < flux.length && !Float.isFinite(flux[wavelength][spaxel])) {
        wavelength++;
      }
      alive += wavelength < flux.length ? 1 : 0;
    }
    return alive;
  }
}

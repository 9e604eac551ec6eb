package org.pawprint.core.spectrum.derive;

import org.jspecify.annotations.Nullable;
import org.pawprint.core.spectrum.ErrorKind;
import org.pawprint.core.spectrum.LinearAxis;
import org.pawprint.core.spectrum.MaskBit;
import org.pawprint.core.spectrum.Medium;
import org.pawprint.core.spectrum.SpectralAxis;
import org.pawprint.core.spectrum.Spectrum;
import org.pawprint.core.spectrum.VelocityFrame;

/** Small spectra for the tests; the first one is the one in the Python of their comments. */
final class Sketch {
  static final String DENSITY = "1e-17 erg/s/cm2/Angstrom";

  private static final float[] FLUX = {3, 5, 4, 8, 6, 7, 9, 2, 5, 4, 6, 3};
  private static final float[] SIGMA = {.5f, .4f, .6f, .7f, .5f, .3f, .8f, .4f, .5f, .6f, .7f, .4f};

  private Sketch() {}

  /** w = 5000 + arange(12); f = [3,5,4,8,6,7,9,2,5,4,6,3]; s = [.5,.4,.6,.7,.5,.3,.8,.4,…]. */
  static Spectrum twelve() {
    return of(new LinearAxis(1, 5000, 1, FLUX.length), FLUX, SIGMA, DENSITY);
  }

  /** The same with its fifth pixel blank. */
  static Spectrum twelveWithBlank() {
    float[] flux = FLUX.clone();
    float[] sigma = SIGMA.clone();
    flux[4] = Float.NaN;
    sigma[4] = Float.NaN;
    return of(new LinearAxis(1, 5000, 1, FLUX.length), flux, sigma, DENSITY);
  }

  static Spectrum of(SpectralAxis axis, float[] flux, float @Nullable [] sigma, String unit) {
    byte[] mask = new byte[flux.length];
    for (int i = 0; i < mask.length; i++) {
      mask[i] = (byte) (Float.isNaN(flux[i]) ? MaskBit.BLANK.bit() : 0);
    }
    return new Spectrum(
        axis,
        Medium.VACUUM,
        VelocityFrame.HELIOCENTRIC,
        flux,
        sigma,
        mask,
        unit,
        sigma == null ? ErrorKind.NONE : ErrorKind.SIGMA);
  }

  static double[] doubles(float @Nullable [] values) {
    double[] doubles = new double[values == null ? 0 : values.length];
    for (int i = 0; i < doubles.length; i++) {
      doubles[i] = values == null ? Double.NaN : values[i];
    }
    return doubles;
  }

  /** Flux times width over the good pixels. */
  static double integral(Spectrum spectrum) {
    Bins bins = Bins.of(spectrum.axis());
    double sum = 0;
    for (int i = 0; i < spectrum.length(); i++) {
      sum += Samples.isGood(spectrum, i) ? spectrum.flux()[i] * bins.width(i) : 0;
    }
    return sum;
  }
}

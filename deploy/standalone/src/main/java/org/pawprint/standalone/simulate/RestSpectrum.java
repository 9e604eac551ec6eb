package org.pawprint.standalone.simulate;

import java.util.function.DoubleUnaryOperator;

/**
 * A template at rest: photons per unit wavelength, in arbitrary units, on a logarithmic grid of
 * vacuum wavelengths from 780 to 10,500 Å in steps of 45 km/s, already as broad as AAOmega sees it.
 * A redshift is a shift along the grid.
 */
final class RestSpectrum {
  /** Gaussian width of AAOmega's line profile at a resolving power of 1360. */
  private static final double INSTRUMENT_KMS = 94;

  private static final double LIGHT_KMS = 299_792.458;
  private static final double LN_FIRST = StrictMath.log(780);
  private static final double STEP = 1.5e-4;
  private static final int LENGTH = (int) ((StrictMath.log(10_500) - LN_FIRST) / STEP);

  private final float[] photons;

  private RestSpectrum(float[] photons) {
    this.photons = photons;
  }

  /** Value at the natural logarithm of a rest wavelength in Å; the ends are held. */
  float at(double lnRest) {
    double place = (lnRest - LN_FIRST) / STEP;
    if (place <= 0) {
      return photons[0];
    }
    int below = (int) place;
    if (below >= LENGTH - 1) {
      return photons[LENGTH - 1];
    }
    float fraction = (float) (place - below);
    return photons[below] + fraction * (photons[below + 1] - photons[below]);
  }

  /** Starts from a continuum: energy per unit wavelength as a function of Å. */
  static Painter continuum(DoubleUnaryOperator energy) {
    double[] values = new double[LENGTH];
    for (int i = 0; i < LENGTH; i++) {
      double lambda = wavelength(i);
      values[i] = energy.applyAsDouble(lambda) * lambda;
    }
    return new Painter(values);
  }

  /** Planck's law per unit wavelength, relative to its value at 5500 Å. */
  static DoubleUnaryOperator blackBody(double kelvin) {
    double norm = planck(5500, kelvin);
    return lambda -> planck(lambda, kelvin) / norm;
  }

  private static double planck(double angstrom, double kelvin) {
    double exponent = 1.438777e8 / (angstrom * kelvin);
    return StrictMath.pow(angstrom / 5500, -5) / StrictMath.expm1(exponent);
  }

  private static double wavelength(int index) {
    return StrictMath.exp(LN_FIRST + index * STEP);
  }

  /** Adds features to a continuum. Wavelengths in vacuum Å, widths are Gaussian σ in km/s. */
  static final class Painter {
    private final double[] values;

    private Painter(double[] values) {
      this.values = values;
    }

    /** Takes out the fraction {@code depth} at the centre, before the instrument smears it. */
    Painter absorb(double lambda, double sigmaKms, double depth) {
      double seen = StrictMath.hypot(sigmaKms, INSTRUMENT_KMS);
      return multiply(lambda, seen, -depth * sigmaKms / seen);
    }

    /** Adds a line of that equivalent width in Å at rest. */
    Painter emit(double lambda, double sigmaKms, double equivalentWidth) {
      double seen = StrictMath.hypot(sigmaKms, INSTRUMENT_KMS);
      double sigmaAngstrom = lambda * seen / LIGHT_KMS;
      double peak = equivalentWidth / (sigmaAngstrom * StrictMath.sqrt(2 * StrictMath.PI));
      return multiply(lambda, seen, peak);
    }

    /** An expanding shell: a trough at {@code -speed}, and half as strong an emission at rest. */
    Painter shell(double lambda, double speedKms, double sigmaKms, double depth) {
      multiply(lambda * (1 - speedKms / LIGHT_KMS), sigmaKms, -depth);
      return multiply(lambda * (1 + 0.1 * speedKms / LIGHT_KMS), sigmaKms * 1.2, depth * 0.5);
    }

    /** Multiplies all below a wavelength by a factor, over a few Å. */
    Painter breakBelow(double lambda, double widthAngstrom, double factor) {
      for (int i = 0; i < LENGTH; i++) {
        double step = 0.5 * (1 + StrictMath.tanh((lambda - wavelength(i)) / widthAngstrom));
        values[i] *= 1 - (1 - factor) * step;
      }
      return this;
    }

    /** A molecular band: a sharp head and a tail to the red of about 3 per cent. */
    Painter band(double head, double depth) {
      for (int i = 0; i < LENGTH; i++) {
        double past = wavelength(i) / head - 1;
        if (past > -0.002 && past < 0.12) {
          double rise = 0.5 * (1 + StrictMath.tanh(past / 0.0006));
          values[i] *= 1 - depth * rise * StrictMath.exp(-Math.max(past, 0) / 0.02);
        }
      }
      return this;
    }

    /** Mixes in another template, a fraction of the light at 5500 Å. */
    Painter mix(RestSpectrum other, double fraction) {
      int reference = (int) ((StrictMath.log(5500) - LN_FIRST) / STEP);
      double scale = fraction / (1 - fraction) * values[reference] / other.photons[reference];
      for (int i = 0; i < LENGTH; i++) {
        values[i] += scale * other.photons[i];
      }
      return this;
    }

    RestSpectrum finish() {
      float[] photons = new float[LENGTH];
      for (int i = 0; i < LENGTH; i++) {
        photons[i] = (float) Math.max(values[i], 0);
      }
      return new RestSpectrum(photons);
    }

    private Painter multiply(double lambda, double sigmaKms, double amplitude) {
      double sigma = sigmaKms / LIGHT_KMS;
      double centre = StrictMath.log(lambda);
      int first = Math.max(0, (int) ((centre - 5 * sigma - LN_FIRST) / STEP));
      int last = Math.min(LENGTH - 1, (int) ((centre + 5 * sigma - LN_FIRST) / STEP));
      for (int i = first; i <= last; i++) {
        double deviation = (LN_FIRST + i * STEP - centre) / sigma;
        values[i] *= 1 + amplitude * StrictMath.exp(-deviation * deviation / 2);
      }
      return this;
    }
  }
}

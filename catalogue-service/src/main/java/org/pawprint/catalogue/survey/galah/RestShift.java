package org.pawprint.catalogue.survey.galah;

import java.util.Optional;

/**
 * How pipeline 5 got from the barycentric wavelengths of the flux to those of the normalised
 * spectrum, at rest with the star: λ × (1 − v/c) for reference value and step, and in the infrared
 * without the pixels of the telluric band.
 *
 * @param kmPerS v, radial velocity of the star
 * @param firstPixel of the flux, from 0, where the normalised spectrum begins; a whole number where
 *     pixel falls on pixel
 */
record RestShift(double kmPerS, double firstPixel) {
  private static final double LIGHT_KM_PER_S = 299_792.458;

  /** No star of the Galaxy is faster; a greater ratio of steps is none of velocities. */
  private static final double FASTEST_KM_PER_S = 1500;

  /** Parts of a pixel within which pixel falls on pixel. */
  private static final double ON_PIXEL = 0.02;

  /** Steps that differ by less, in km/s, are the same: the spectrum was left barycentric. */
  private static final double LEAST_KM_PER_S = 1e-5;

  /** Empty where the steps differ by no velocity. */
  static Optional<RestShift> between(ArmImage flux, ArmImage normalised) {
    double ratio = normalised.step() / flux.step();
    double kmPerS = LIGHT_KM_PER_S * (1 - ratio);
    double first = (normalised.axis().first() / ratio - flux.axis().first()) / flux.step();
    return Math.abs(kmPerS) <= FASTEST_KM_PER_S
        ? Optional.of(new RestShift(kmPerS, first))
        : Optional.empty();
  }

  boolean isNone() {
    return Math.abs(kmPerS) < LEAST_KM_PER_S;
  }

  /**
   * The part of an array on the pixels of the flux that falls on those of the normalised spectrum;
   * empty where it does not cover them or pixels fall between pixels.
   */
  Optional<float[]> cut(float[] onFlux, int length) {
    int first = (int) Math.rint(firstPixel);
    if (Math.abs(firstPixel - first) > ON_PIXEL || first < 0 || first + length > onFlux.length) {
      return Optional.empty();
    }
    float[] cut = new float[length];
    System.arraycopy(onFlux, first, cut, 0, length);
    return Optional.of(cut);
  }
}

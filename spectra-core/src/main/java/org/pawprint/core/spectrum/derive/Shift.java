package org.pawprint.core.spectrum.derive;

import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.pawprint.core.spectrum.AirWavelength;
import org.pawprint.core.spectrum.Medium;
import org.pawprint.core.spectrum.SpectralAxis;
import org.pawprint.core.spectrum.Spectrum;
import org.pawprint.core.spectrum.VelocityFrame;

/** The same pixels under other wavelengths; nothing is resampled. */
public final class Shift {
  private static final String TOO_SHORT =
      "its wavelengths reach below %.0f Å, where there are none in air; ask for MEDIUM=VACUUM"
          .formatted(AirWavelength.SHORTEST_ANGSTROM);

  private Shift() {}

  /**
   * Wavelengths of another medium; the flux is that of before (its density changes by less than
   * 0.03 %, which is left aside as everywhere).
   *
   * @throws NotDerivable when wavelengths in air were to cross 2000 Å
   */
  public static Spectrum toMedium(Spectrum spectrum, Medium medium) {
    if (spectrum.medium() == medium) {
      return spectrum;
    }
    DoubleUnaryOperator function =
        medium == Medium.AIR ? AirWavelength::toAirAngstrom : AirWavelength::toVacuumAngstrom;
    requireOneSide(spectrum.axis());
    return with(spectrum, Axes.mapped(spectrum.axis(), function), medium, spectrum.frame(), 1);
  }

  /**
   * At rest in the source: wavelengths over 1 + z, in vacuum, and flux densities per wavelength
   * times 1 + z.
   *
   * @param redshift above −1
   * @throws NotDerivable when the axis is in air and would reach below 2000 Å
   */
  public static Spectrum toRest(Spectrum spectrum, double redshift) {
    return stretched(spectrum, 1 + redshift, VelocityFrame.SOURCE, true);
  }

  /** The inverse of {@link #toRest}, for a spectrum published at rest in its source. */
  public static Spectrum toObserved(Spectrum spectrum, double redshift) {
    return stretched(spectrum, 1 / (1 + redshift), VelocityFrame.BARYCENTRIC, true);
  }

  /**
   * As an observer in another frame measures it: wavelengths times {@code factor}. Flux densities
   * stay, since the factor is within 0.0002 of 1.
   */
  public static Spectrum toFrame(Spectrum spectrum, double factor, VelocityFrame frame) {
    return stretched(spectrum, 1 / factor, frame, false);
  }

  private static Spectrum stretched(
      Spectrum spectrum, double divisor, VelocityFrame frame, boolean fluxToo) {
    double growth = fluxToo ? FluxKind.of(spectrum.fluxUnit()).growth(divisor) : 1;
    return with(spectrum, axis(spectrum, divisor), spectrum.medium(), frame, growth);
  }

  /** A Doppler shift acts on wavelengths in vacuum. */
  private static SpectralAxis axis(Spectrum spectrum, double divisor) {
    SpectralAxis axis = spectrum.axis();
    if (spectrum.medium() == Medium.VACUUM) {
      return Axes.divided(axis, divisor);
    }
    double first = AirWavelength.toVacuumAngstrom(axis.first()) / divisor;
    if (Math.min(first, axis.first()) < AirWavelength.SHORTEST_ANGSTROM) {
      throw new NotDerivable(TOO_SHORT);
    }
    return Axes.mapped(
        axis,
        angstrom ->
            AirWavelength.toAirAngstrom(AirWavelength.toVacuumAngstrom(angstrom) / divisor));
  }

  private static void requireOneSide(SpectralAxis axis) {
    boolean below = axis.first() < AirWavelength.SHORTEST_ANGSTROM;
    boolean above = axis.last() >= AirWavelength.SHORTEST_ANGSTROM;
    if (below && above) {
      throw new NotDerivable(
          "its wavelengths lie on both sides of %.0f Å, below which there are none in air; cut it with BAND"
              .formatted(AirWavelength.SHORTEST_ANGSTROM));
    }
  }

  private static Spectrum with(
      Spectrum spectrum, SpectralAxis axis, Medium medium, VelocityFrame frame, double growth) {
    float @Nullable [] sigma = spectrum.sigma();
    return new Spectrum(
        axis,
        medium,
        frame,
        scaled(spectrum.flux(), growth),
        sigma == null ? null : scaled(sigma, growth),
        spectrum.mask(),
        spectrum.fluxUnit(),
        spectrum.errorKind());
  }

  private static float[] scaled(float[] values, double factor) {
    float[] scaled = new float[values.length];
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = (float) (values[i] * factor);
    }
    return scaled;
  }
}

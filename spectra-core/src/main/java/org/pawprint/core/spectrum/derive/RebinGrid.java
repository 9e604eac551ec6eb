package org.pawprint.core.spectrum.derive;

import org.pawprint.core.spectrum.LinearAxis;
import org.pawprint.core.spectrum.LogAxis;
import org.pawprint.core.spectrum.SpectralAxis;
import org.pawprint.core.spectrum.VelocityFrame;

/** Pixels wanted, before it is known of which spectrum. Wavelengths in ångström. */
public sealed interface RebinGrid {
  /** The longest wavelength a grid may reach to; far beyond any use, and far from overflow. */
  double LONGEST_ANGSTROM = 1e12;

  /** Pixels a derived spectrum may have. */
  int MOST_PIXELS = 100_000;

  /**
   * The axis for a spectrum.
   *
   * @throws NotDerivable when it would have fewer than two pixels or too many
   */
  SpectralAxis axis(SpectralAxis of);

  /** Pixels that are the same for every spectrum. */
  sealed interface Fixed extends RebinGrid {
    /**
     * @throws NotDerivable when it would have fewer than two pixels or too many
     */
    SpectralAxis axis();

    @Override
    default SpectralAxis axis(SpectralAxis of) {
      return axis();
    }
  }

  /** Whole pixels of one width, from the lower edge of the first pixel on. */
  record Step(double angstrom) implements RebinGrid {
    public Step {
      requireAboveZero(angstrom);
    }

    @Override
    public SpectralAxis axis(SpectralAxis of) {
      Bins bins = Bins.of(of);
      int pixels = whole((bins.last() - bins.first()) / angstrom);
      return new LinearAxis(1, bins.first() + angstrom / 2, angstrom, pixels);
    }
  }

  /** Pixels of one width with centres from {@code first} to at most {@code last}. */
  record Range(double first, double last, double angstrom) implements Fixed {
    public Range {
      requireAboveZero(first);
      requireAboveZero(angstrom);
      requireRising(first, last);
    }

    @Override
    public SpectralAxis axis() {
      return new LinearAxis(1, first, angstrom, whole((last - first) / angstrom + 1));
    }
  }

  /** Pixels of one width in velocity, with centres from {@code first} to at most {@code last}. */
  record VelocityRange(double first, double last, double kmPerSecond) implements Fixed {
    public VelocityRange {
      requireAboveZero(first);
      requireAboveZero(kmPerSecond);
      requireRising(first, last);
    }

    @Override
    public SpectralAxis axis() {
      double dex = dex(kmPerSecond);
      return new LogAxis(1, Math.log10(first), dex, whole(Math.log10(last / first) / dex + 1));
    }
  }

  /** As many pixels over the same wavelengths, each wider than the one before by one ratio. */
  record Log() implements RebinGrid {
    @Override
    public SpectralAxis axis(SpectralAxis of) {
      Bins bins = Bins.of(of);
      return from(bins, Math.log10(bins.last() / bins.first()) / of.length(), of.length());
    }
  }

  /** Whole pixels of one width in velocity, in km/s, from the lower edge of the first pixel on. */
  record Velocity(double kmPerSecond) implements RebinGrid {

    public Velocity {
      requireAboveZero(kmPerSecond);
    }

    @Override
    public SpectralAxis axis(SpectralAxis of) {
      Bins bins = Bins.of(of);
      double dex = dex(kmPerSecond);
      return from(bins, dex, whole(Math.log10(bins.last() / bins.first()) / dex));
    }
  }

  /** What a step in velocity is in the decadic logarithm of the wavelength. */
  private static double dex(double kmPerSecond) {
    return kmPerSecond / VelocityFrame.LIGHT_KM_PER_S / Math.log(10);
  }

  /** A log axis whose first pixel begins at the first edge. */
  private static LogAxis from(Bins bins, double dex, int pixels) {
    return new LogAxis(1, Math.log10(bins.first()) + dex / 2, dex, pixels);
  }

  private static void requireRising(double first, double last) {
    if (!(first < last && last <= LONGEST_ANGSTROM)) {
      throw new IllegalArgumentException("from " + first + " to " + last);
    }
  }

  private static void requireAboveZero(double value) {
    if (!(value > 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(value + " is not above zero");
    }
  }

  /** Whole pixels, forgiving the rounding of a width that fits exactly. */
  private static int whole(double pixels) {
    double count = Math.floor(pixels * (1 + 1e-12));
    if (count < 2 || count > MOST_PIXELS) {
      throw new NotDerivable(
          "the grid would have %.0f pixels; from 2 to %d are possible"
              .formatted(count, MOST_PIXELS));
    }
    return (int) count;
  }
}

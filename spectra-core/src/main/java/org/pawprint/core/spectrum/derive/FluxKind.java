package org.pawprint.core.spectrum.derive;

import java.util.regex.Pattern;

/**
 * What the flux of a pixel is, as far as its unit tells; it decides what becomes of the number when
 * pixels change their width.
 */
public enum FluxKind {
  /** A density per wavelength: shrinking wavelengths by 1 + z raises it by as much. */
  PER_WAVELENGTH,
  /** A density per frequency: falls by 1 + z where wavelengths shrink. */
  PER_FREQUENCY,
  /** What a whole pixel collected: pixels that join add up. */
  PER_PIXEL,
  /** A ratio, or a unit unknown: stays as it is, and pixels that join are averaged. */
  RELATIVE;

  private static final Pattern WAVELENGTH =
      Pattern.compile("(?i)(?<![a-z])(a|aa|ang|angstroms?|nm)(?![a-z])");
  private static final Pattern FREQUENCY =
      Pattern.compile("(?<![A-Za-z])([mun]?Jy|Hz)(?![A-Za-z])");
  private static final Pattern COLLECTED =
      Pattern.compile(
          "(?i)(?<![a-z])(counts?|ct|adu|dn|electrons?|photons?|ph|erg|ergs|W|J)(?![a-z])");

  /**
   * @param unit FITS unit string of the flux, e.g. {@code 1e-17 erg/s/cm2/Angstrom}
   */
  public static FluxKind of(String unit) {
    if (WAVELENGTH.matcher(unit).find()) {
      return PER_WAVELENGTH;
    }
    if (FREQUENCY.matcher(unit).find()) {
      return PER_FREQUENCY;
    }
    return COLLECTED.matcher(unit).find() ? PER_PIXEL : RELATIVE;
  }

  /** By how much the flux grows when every wavelength is divided by {@code stretch}. */
  double growth(double stretch) {
    return switch (this) {
      case PER_WAVELENGTH -> stretch;
      case PER_FREQUENCY -> 1 / stretch;
      case PER_PIXEL, RELATIVE -> 1;
    };
  }
}

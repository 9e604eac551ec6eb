package org.pawprint.catalogue.survey.gama;

import java.util.regex.Pattern;
import org.pawprint.core.fits.FitsHeader;

/**
 * What the pixels measure.
 *
 * @param ucd column {@code o_ucd}
 * @param calibration column {@code o_calib_status}
 */
record Flux(String unit, String ucd, String calibration) {
  private static final Pattern COUNTS_IN_WORDS = Pattern.compile("(?i)(counts?|ct|adu)\\b.*");

  /** What 2dfdr, the 6dF pipeline and that of FrodoSpec make, and none of them writes. */
  static final Flux COUNTS = counts("count");

  /**
   * Unit of GAMA's own spectra (comment of ROW1; Hopkins et al. 2013, MNRAS 430, 2047) and of SDSS
   * (classic.sdss.org/dr7/dm/flatFiles/spSpec.html), whose BUNIT is misspelt {@code 1.0E-17
   * erg/cm/s/Ang}.
   */
  static final Flux CALIBRATED = density("1e-17 erg/s/cm2/Angstrom");

  private static Flux counts(String unit) {
    return new Flux(unit, "phot.count", "uncalibrated");
  }

  private static Flux density(String unit) {
    return new Flux(unit, "phot.flux.density;em.wl", "absolute");
  }

  /** Counts, which these origins document, unless BUNIT names something else. */
  static Flux of(FitsHeader header) {
    return header
        .text("BUNIT")
        .map(unit -> COUNTS_IN_WORDS.matcher(unit).matches() ? counts(unit) : density(unit))
        .orElse(COUNTS);
  }
}

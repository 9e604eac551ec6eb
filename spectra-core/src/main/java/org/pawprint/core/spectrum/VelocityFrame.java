package org.pawprint.core.spectrum;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where the wavelengths are at rest, by SPECSYS (FITS WCS Paper III, table 12). */
public enum VelocityFrame {
  TOPOCENTRIC("TOPOCENT", "TOPOCENTER"),
  GEOCENTRIC("GEOCENTR", "GEOCENTER"),
  HELIOCENTRIC("HELIOCEN", "HELIOCENTER"),
  BARYCENTRIC("BARYCENT", "BARYCENTER"),
  CMB_DIPOLE("CMBDIPOL", ""),
  SOURCE("SOURCE", "");

  /** Speed of light, exact. */
  public static final double LIGHT_KM_PER_S = 299_792.458;

  private final String specsys;
  private final String referencePosition;

  VelocityFrame(String specsys, String referencePosition) {
    this.specsys = specsys;
    this.referencePosition = referencePosition;
  }

  public String specsys() {
    return specsys;
  }

  /** The frame of a SPECSYS card, in any case; empty for a word that is none of these. */
  public static Optional<VelocityFrame> ofSpecsys(String word) {
    return Arrays.stream(values())
        .filter(frame -> frame.specsys.equalsIgnoreCase(word.strip()))
        .findFirst();
  }

  /**
   * The frame of a word: of SPECSYS, of the reference positions of SpectrumDM-1.1 table 4, or of
   * this enumeration; in any case. Empty for others, as the local standards of rest.
   */
  public static Optional<VelocityFrame> of(String word) {
    String upper = word.strip().toUpperCase(Locale.ROOT);
    return ofSpecsys(word)
        .or(
            () ->
                Arrays.stream(values())
                    .filter(f -> f.referencePosition.equals(upper) || f.name().equals(upper))
                    .filter(f -> !upper.isEmpty())
                    .findFirst());
  }
}

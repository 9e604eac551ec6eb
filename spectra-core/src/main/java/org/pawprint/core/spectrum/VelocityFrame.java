package org.pawprint.core.spectrum;

import java.util.Arrays;
import java.util.Optional;

/** Where the wavelengths are at rest, by SPECSYS (FITS WCS Paper III, table 12). */
public enum VelocityFrame {
  TOPOCENTRIC("TOPOCENT"),
  GEOCENTRIC("GEOCENTR"),
  HELIOCENTRIC("HELIOCEN"),
  BARYCENTRIC("BARYCENT"),
  CMB_DIPOLE("CMBDIPOL"),
  SOURCE("SOURCE");

  private final String specsys;

  VelocityFrame(String specsys) {
    this.specsys = specsys;
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
}

package org.pawprint.core.spectrum;

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
}

package org.pawprint.core.spectrum;

/** The medium whose wavelengths an axis carries. ObsCore and SSA limits are always vacuum. */
public enum Medium {
  AIR("AWAV", "air"),
  VACUUM("WAVE", "vacuum");

  private final String ctype;
  private final String word;

  Medium(String ctype, String word) {
    this.ctype = ctype;
    this.word = word;
  }

  /** The four-letter spectral type of CTYPE1 (FITS WCS Paper III, table 1). */
  public String ctype() {
    return ctype;
  }

  /** Lower-case word used in the catalogue and in the AIRORVAC card. */
  public String word() {
    return word;
  }
}

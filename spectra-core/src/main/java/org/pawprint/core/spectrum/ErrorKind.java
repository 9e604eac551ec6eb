package org.pawprint.core.spectrum;

import java.util.Locale;

/** How the original file states its errors; Pawprint itself always carries sigma. */
public enum ErrorKind {
  VARIANCE,
  SIGMA,
  RELATIVE,
  INVERSE_VARIANCE,
  NONE;

  /** Lower-case term of the catalogue column {@code error_kind}, e.g. {@code inverse_variance}. */
  public String term() {
    return name().toLowerCase(Locale.ROOT);
  }
}

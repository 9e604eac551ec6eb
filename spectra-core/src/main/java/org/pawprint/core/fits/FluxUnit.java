package org.pawprint.core.fits;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Spelling of flux units as FITS 4.0 section 4.3 has it. */
public final class FluxUnit {
  private static final Pattern POWER_OF_TEN =
      Pattern.compile("1(?:\\.0*)?[eE]([+-]?)0*(\\d{1,3})(?![\\d.])\\s*(.*)");

  private static final Pattern FLUX_DENSITY =
      Pattern.compile("(^|.*[^A-Za-z])(erg|W|photon|ph|[mun]?Jy)([^A-Za-z].*|$)");
  private static final Pattern RATE = Pattern.compile("adu|(count|ct)( s-1| ?/ ?s)");

  private FluxUnit() {}

  /**
   * Whether specutils 1.9.1 takes a column of this unit for flux: what converts to a spectral flux
   * density, and adu and count/s, but neither count nor anything per ångström of it.
   */
  static boolean isKnownToTableReaders(String unit) {
    return FLUX_DENSITY.matcher(unit).matches() || RATE.matcher(unit).matches();
  }

  /**
   * {@code 1e-17 erg/s/cm2/Angstrom} becomes {@code 10**(-17) erg/(s cm2 Angstrom)}: FITS knows no
   * other numeric factor, and repeated division is read in two ways. Anything else stays.
   */
  public static String inFits(String unit) {
    // Surveys write A for ångström; to FITS it is the ampere.
    String named = unit.strip().replaceAll("(?<![A-Za-z])A(?![A-Za-z])", "Angstrom");
    Matcher m = POWER_OF_TEN.matcher(named);
    if (!m.matches()) {
      return oneDivision(named);
    }
    String sign = m.group(1).equals("-") ? "-" : "";
    return ("10**(" + sign + m.group(2) + ") " + oneDivision(m.group(3))).strip();
  }

  private static String oneDivision(String unit) {
    String[] parts = unit.split("\\s*/\\s*");
    if (parts.length < 3 || unit.contains("(")) {
      return unit;
    }
    StringBuilder divided = new StringBuilder(parts[0]).append("/(").append(parts[1]);
    for (int i = 2; i < parts.length; i++) {
      divided.append(' ').append(parts[i]);
    }
    return divided.append(')').toString();
  }
}

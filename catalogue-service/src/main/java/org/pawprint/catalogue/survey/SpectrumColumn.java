package org.pawprint.catalogue.survey;

import java.util.Locale;

/**
 * A column of a spectrum's table with the labels of the Spectrum data model: TTYPE, TUNIT, TUCD and
 * TUTYP in FITS, the attributes of a FIELD in VOTable. Absent ones are empty.
 */
public record SpectrumColumn(String name, String unit, String ucd, String utype) {

  /** What a column is for. */
  public enum Role {
    WAVELENGTH,
    FLUX,
    /** One standard deviation, upwards and downwards alike. */
    ERROR,
    /** 0 is good. */
    QUALITY,
    OTHER
  }

  /**
   * By utype, whose prefix and first word vary ({@code spec:Spectrum.Data…}, {@code ssa:Data…},
   * {@code Spectrum.Data…}); a column without utype by the names that table F.1 of SpectrumDM-1.1
   * recommends, and quality by its UCD.
   */
  public Role role() {
    if (utype.isBlank()) {
      return byName();
    }
    String path = utype.strip().toLowerCase(Locale.ROOT);
    int colon = path.indexOf(':');
    // Columns under ESO's own prefix are alternatives to those of the model.
    if (path.startsWith("eso:")) {
      return Role.OTHER;
    }
    path = path.substring(colon + 1);
    path = path.startsWith("spectrum.") ? path.substring("spectrum.".length()) : path;
    return switch (path) {
      case "data.spectralaxis.value" -> Role.WAVELENGTH;
      case "data.fluxaxis.value" -> Role.FLUX;
      case "data.fluxaxis.accuracy.staterror" -> Role.ERROR;
      case "data.fluxaxis.quality" -> Role.QUALITY;
      default -> Role.OTHER;
    };
  }

  private Role byName() {
    if (ucd.startsWith("meta.code.qual")) {
      return Role.QUALITY;
    }
    return switch (name.strip().toUpperCase(Locale.ROOT)) {
      case "WAVE" -> Role.WAVELENGTH;
      case "FLUX" -> Role.FLUX;
      case "ERR" -> Role.ERROR;
      case "QUAL", "QUALITY" -> Role.QUALITY;
      default -> Role.OTHER;
    };
  }

  /** Whether the flux is a ratio, as of a normalised spectrum, and so has no unit. */
  public boolean isRatio() {
    return ucd.toLowerCase(Locale.ROOT).contains("arith.ratio");
  }
}

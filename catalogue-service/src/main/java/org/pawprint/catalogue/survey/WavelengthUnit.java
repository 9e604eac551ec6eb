package org.pawprint.catalogue.survey;

import java.util.Locale;
import java.util.Optional;
import org.pawprint.core.fits.FitsHeader;
import org.pawprint.core.fits.UnreadableFits;

/** Units of a spectral axis as survey files spell them. */
public enum WavelengthUnit {
  ANGSTROM(1),
  NANOMETRE(10),
  MICROMETRE(1e4),
  METRE(1e10);

  private final double angstrom;

  WavelengthUnit(double angstrom) {
    this.angstrom = angstrom;
  }

  /** How many ångström one of it is. */
  public double angstrom() {
    return angstrom;
  }

  /**
   * The unit of a word, in any case and in singular or plural; empty for any other word.
   *
   * @param word e.g. {@code Angstroms}, {@code 0.1nm}, {@code nm}
   */
  public static Optional<WavelengthUnit> of(String word) {
    return switch (word.strip().toLowerCase(Locale.ROOT)) {
      case "angstrom", "angstroms", "a", "aa", "ang", "0.1nm", "0.1 nm" -> Optional.of(ANGSTROM);
      case "nm", "nanometer", "nanometers", "nanometre", "nanometres" -> Optional.of(NANOMETRE);
      case "um", "micron", "microns", "micrometer", "micrometre" -> Optional.of(MICROMETRE);
      case "m", "meter", "meters", "metre", "metres" -> Optional.of(METRE);
      default -> Optional.empty();
    };
  }

  /**
   * CUNIT1.
   *
   * @param silent the unit that the survey documents for files whose header is silent
   * @throws UnreadableFits when the card names no unit of length
   */
  public static WavelengthUnit ofHeader(FitsHeader header, WavelengthUnit silent) {
    Optional<String> word = header.text("CUNIT1").filter(text -> !text.isBlank());
    return word.isEmpty()
        ? silent
        : of(word.get())
            .orElseThrow(() -> header.unreadable("CUNIT1", "a unit of length, e.g. Angstrom"));
  }
}

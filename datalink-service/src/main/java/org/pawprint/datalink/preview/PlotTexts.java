package org.pawprint.datalink.preview;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.pawprint.core.obscore.ObsCoreColumn;
import org.pawprint.core.obscore.ObsCoreRow;
import org.pawprint.core.spectrum.Spectrum;
import org.pawprint.core.spectrum.VelocityFrame;
import org.pawprint.core.time.Mjd;

/**
 * The words of a picture.
 *
 * @param title whose spectrum it is
 * @param origin collection, arm and date
 * @param wavelength along the wavelengths
 * @param flux along the fluxes, before the unit
 * @param unit of the flux, empty for none
 */
record PlotTexts(String title, String origin, String wavelength, String flux, String unit) {
  /** Of VOUnits, FITS and the surveys themselves, at the beginning of a unit. */
  private static final Pattern POWER_OF_TEN =
      Pattern.compile("^(?:1(?:\\.0*)?[eE]|10\\*\\*)\\(?([+-]?\\d{1,3})\\)?\\s*");

  private static final String BETWEEN = "  ·  ";

  static PlotTexts of(ObsCoreRow row, Spectrum spectrum) {
    List<String> origin = new ArrayList<>();
    row.text(ObsCoreColumn.OBS_COLLECTION).ifPresent(origin::add);
    row.text(ObsCoreColumn.BAND_NAME).or(() -> row.text(ObsCoreColumn.ARM)).ifPresent(origin::add);
    date(row).map(LocalDate::toString).ifPresent(origin::add);
    boolean normalised =
        row.text(ObsCoreColumn.DATAPRODUCT_SUBTYPE).filter("normalised"::equals).isPresent();
    return new PlotTexts(
        row.text(ObsCoreColumn.TARGET_NAME).orElse(row.requiredText(ObsCoreColumn.OBS_ID)),
        String.join(BETWEEN, origin),
        "Wavelength (Å, " + spectrum.medium().word() + ", " + frame(spectrum.frame()) + ")",
        normalised ? "Normalised flux" : "Flux",
        unit(spectrum.fluxUnit()));
  }

  /** {@code 1e-17 erg/s/cm2/Angstrom} as people write it. */
  private static String unit(String text) {
    return POWER_OF_TEN
        .matcher(text.replaceAll("(?i)angstroms?", "Å").replaceAll("cm(\\*\\*)?2\\b", "cm²"))
        .replaceFirst(m -> "10" + superscript(Integer.parseInt(m.group(1))) + " ");
  }

  /** The day in UTC on which the exposure was half done. */
  private static Optional<LocalDate> date(ObsCoreRow row) {
    return row.number(ObsCoreColumn.T_MIDPOINT)
        .or(() -> row.number(ObsCoreColumn.T_MIN))
        .map(mjd -> Mjd.toDateTime(mjd).toLocalDate());
  }

  private static String frame(VelocityFrame frame) {
    return switch (frame) {
      case SOURCE -> "rest frame";
      case CMB_DIPOLE -> "CMB frame";
      case TOPOCENTRIC, GEOCENTRIC, HELIOCENTRIC, BARYCENTRIC ->
          frame.name().toLowerCase(Locale.ROOT);
    };
  }

  /**
   * The label along the fluxes.
   *
   * @param exponent of the power of ten that the numbers along the axis are to be multiplied with
   */
  String fluxLabel(int exponent) {
    String factor = exponent == 0 ? "" : "10" + superscript(exponent);
    String inside = (factor + (factor.isEmpty() || unit.isEmpty() ? "" : " × ") + unit).strip();
    return inside.isEmpty() ? flux : flux + " (" + inside + ")";
  }

  private static String superscript(int number) {
    String digits = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    StringBuilder text = new StringBuilder(number < 0 ? "⁻" : "");
    for (char digit : Integer.toString(Math.abs(number)).toCharArray()) {
      text.append(digits.charAt(digit - '0'));
    }
    return text.toString();
  }
}

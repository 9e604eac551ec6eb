package org.pawprint.catalogue.survey.mapping;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pawprint.core.time.HeaderTime;
import org.pawprint.core.time.Mjd;
import org.pawprint.core.time.TimeScale;

/** Units and forms a value may come in, and the unit of the catalogue it is brought to. */
enum ValueUnit {
  DEG("deg", 1),
  RAD("deg", 180 / Math.PI),
  HOUR_ANGLE("deg", 15),
  ARCMIN("deg", 1 / 60.0),
  ARCSEC("deg", 1 / 3600.0),
  /** hh:mm:ss.s of right ascension. */
  HMS("deg", 15),
  /** [+-]dd:mm:ss.s. */
  DMS("deg", 1),
  SECOND("s", 1),
  MINUTE("s", 60),
  HOUR("s", 3600),
  MJD("d", 1),
  JD("d", 1),
  /** Seconds of atomic time since MJD 0. */
  TAI_SECONDS("d", 1),
  /** yyyy-mm-ddThh:mm:ss UTC; a date alone with {@code time} names the card of the time. */
  DATE("d", 1),
  METRE("m", 1),
  NANOMETRE("m", 1e-9),
  ANGSTROM("m", 1e-10),
  KM_PER_S("km/s", 1),
  M_PER_S("km/s", 1e-3),
  /** Seeing and the like, which the catalogue keeps in arcseconds. */
  SEEING_ARCSEC("arcsec", 1);

  private static final Pattern SEXAGESIMAL =
      Pattern.compile("([+-]?)\\s*(\\d{1,3})[: ](\\d{1,2})[: ](\\d{1,2}(?:\\.\\d*)?)");
  private static final double JD_OF_MJD_0 = 2_400_000.5;

  private final String target;
  private final double factor;

  ValueUnit(String target, double factor) {
    this.target = target;
    this.factor = factor;
  }

  /** Unit of the catalogue's column, e.g. {@code deg}. */
  String target() {
    return target;
  }

  /** Lower-case word of mapping files, e.g. {@code hour_angle}. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The value in the catalogue's unit; empty when the text is none in this form.
   *
   * @param text as the file has it
   */
  Optional<Double> convert(String text) {
    return switch (this) {
      case HMS, DMS -> sexagesimal(text).map(value -> value * factor);
      case DATE -> date(text);
      case JD -> number(text).map(value -> value - JD_OF_MJD_0);
      case TAI_SECONDS -> number(text).map(TimeScale.TAI::secondsToUtcMjd);
      default -> number(text).map(value -> value * factor);
    };
  }

  static Optional<Double> number(String text) {
    try {
      return Optional.of(Double.parseDouble(text.strip())).filter(Double::isFinite);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Optional<Double> date(String text) {
    try {
      return Optional.of(Mjd.of(HeaderTime.dateTime(text)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<Double> sexagesimal(String text) {
    Matcher m = SEXAGESIMAL.matcher(text.strip());
    if (!m.matches()) {
      return Optional.empty();
    }
    double size =
        Integer.parseInt(m.group(2))
            + Integer.parseInt(m.group(3)) / 60.0
            + Double.parseDouble(m.group(4)) / 3600;
    return Optional.of(m.group(1).equals("-") ? -size : size);
  }
}

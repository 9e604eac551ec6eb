package org.pawprint.ssa.query;

import java.util.Locale;
import java.util.OptionalDouble;
import org.pawprint.core.dali.ParameterFaults;
import org.pawprint.core.sky.Galactic;
import org.pawprint.core.sky.SkyPosition;

/** The value of POS: {@code lon,lat[;FRAME]} in decimal degrees (SSA-1.1 4.1.1.1). */
final class SsaPosition {
  private static final String FORM =
      "'lon,lat' or 'lon,lat;FRAME' in decimal degrees, longitude within -360 to 360, latitude"
          + " within -90 to 90, FRAME one of ICRS, FK5, GALACTIC";

  private SsaPosition() {}

  /**
   * The position in ICRS. FK5 is taken as ICRS, from which it differs by less than 0.03 arcsec.
   *
   * @throws ParameterFaults naming the form that would be right
   */
  static SkyPosition parse(String text) {
    String[] coordinatesAndFrame = text.split(";", -1);
    String[] coordinates = coordinatesAndFrame[0].split(",", -1);
    if (coordinates.length != 2 || coordinatesAndFrame.length > 2) {
      throw fault(text);
    }
    double longitude = degrees(text, coordinates[0], 360);
    double latitude = degrees(text, coordinates[1], 90);
    String frame = coordinatesAndFrame.length == 2 ? coordinatesAndFrame[1] : "ICRS";
    return switch (frame.strip().toUpperCase(Locale.ROOT)) {
      case "ICRS", "FK5" -> new SkyPosition(longitude, latitude);
      case "GALACTIC" -> Galactic.toIcrs(longitude, latitude);
      default -> throw fault(text);
    };
  }

  private static double degrees(String whole, String part, double most) {
    OptionalDouble degrees = SsaNumber.parse(part);
    if (degrees.isEmpty() || Math.abs(degrees.getAsDouble()) > most) {
      throw fault(whole);
    }
    return degrees.getAsDouble();
  }

  private static ParameterFaults fault(String text) {
    return ParameterFaults.of(SsaParameter.POS.name(), text, FORM);
  }
}

package org.pawprint.ssa.query;

import java.util.Locale;
import org.pawprint.core.sky.Galactic;
import org.pawprint.core.sky.SkyPosition;

/** The value of POS: {@code lon,lat[;FRAME]} in decimal degrees (SSA-1.1 4.1.1.1). */
final class SsaPosition {
  private SsaPosition() {}

  /**
   * The position in ICRS. FK5 is taken as ICRS, from which it differs by less than 0.03 arcsec.
   *
   * @throws IllegalArgumentException saying what is wrong with the text
   */
  static SkyPosition parse(String text) {
    String[] coordinatesAndFrame = text.split(";", -1);
    String[] coordinates = coordinatesAndFrame[0].split(",", -1);
    if (coordinates.length != 2 || coordinatesAndFrame.length > 2) {
      throw new IllegalArgumentException(
          "expected two numbers and perhaps a frame, as in 150.1,-2.2 or 150.1,-2.2;ICRS");
    }
    double longitude = degrees(coordinates[0], "longitude");
    double latitude = degrees(coordinates[1], "latitude");
    if (!(longitude >= -360 && longitude <= 360)) {
      throw new IllegalArgumentException("longitude is not within -360 to 360");
    }
    if (!(latitude >= -90 && latitude <= 90)) {
      throw new IllegalArgumentException("latitude is not within -90 to 90");
    }
    String frame = coordinatesAndFrame.length == 2 ? coordinatesAndFrame[1] : "ICRS";
    return switch (frame.strip().toUpperCase(Locale.ROOT)) {
      case "ICRS", "FK5" -> new SkyPosition(longitude, latitude);
      case "GALACTIC" -> Galactic.toIcrs(longitude, latitude);
      default ->
          throw new IllegalArgumentException(
              "frame " + frame + " is not one of ICRS, FK5, GALACTIC");
    };
  }

  private static double degrees(String text, String which) {
    try {
      return SsaNumber.parse(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(which + " " + e.getMessage() + " of degrees", e);
    }
  }
}

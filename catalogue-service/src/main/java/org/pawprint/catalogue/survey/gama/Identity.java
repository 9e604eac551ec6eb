package org.pawprint.catalogue.survey.gama;

import static org.pawprint.core.obscore.ObsCoreColumn.OBS_ID;
import static org.pawprint.core.obscore.ObsCoreColumn.QUALITY_FLAGS;
import static org.pawprint.core.obscore.ObsCoreColumn.REDSHIFT;
import static org.pawprint.core.obscore.ObsCoreColumn.S_DEC;
import static org.pawprint.core.obscore.ObsCoreColumn.S_RA;
import static org.pawprint.core.obscore.ObsCoreColumn.TARGET_NAME;

import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.pawprint.catalogue.survey.Redshift;
import org.pawprint.core.fits.FitsHeader;
import org.pawprint.core.fits.UnreadableFits;
import org.pawprint.core.obscore.ObsCoreRow;
import org.pawprint.core.sky.SkyPosition;

/**
 * Whose spectrum it is.
 *
 * @param position ICRS; null where the file does not tell
 * @param redshift heliocentric
 */
record Identity(String target, String obsId, @Nullable SkyPosition position, Redshift redshift) {

  private static final double ARCMINUTES = 60;

  /**
   * By the cards that GAMA added: GAMANAME, SPECID, RA and DEC in degrees J2000, and Z, which is
   * GAMA's and heliocentric, with its quality NQ. A spectrum that matched no object of GAMA has an
   * empty GAMANAME and keeps the name that its origin gave it.
   */
  static Identity ofGama(FitsHeader header) {
    String specId = header.requiredText("SPECID");
    String target = header.text("GAMANAME").or(() -> header.text("OBJECT")).orElse(specId);
    return new Identity(
        target,
        specId,
        degrees(header, "RA", "DEC"),
        Redshift.of(header, "Z").withQuality(header.integer("NQ")));
  }

  /**
   * A place in degrees; null when a card is absent.
   *
   * @throws UnreadableFits when it is none on the sky
   */
  static @Nullable SkyPosition degrees(FitsHeader header, String raKey, String decKey) {
    return position(header, raKey, decKey, 1);
  }

  /** As {@link #degrees}, in radians. */
  static @Nullable SkyPosition radians(FitsHeader header, String raKey, String decKey) {
    return position(header, raKey, decKey, Math.toDegrees(1));
  }

  /**
   * As {@link #degrees}, as {@code hh:mm:ss.s} and {@code dd:mm:ss.s}.
   *
   * @throws UnreadableFits when a text has not three numbers
   */
  static @Nullable SkyPosition sexagesimal(FitsHeader header, String raKey, String decKey) {
    Optional<String> ra = header.text(raKey);
    Optional<String> dec = header.text(decKey);
    if (ra.isEmpty() || dec.isEmpty()) {
      return null;
    }
    try {
      return new SkyPosition(15 * units(ra.get()), units(dec.get()));
    } catch (IllegalArgumentException e) {
      throw header.unreadable(decKey, raKey + " as hh:mm:ss and " + decKey + " as dd:mm:ss");
    }
  }

  private static double units(String text) {
    String[] parts = text.strip().split(":");
    if (parts.length != 3) {
      throw new IllegalArgumentException(text);
    }
    double size =
        Math.abs(Double.parseDouble(parts[0]))
            + (Double.parseDouble(parts[1]) + Double.parseDouble(parts[2]) / ARCMINUTES)
                / ARCMINUTES;
    // The sign stands before the degrees even where they are 0.
    return text.strip().startsWith("-") ? -size : size;
  }

  private static @Nullable SkyPosition position(
      FitsHeader header, String raKey, String decKey, double degreesPerUnit) {
    OptionalDouble ra = header.number(raKey);
    OptionalDouble dec = header.number(decKey);
    if (ra.isEmpty() || dec.isEmpty()) {
      return null;
    }
    try {
      return new SkyPosition(ra.getAsDouble() * degreesPerUnit, dec.getAsDouble() * degreesPerUnit);
    } catch (IllegalArgumentException e) {
      throw header.unreadable(decKey, "a declination");
    }
  }

  /** Adds what is known. */
  void fill(ObsCoreRow.Builder row) {
    row.set(TARGET_NAME, target)
        .set(OBS_ID, obsId)
        .set(REDSHIFT, redshift.value())
        .set(QUALITY_FLAGS, redshift.flags());
    if (position != null) {
      row.set(S_RA, position.raDeg()).set(S_DEC, position.decDeg());
    }
  }
}

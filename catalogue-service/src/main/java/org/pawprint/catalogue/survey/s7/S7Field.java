package org.pawprint.catalogue.survey.s7;

import static org.pawprint.core.obscore.ObsCoreColumn.S_DEC;
import static org.pawprint.core.obscore.ObsCoreColumn.S_FOV;
import static org.pawprint.core.obscore.ObsCoreColumn.S_RA;
import static org.pawprint.core.obscore.ObsCoreColumn.S_REGION;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pawprint.catalogue.survey.CubeHdu;
import org.pawprint.core.fits.FitsHeader;
import org.pawprint.core.fits.TangentPlane;
import org.pawprint.core.obscore.ObsCoreRow;
import org.pawprint.core.sky.SkyPosition;

/**
 * Where a cube is on the sky.
 *
 * @param middle empty where no card tells
 * @param diagonalDeg from corner to corner
 * @param outline empty where the orientation is unknown
 */
record S7Field(Optional<SkyPosition> middle, double diagonalDeg, Optional<String> outline) {
  /** Slitlets are 1″ wide, and pixels along them are binned to 1″. */
  private static final double SPAXEL_DEGREES = 1.0 / 3600;

  private static final double DEGREES_PER_HOUR = 15;
  private static final Pattern SEXAGESIMAL =
      Pattern.compile("([+-]?)(\\d{1,3})[: ](\\d{1,2})[: ](\\d{1,2}(?:\\.\\d*)?)");

  /**
   * By the coordinates of the image where there are any, else by RA (hours) and DEC of the
   * telescope.
   */
  static S7Field of(S7Cube cube) {
    CubeHdu flux = cube.flux();
    Optional<TangentPlane> plane = TangentPlane.of(cube.header());
    if (plane.isPresent()) {
      return new S7Field(
          Optional.of(plane.get().middle(flux.columns(), flux.rows())),
          plane.get().diagonalDeg(flux.columns(), flux.rows()),
          Optional.of(plane.get().outline(flux.columns(), flux.rows())));
    }
    double diagonal = Math.hypot(flux.columns(), flux.rows()) * SPAXEL_DEGREES;
    return new S7Field(pointing(cube.header()), diagonal, Optional.empty());
  }

  private static Optional<SkyPosition> pointing(FitsHeader header) {
    Optional<Double> ra = header.text("RA").flatMap(S7Field::sexagesimal);
    Optional<Double> dec = header.text("DEC").flatMap(S7Field::sexagesimal);
    return ra.isEmpty() || dec.isEmpty() || Math.abs(dec.get()) > 90
        ? Optional.empty()
        : Optional.of(new SkyPosition(ra.get() * DEGREES_PER_HOUR, dec.get()));
  }

  private static Optional<Double> sexagesimal(String text) {
    Matcher parts = SEXAGESIMAL.matcher(text.strip());
    if (!parts.matches()) {
      return Optional.empty();
    }
    double value =
        Integer.parseInt(parts.group(2))
            + Integer.parseInt(parts.group(3)) / 60.0
            + Double.parseDouble(parts.group(4)) / 3600;
    return Optional.of(parts.group(1).equals("-") ? -value : value);
  }

  void addTo(ObsCoreRow.Builder row) {
    middle.ifPresent(at -> row.set(S_RA, at.raDeg()).set(S_DEC, at.decDeg()));
    row.set(S_FOV, diagonalDeg).set(S_REGION, outline.orElse(null));
  }
}

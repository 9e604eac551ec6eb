package org.pawprint.core.fits;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import org.pawprint.core.sky.SkyPosition;
import org.pawprint.core.sky.StcText;

/**
 * Places of an image's pixels on the sky, by the gnomonic projection (FITS WCS Paper II, 5.1.3).
 * Equinox 2000 of FK5 is taken for ICRS, which it equals to 0.03″.
 *
 * @param centre the reference point
 * @param crpix1 pixel of the reference point, counted from 1
 * @param crpix2 likewise
 * @param matrix degrees on the plane per pixel: east by axis 1, east by axis 2, north by axis 1,
 *     north by axis 2
 */
public record TangentPlane(SkyPosition centre, double crpix1, double crpix2, Matrix matrix) {
  /** Elements in the order of CD1_1, CD1_2, CD2_1, CD2_2. */
  public record Matrix(double eastByX, double eastByY, double northByX, double northByY) {
    /** Below zero where east is to the left of north. */
    double determinant() {
      return eastByX * northByY - eastByY * northByX;
    }

    static Matrix of(FitsHeader header) {
      if (header.has("CD1_1")) {
        return new Matrix(
            header.number("CD1_1").orElse(0),
            header.number("CD1_2").orElse(0),
            header.number("CD2_1").orElse(0),
            header.number("CD2_2").orElse(0));
      }
      double x = header.requiredNumber("CDELT1");
      double y = header.requiredNumber("CDELT2");
      return new Matrix(
          x * header.number("PC1_1").orElse(1),
          x * header.number("PC1_2").orElse(0),
          y * header.number("PC2_1").orElse(0),
          y * header.number("PC2_2").orElse(1));
    }
  }

  /**
   * The projection of a header whose first two axes are RA---TAN and DEC--TAN in degrees; empty for
   * any other.
   *
   * @throws org.pawprint.core.fits.UnreadableFits when it says so and lacks the numbers
   */
  public static Optional<TangentPlane> of(FitsHeader header) {
    boolean tangent =
        header.text("CTYPE1").filter("RA---TAN"::equals).isPresent()
            && header.text("CTYPE2").filter("DEC--TAN"::equals).isPresent();
    if (!tangent) {
      return Optional.empty();
    }
    double dec = header.requiredNumber("CRVAL2");
    if (Math.abs(dec) > 90) {
      throw header.unreadable("CRVAL2", "a declination");
    }
    return Optional.of(
        new TangentPlane(
            new SkyPosition(header.requiredNumber("CRVAL1"), dec),
            header.requiredNumber("CRPIX1"),
            header.requiredNumber("CRPIX2"),
            Matrix.of(header)));
  }

  /**
   * @param x along axis 1; the centre of the first pixel is 1
   * @param y along axis 2, likewise
   */
  public SkyPosition at(double x, double y) {
    double dx = x - crpix1;
    double dy = y - crpix2;
    double east = Math.toRadians(matrix.eastByX() * dx + matrix.eastByY() * dy);
    double north = Math.toRadians(matrix.northByX() * dx + matrix.northByY() * dy);
    double dec = Math.toRadians(centre.decDeg());
    double inward = Math.cos(dec) - north * Math.sin(dec);
    double ra = Math.toRadians(centre.raDeg()) + Math.atan2(east, inward);
    double up = Math.atan2(Math.sin(dec) + north * Math.cos(dec), Math.hypot(east, inward));
    return new SkyPosition(Math.toDegrees(ra), Math.toDegrees(up));
  }

  /** The middle of an image of that many pixels. */
  public SkyPosition middle(int columns, int rows) {
    return at((columns + 1) / 2.0, (rows + 1) / 2.0);
  }

  /** Degrees from one outer corner of such an image to the opposite one. */
  public double diagonalDeg(int columns, int rows) {
    return at(0.5, 0.5).separationDeg(at(columns + 0.5, rows + 0.5));
  }

  /**
   * The outline of such an image as an STC-S polygon in degrees (ObsCore-1.1 4.12): anticlockwise
   * where east is to the left of north.
   */
  public String outline(int columns, int rows) {
    StringJoiner polygon = new StringJoiner(" ", "Polygon ICRS ", "");
    double right = columns + 0.5;
    double top = rows + 0.5;
    List<SkyPosition> corners =
        new ArrayList<>(List.of(at(0.5, 0.5), at(right, 0.5), at(right, top), at(0.5, top)));
    if (matrix.determinant() > 0) {
      Collections.reverse(corners);
    }
    for (SkyPosition place : corners) {
      polygon.add(StcText.degrees(place.raDeg())).add(StcText.degrees(place.decDeg()));
    }
    return polygon.toString();
  }
}

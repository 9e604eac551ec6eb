package org.pawprint.core.fits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.pawprint.core.fits.TangentPlane.Matrix;
import org.pawprint.core.sky.SkyPosition;

/**
 * Places by astropy: {@code WCS(naxis=2)} of type TAN with the numbers of each test, {@code
 * all_pix2world(x, y, 1)}.
 */
class TangentPlaneTest {
  private static final double HALF_ARCSEC = 0.5 / 3600;

  @Test
  void projectsNearThePole() {
    TangentPlane plane =
        new TangentPlane(new SkyPosition(359.9, 88.5), 25.5, 25.5, new Matrix(-0.001, 0, 0, 0.001));

    assertPlace(plane.at(1, 50), 0.8513877372309935, 88.52429665192288);
  }

  @Test
  void projectsARotatedField() {
    TangentPlane plane =
        new TangentPlane(
            new SkyPosition(40.67, -30),
            3,
            4,
            new Matrix(
                -0.8 * HALF_ARCSEC, 0.6 * HALF_ARCSEC, 0.6 * HALF_ARCSEC, 0.8 * HALF_ARCSEC));

    assertPlace(plane.at(25, 38), 40.670449024820925, -29.994388888145032);
  }

  private static void assertPlace(SkyPosition place, double raDeg, double decDeg) {
    assertThat(place.raDeg()).isEqualTo(raDeg, within(1e-9));
    assertThat(place.decDeg()).isEqualTo(decDeg, within(1e-9));
  }

  @Test
  void outlinesAMirroredFieldTheSameWayRound() {
    TangentPlane seen =
        new TangentPlane(new SkyPosition(10, 0), 1.5, 1.5, new Matrix(-0.5, 0, 0, 0.5));
    TangentPlane mirrored =
        new TangentPlane(new SkyPosition(10, 0), 1.5, 1.5, new Matrix(0.5, 0, 0, 0.5));

    // arctan of half a degree in radians is half a degree less 1.3e-5
    assertThat(seen.outline(2, 2)).startsWith("Polygon ICRS 10.49998");
    assertThat(signedArea(seen.outline(2, 2))).isPositive();
    assertThat(signedArea(mirrored.outline(2, 2))).isPositive();
  }

  /** Positive where the corners run anticlockwise with east to the left. */
  private static double signedArea(String polygon) {
    String[] numbers = polygon.replace("Polygon ICRS ", "").split(" ", -1);
    double area = 0;
    for (int i = 0; i < numbers.length; i += 2) {
      double x = -Double.parseDouble(numbers[i]);
      double y = Double.parseDouble(numbers[i + 1]);
      double nextX = -Double.parseDouble(numbers[(i + 2) % numbers.length]);
      double nextY = Double.parseDouble(numbers[(i + 3) % numbers.length]);
      area += x * nextY - nextX * y;
    }
    return area / 2;
  }
}

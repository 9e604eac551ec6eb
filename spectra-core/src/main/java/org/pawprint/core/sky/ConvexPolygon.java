package org.pawprint.core.sky;

import java.util.ArrayList;
import java.util.List;

/**
 * A convex polygon on the sky, its sides parts of great circles, the rim included. It is smaller
 * than a hemisphere.
 *
 * @param inward for each side the normal of its plane, pointing to the side of the polygon; not of
 *     length 1
 * @param bounds a cone that holds it
 */
public record ConvexPolygon(List<double[]> inward, Cone bounds) {
  private static final double ARCSEC_DEG = 1 / 3600.0;

  public ConvexPolygon {
    inward = List.copyOf(inward);
  }

  /**
   * The polygon with these corners, in either sense of turning.
   *
   * @throws IllegalArgumentException for fewer than three corners, and where they make no convex
   *     polygon
   */
  public static ConvexPolygon of(List<SkyPosition> corners) {
    int n = corners.size();
    if (n < 3) {
      throw new IllegalArgumentException(n + " corners, at least 3 are needed");
    }
    List<UnitVector> vectors = corners.stream().map(SkyPosition::unitVector).toList();
    List<double[]> normals = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      normals.add(cross(vectors.get(i), vectors.get((i + 1) % n)));
    }
    double turn = Math.signum(dot(normals.get(0), vectors.get(2 % n)));
    List<double[]> inward = new ArrayList<>();
    for (double[] normal : normals) {
      double[] side = {turn * normal[0], turn * normal[1], turn * normal[2]};
      // Every corner lies on the inner side of every side, but for rounding.
      if (turn == 0 || vectors.stream().anyMatch(corner -> dot(side, corner) < -1e-12)) {
        throw new IllegalArgumentException("the corners make no convex polygon");
      }
      inward.add(side);
    }
    return new ConvexPolygon(inward, bounds(vectors));
  }

  /** A cone about the mean of the corners; smaller than a hemisphere, it holds the sides, too. */
  private static Cone bounds(List<UnitVector> corners) {
    double x = corners.stream().mapToDouble(UnitVector::x).sum();
    double y = corners.stream().mapToDouble(UnitVector::y).sum();
    double z = corners.stream().mapToDouble(UnitVector::z).sum();
    double length = Math.sqrt(x * x + y * y + z * z);
    UnitVector centre = new UnitVector(x / length, y / length, z / length);
    double radius =
        corners.stream().mapToDouble(corner -> centre.angleRad(corner)).max().orElseThrow();
    return new Cone(centre.position(), Math.min(180, Math.toDegrees(radius) + ARCSEC_DEG));
  }

  private static double[] cross(UnitVector a, UnitVector b) {
    return new double[] {
      a.y() * b.z() - a.z() * b.y(), a.z() * b.x() - a.x() * b.z(), a.x() * b.y() - a.y() * b.x()
    };
  }

  private static double dot(double[] a, UnitVector b) {
    return a[0] * b.x() + a[1] * b.y() + a[2] * b.z();
  }
}

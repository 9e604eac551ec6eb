package org.pawprint.core.sky;

import java.util.List;
import java.util.Optional;

/**
 * The smallest cone about some places. Taking one place after the other, it grows only by places
 * that lie outside, which then lie on the rim of the new one (Welzl 1991).
 */
final class SmallestCone {
  /** Far more than rounding, and less than what a search by position notices. */
  private static final double MARGIN_DEG = 1 / 3600.0;

  private SmallestCone() {}

  /**
   * A cone hardly wider than the smallest; empty where the places do not fit on less than half of
   * the sky.
   *
   * @param places one or more
   */
  static Optional<Cone> about(List<UnitVector> places) {
    UnitVector centre = centre(places);
    double radius = places.stream().mapToDouble(centre::angleRad).max().orElseThrow();
    double radiusDeg = Math.toDegrees(radius) + MARGIN_DEG;
    return radiusDeg < 90 ? Optional.of(new Cone(centre.position(), radiusDeg)) : Optional.empty();
  }

  private static UnitVector centre(List<UnitVector> places) {
    Cap cap = new Cap(places.get(0), 0);
    for (int i = 1; i < places.size(); i++) {
      if (cap.misses(places.get(i))) {
        cap = throughOne(places, i);
      }
    }
    return cap.centre;
  }

  private static Cap throughOne(List<UnitVector> places, int one) {
    Cap cap = new Cap(places.get(one), 0);
    for (int i = 0; i < one; i++) {
      if (cap.misses(places.get(i))) {
        cap = throughTwo(places, one, i);
      }
    }
    return cap;
  }

  private static Cap throughTwo(List<UnitVector> places, int one, int two) {
    UnitVector a = places.get(one);
    UnitVector b = places.get(two);
    Cap cap = Cap.about(a, a.x() + b.x(), a.y() + b.y(), a.z() + b.z());
    for (int i = 0; i < two; i++) {
      if (cap.misses(places.get(i))) {
        cap = through(a, b, places.get(i));
      }
    }
    return cap;
  }

  private static Cap through(UnitVector a, UnitVector b, UnitVector c) {
    double bx = b.x() - a.x();
    double by = b.y() - a.y();
    double bz = b.z() - a.z();
    double cx = c.x() - a.x();
    double cy = c.y() - a.y();
    double cz = c.z() - a.z();
    double x = by * cz - bz * cy;
    double y = bz * cx - bx * cz;
    double z = bx * cy - by * cx;
    double side = Math.signum(x * a.x() + y * a.y() + z * a.z());
    return Cap.about(a, side * x, side * y, side * z);
  }

  private record Cap(UnitVector centre, double chordSquared) {
    /** About a direction, through a place; about the place itself where there is no direction. */
    static Cap about(UnitVector rim, double x, double y, double z) {
      if (x * x + y * y + z * z == 0) {
        return new Cap(rim, 0);
      }
      UnitVector centre = UnitVector.towards(x, y, z);
      return new Cap(centre, centre.chordSquared(rim));
    }

    boolean misses(UnitVector place) {
      return centre.chordSquared(place) > chordSquared * (1 + 1e-9);
    }
  }
}

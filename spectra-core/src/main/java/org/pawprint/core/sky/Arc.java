package org.pawprint.core.sky;

/**
 * The shorter part of the great circle between two places, both included.
 *
 * @param pole of the great circle: the direction of {@code from × to}
 */
record Arc(UnitVector from, UnitVector to, UnitVector pole) {
  /** What is nearer than this to an arc, in radian, lies on it: two thousandths of a µas. */
  static final double ROUNDING = 1e-14;

  /** No arc is shorter than this, in radian; the direction of a shorter one would be chance. */
  private static final double SHORTEST = 1e-12;

  /**
   * @throws IllegalArgumentException for places that are opposite or the same
   */
  static Arc between(UnitVector from, UnitVector to) {
    double apart = from.chordSquared(to);
    if (apart < SHORTEST * SHORTEST || apart > 4 - SHORTEST) {
      throw new IllegalArgumentException("two of its corners are the same or opposite");
    }
    // The product with the difference keeps its digits where the places are close.
    double dx = to.x() - from.x();
    double dy = to.y() - from.y();
    double dz = to.z() - from.z();
    UnitVector pole =
        UnitVector.towards(
            from.y() * dz - from.z() * dy,
            from.z() * dx - from.x() * dz,
            from.x() * dy - from.y() * dx);
    return new Arc(from, to, pole);
  }

  /** Whether places are too close for an arc between them. */
  static boolean same(UnitVector a, UnitVector b) {
    return a.chordSquared(b) < SHORTEST * SHORTEST;
  }

  /** Sine of the distance from the great circle, above 0 on the side of the pole. */
  double left(UnitVector place) {
    return pole.dot(place);
  }

  /** Whether a place lies on it. */
  boolean holds(UnitVector place) {
    return isBetweenEnds(place) && Math.abs(left(place)) <= ROUNDING;
  }

  /** Whether a place of its great circle lies on it. */
  private boolean isBetweenEnds(UnitVector place) {
    double along =
        (place.x() - from.x()) * (place.x() - to.x())
            + (place.y() - from.y()) * (place.y() - to.y())
            + (place.z() - from.z()) * (place.z() - to.z());
    return along <= 0;
  }

  /** Whether they have a place in common. */
  boolean meets(Arc other) {
    return holds(other.from)
        || holds(other.to)
        || other.holds(from)
        || other.holds(to)
        || crosses(other);
  }

  /** Whether the great circles, when they are two, cross on both arcs. */
  private boolean crosses(Arc other) {
    double x = pole.y() * other.pole.z() - pole.z() * other.pole.y();
    double y = pole.z() * other.pole.x() - pole.x() * other.pole.z();
    double z = pole.x() * other.pole.y() - pole.y() * other.pole.x();
    if (x * x + y * y + z * z == 0) {
      return false;
    }
    UnitVector crossing = UnitVector.towards(x, y, z);
    UnitVector opposite = crossing.opposite();
    return (isBetweenEnds(crossing) && other.isBetweenEnds(crossing))
        || (isBetweenEnds(opposite) && other.isBetweenEnds(opposite));
  }
}

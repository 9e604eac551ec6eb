package org.pawprint.core.sky;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A convex polygon on the sky, its sides parts of great circles, the rim included.
 *
 * @param poles for each side the pole of its great circle that lies on the side of the polygon
 */
public record ConvexPolygon(List<UnitVector> poles) {
  /**
   * Least product of a pole and a place in the polygon; below 0 so that rounding takes nothing from
   * the rim.
   */
  public static final double LEAST_PRODUCT = -Arc.ROUNDING;

  public ConvexPolygon {
    poles = List.copyOf(poles);
  }

  /**
   * The polygon with these corners, in either sense of turning; empty where they make no convex one
   * or lie in a line.
   *
   * @param corners three or more; no neighbours are the same
   * @throws IllegalArgumentException for neighbours opposite to each other
   */
  static Optional<ConvexPolygon> of(List<UnitVector> corners) {
    List<UnitVector> poles = new ArrayList<>();
    boolean allLeft = true;
    boolean allRight = true;
    for (int i = 0; i < corners.size(); i++) {
      Arc side = Arc.between(corners.get(i), corners.get((i + 1) % corners.size()));
      for (UnitVector corner : corners) {
        allLeft &= side.left(corner) >= -Arc.ROUNDING;
        allRight &= side.left(corner) <= Arc.ROUNDING;
      }
      poles.add(side.pole());
    }
    if (allLeft == allRight) {
      return Optional.empty();
    }
    return Optional.of(
        new ConvexPolygon(allLeft ? poles : poles.stream().map(UnitVector::opposite).toList()));
  }

  boolean contains(UnitVector place) {
    return poles.stream().allMatch(pole -> pole.dot(place) >= LEAST_PRODUCT);
  }
}

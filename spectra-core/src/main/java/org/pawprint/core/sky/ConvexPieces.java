package org.pawprint.core.sky;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Cuts a polygon along great circles between its corners into convex ones, whose union it is: where
 * three neighbouring corners make an ear, that is cut off with as many of the next corners as leave
 * it convex. Which side of a great circle a place lies on is the same on the sphere and on the
 * plane that touches it, so all that is true of polygons in a plane holds.
 */
final class ConvexPieces {
  /** What is left to be cut, counter-clockwise as seen from the outside of the sphere. */
  private final List<UnitVector> ring;

  private ConvexPieces(List<UnitVector> ring) {
    this.ring = ring;
  }

  /**
   * @param corners three or more, neighbours not the same
   * @param bounds holds them, and is smaller than half of the sky
   * @throws IllegalArgumentException when sides cross or touch each other
   */
  static List<ConvexPolygon> of(List<UnitVector> corners, Cone bounds) {
    requireSimple(corners);
    List<UnitVector> ring = new ArrayList<>(corners);
    if (isClockwise(ring, bounds.centre().unitVector())) {
      Collections.reverse(ring);
    }
    return new ConvexPieces(ring).cut();
  }

  private static void requireSimple(List<UnitVector> corners) {
    int n = corners.size();
    List<Arc> sides = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      sides.add(Arc.between(corners.get(i), corners.get((i + 1) % n)));
    }
    for (int i = 0; i < n; i++) {
      Arc next = sides.get((i + 1) % n);
      boolean bad = sides.get(i).holds(next.to()) || next.holds(sides.get(i).from());
      for (int j = i + 2; j < n && !bad; j++) {
        bad = (j + 1) % n != i && sides.get(i).meets(sides.get(j));
      }
      if (bad) {
        throw new IllegalArgumentException("its sides cross or touch each other");
      }
    }
  }

  /** The corner farthest from a place turns as the whole does. */
  private static boolean isClockwise(List<UnitVector> ring, UnitVector centre) {
    int farthest = 0;
    for (int i = 1; i < ring.size(); i++) {
      if (centre.chordSquared(ring.get(i)) > centre.chordSquared(ring.get(farthest))) {
        farthest = i;
      }
    }
    UnitVector before = ring.get((farthest + ring.size() - 1) % ring.size());
    UnitVector behind = ring.get((farthest + 1) % ring.size());
    return Arc.between(before, ring.get(farthest)).left(behind) < 0;
  }

  private List<ConvexPolygon> cut() {
    List<ConvexPolygon> pieces = new ArrayList<>();
    dropStraightCorners();
    while (ring.size() >= 3) {
      pieces.add(ConvexPolygon.of(cutOff()).orElseThrow(ConvexPieces::tooNarrow));
      dropStraightCorners();
    }
    return pieces;
  }

  private void dropStraightCorners() {
    for (int i = ring.size() - 1; i >= 0 && ring.size() >= 3; i--) {
      UnitVector before = corner(i + ring.size() - 1);
      UnitVector behind = corner(i + 1);
      if (Arc.same(before, behind)
          || Math.abs(Arc.between(before, behind).left(corner(i))) <= Arc.ROUNDING) {
        ring.remove(i);
      }
    }
  }

  /** Takes a convex piece away; the corners at its ends stay. */
  private List<UnitVector> cutOff() {
    for (int first = 0; first < ring.size(); first++) {
      int length = 2;
      while (length < ring.size() && goesOn(first, length)) {
        length++;
      }
      if (length > 2) {
        Collections.rotate(ring, -first);
        List<UnitVector> piece = List.copyOf(ring.subList(0, length));
        ring.subList(1, length - 1).clear();
        return piece;
      }
    }
    throw tooNarrow();
  }

  /** Whether a piece of some corners stays convex with the next one, and holds no other corner. */
  private boolean goesOn(int first, int length) {
    UnitVector start = corner(first);
    UnitVector end = corner(first + length - 1);
    UnitVector next = corner(first + length);
    if (Arc.same(start, next)) {
      return false;
    }
    Arc closing = Arc.between(next, start);
    Arc side = Arc.between(end, next);
    boolean convex =
        Arc.between(corner(first + length - 2), end).left(next) > Arc.ROUNDING
            && side.left(start) > Arc.ROUNDING
            && closing.left(corner(first + 1)) > Arc.ROUNDING;
    return convex && isEmpty(Arc.between(start, end), side, closing);
  }

  private boolean isEmpty(Arc a, Arc b, Arc c) {
    return ring.stream()
        .filter(corner -> !List.of(a.from(), b.from(), c.from()).contains(corner))
        .noneMatch(
            corner ->
                a.left(corner) >= -Arc.ROUNDING
                    && b.left(corner) >= -Arc.ROUNDING
                    && c.left(corner) >= -Arc.ROUNDING);
  }

  private UnitVector corner(int i) {
    return ring.get(i % ring.size());
  }

  private static IllegalArgumentException tooNarrow() {
    return new IllegalArgumentException("it is too narrow");
  }
}

package org.pawprint.core.sky;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * What the great circles between some corners enclose, the rim included: the smaller of the two
 * parts into which they cut the sky.
 */
public final class Polygon implements SkyRegion {
  private static final Cone WHOLE_SKY = new Cone(new SkyPosition(0, 0), 180);

  private final List<SkyPosition> corners;
  private final List<ConvexPolygon> pieces;
  private final Cone bounds;

  private Polygon(List<SkyPosition> corners, List<ConvexPolygon> pieces, Cone bounds) {
    this.corners = List.copyOf(corners);
    this.pieces = List.copyOf(pieces);
    this.bounds = bounds;
  }

  /**
   * @param corners three or more, in either sense of turning; one that repeats the one before it,
   *     as the last may repeat the first, counts once
   * @throws IllegalArgumentException with words when they make no polygon: its sides would cross or
   *     touch, or it is not convex and does not fit on half of the sky
   */
  public static Polygon of(List<SkyPosition> corners) {
    List<UnitVector> ring = ring(corners);
    if (ring.size() < 3) {
      throw new IllegalArgumentException("it has " + ring.size() + " different corners");
    }
    Optional<Cone> bounds = SmallestCone.about(ring);
    Optional<ConvexPolygon> convex = ConvexPolygon.of(ring);
    if (convex.isPresent()) {
      return new Polygon(corners, List.of(convex.get()), bounds.orElse(WHOLE_SKY));
    }
    Cone cone =
        bounds.orElseThrow(
            () -> new IllegalArgumentException("it does not fit on half of the sky"));
    return new Polygon(corners, ConvexPieces.of(ring, cone), cone);
  }

  private static List<UnitVector> ring(List<SkyPosition> corners) {
    List<UnitVector> ring = new ArrayList<>();
    for (SkyPosition corner : corners) {
      UnitVector next = corner.unitVector();
      if (ring.isEmpty() || !Arc.same(next, ring.get(ring.size() - 1))) {
        ring.add(next);
      }
    }
    while (ring.size() > 1 && Arc.same(ring.get(0), ring.get(ring.size() - 1))) {
      ring.remove(ring.size() - 1);
    }
    return ring;
  }

  /** Convex polygons whose union it is. */
  public List<ConvexPolygon> pieces() {
    return pieces;
  }

  /** A cone that holds it. */
  public Cone bounds() {
    return bounds;
  }

  @Override
  public boolean contains(SkyPosition place) {
    UnitVector direction = place.unitVector();
    return pieces.stream().anyMatch(piece -> piece.contains(direction));
  }

  @Override
  public Optional<String> stc() {
    StringJoiner polygon = new StringJoiner(" ", "Polygon ICRS ", "");
    for (SkyPosition corner : corners) {
      polygon.add(StcText.degrees(corner.raDeg())).add(StcText.degrees(corner.decDeg()));
    }
    return Optional.of(polygon.toString());
  }
}

package org.pawprint.store.search;

import java.util.List;
import org.pawprint.core.sky.SkyPosition;
import org.pawprint.core.sky.UnitVector;

/** The straight line through the unit sphere between a position and that of a row. */
record Chord(UnitVector end) {
  /** Square of its length in SQL; {@link #values()} are the parameters. */
  static final String SQUARED =
      "((o.x - ?) * (o.x - ?) + (o.y - ?) * (o.y - ?) + (o.z - ?) * (o.z - ?))";

  private static final double ARCSEC_PER_DEGREE = 3600;

  static Chord from(SkyPosition position) {
    return new Chord(position.unitVector());
  }

  List<Object> values() {
    return List.of(end.x(), end.x(), end.y(), end.y(), end.z(), end.z());
  }

  static double squaredOf(double angleDeg) {
    return UnitVector.chordSquared(Math.toRadians(angleDeg));
  }

  /** The angle under a chord, in arcsec. */
  static double arcsec(double squared) {
    double half = Math.min(1, Math.sqrt(squared) / 2);
    return Math.toDegrees(2 * Math.asin(half)) * ARCSEC_PER_DEGREE;
  }
}

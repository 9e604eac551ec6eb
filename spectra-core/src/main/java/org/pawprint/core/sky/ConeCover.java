package org.pawprint.core.sky;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Ranges of HEALPix numbers that hold every position in a cone. The cover may take in places
 * outside the cone, so rows found by it still need {@link Cone#contains}.
 */
public final class ConeCover {
  /** As many as one SQL statement takes with profit. */
  public static final int DEFAULT_RANGES = 60;

  /**
   * Enough for a small cone, where planning a range costs more than reading the few rows beside the
   * cone that a coarser cover takes in.
   */
  private static final int FEW_RANGES = 12;

  private static final double SMALL_DEG = 1;

  /** Rim cells held at once, per wanted range; more would only be merged away again. */
  private static final int RIM_CELLS_PER_RANGE = 8;

  private ConeCover() {}

  public static List<IndexRange> ranges(Cone cone) {
    return ranges(cone, cone.radiusDeg() < SMALL_DEG ? FEW_RANGES : DEFAULT_RANGES);
  }

  /**
   * Splits rim cells order by order until they are many or as small as they get, then joins the
   * ranges with the narrowest gaps.
   *
   * @param maxRanges at least 1
   * @return sorted, neither overlapping nor touching, at order 29
   */
  public static List<IndexRange> ranges(Cone cone, int maxRanges) {
    if (maxRanges < 1) {
      throw new IllegalArgumentException("at most " + maxRanges + " ranges, but one is needed");
    }
    UnitVector centre = cone.centre().unitVector();
    double radius = Math.toRadians(cone.radiusDeg());
    List<IndexRange> covered = new ArrayList<>();
    long[] candidates = new long[12];
    Arrays.setAll(candidates, i -> i);
    for (int order = 0; ; order++) {
      long[] rim = sort(candidates, order, centre, radius, covered);
      if (order == Healpix.ORDER || rim.length > RIM_CELLS_PER_RANGE * (long) maxRanges) {
        for (long cell : rim) {
          covered.add(IndexRange.ofCell(order, cell));
        }
        return join(covered, maxRanges);
      }
      candidates = children(rim);
    }
  }

  /** Adds cells wholly inside to {@code covered}, drops those outside, returns the rest. */
  private static long[] sort(
      long[] cells, int order, UnitVector centre, double radius, List<IndexRange> covered) {
    double reach = Healpix.cellRadiusRad(order);
    double inside = radius < reach ? -1 : UnitVector.chordSquared(radius - reach);
    boolean everywhere = radius + reach >= Math.PI;
    double touching =
        everywhere ? Double.POSITIVE_INFINITY : UnitVector.chordSquared(radius + reach);
    long[] rim = new long[cells.length];
    int n = 0;
    for (long cell : cells) {
      double distance = centre.chordSquared(Healpix.centreVector(order, cell));
      if (distance <= inside) {
        covered.add(IndexRange.ofCell(order, cell));
      } else if (distance <= touching) {
        rim[n++] = cell;
      }
    }
    return Arrays.copyOf(rim, n);
  }

  private static long[] children(long[] cells) {
    long[] children = new long[4 * cells.length];
    for (int i = 0; i < children.length; i++) {
      children[i] = 4 * cells[i / 4] + i % 4;
    }
    return children;
  }

  private static List<IndexRange> join(List<IndexRange> ranges, int maxRanges) {
    ranges.sort(Comparator.comparingLong(IndexRange::first));
    long[] gaps = new long[ranges.size()];
    for (int i = 1; i < gaps.length; i++) {
      gaps[i] = ranges.get(i).first() - ranges.get(i - 1).lastInclusive() - 1;
    }
    long joinUpTo = narrowestKept(gaps, maxRanges) - 1;
    List<IndexRange> joined = new ArrayList<>();
    long first = ranges.get(0).first();
    for (int i = 1; i < gaps.length; i++) {
      if (gaps[i] > joinUpTo) {
        joined.add(new IndexRange(first, ranges.get(i - 1).lastInclusive()));
        first = ranges.get(i).first();
      }
    }
    joined.add(new IndexRange(first, ranges.get(ranges.size() - 1).lastInclusive()));
    return List.copyOf(joined);
  }

  /** Smallest gap that may stay so that at most {@code maxRanges} − 1 gaps stay; at least 1. */
  private static long narrowestKept(long[] gaps, int maxRanges) {
    long[] sorted = gaps.clone();
    Arrays.sort(sorted);
    int wouldGo = sorted.length - maxRanges;
    return wouldGo < 0 ? 1 : Math.max(1, sorted[wouldGo] + 1);
  }
}

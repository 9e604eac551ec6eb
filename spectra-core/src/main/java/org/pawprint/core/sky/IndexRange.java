package org.pawprint.core.sky;

/** Neighbouring HEALPix numbers of order 29, both ends included. */
public record IndexRange(long first, long lastInclusive) {
  public IndexRange {
    if (first < 0 || first > lastInclusive || lastInclusive >= Healpix.CELLS) {
      throw new IllegalArgumentException(
          "%d to %d is no range within 0 to %d".formatted(first, lastInclusive, Healpix.CELLS - 1));
    }
  }

  /** The numbers at order 29 of all cells inside one cell of a coarser order. */
  static IndexRange ofCell(int order, long cell) {
    int shift = 2 * (Healpix.ORDER - order);
    return new IndexRange(cell << shift, ((cell + 1) << shift) - 1);
  }

  public boolean contains(long index) {
    return first <= index && index <= lastInclusive;
  }
}

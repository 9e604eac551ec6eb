package org.pawprint.ssa.query;

import java.util.OptionalLong;

/**
 * How many rows an answer may have.
 *
 * @param maxRec from MAXREC or the service's own limits; 0 asks for the fields only
 * @param top from TOP: the best so many, which is what was asked for and no overflow
 */
public record RowLimit(long maxRec, OptionalLong top) {
  public RowLimit {
    if (maxRec < 0 || top.orElse(1) < 1) {
      throw new IllegalArgumentException("MAXREC " + maxRec + ", TOP " + top);
    }
  }

  public long rows() {
    return Math.min(maxRec, top.orElse(Long.MAX_VALUE));
  }

  /** Whether rows beyond {@link #rows} were cut by MAXREC, and not left out by TOP. */
  public boolean isOverflow() {
    return top.orElse(Long.MAX_VALUE) > maxRec;
  }
}

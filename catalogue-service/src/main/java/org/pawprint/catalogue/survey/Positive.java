package org.pawprint.catalogue.survey;

import org.jspecify.annotations.Nullable;
import org.pawprint.core.fits.FitsHeader;

/**
 * Cards whose value means something only above zero: lengths of time, counts, numbers of fibres.
 */
public final class Positive {

  private Positive() {}

  /** The number; NaN when absent, no number, zero or below. */
  public static double number(FitsHeader header, String card) {
    double value = header.number(card).orElse(Double.NaN);
    return value > 0 ? value : Double.NaN;
  }

  /** The whole number; null when absent, not whole, zero or below, or beyond 2³¹. */
  public static @Nullable Integer whole(FitsHeader header, String card) {
    long value = header.integer(card).orElse(0);
    return value > 0 && value <= Integer.MAX_VALUE ? (int) value : null;
  }
}

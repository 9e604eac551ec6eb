package org.pawprint.catalogue.survey;

import java.util.OptionalDouble;
import org.pawprint.core.fits.FitsHeader;

/** Redshifts as survey headers hold them. */
public final class Redshift {

  private Redshift() {}

  /**
   * The first of the cards that holds a redshift; NaN when none does. For none surveys write −9,
   * −9.99, −9.999 or −2, and no redshift is −1 or below: nothing approaches faster than light.
   *
   * @param cards in the order of preference, a heliocentric one first
   */
  public static double of(FitsHeader header, String... cards) {
    for (String card : cards) {
      OptionalDouble value = header.number(card);
      if (value.isPresent() && value.getAsDouble() > -1) {
        return value.getAsDouble();
      }
    }
    return Double.NaN;
  }
}

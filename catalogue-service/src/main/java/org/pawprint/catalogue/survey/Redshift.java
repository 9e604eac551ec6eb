package org.pawprint.catalogue.survey;

import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import org.pawprint.core.fits.FitsHeader;
import org.pawprint.core.spectrum.QualityFlag;

/**
 * A redshift as a survey gives it. One that the survey itself calls unreliable is kept, as Data
 * Central keeps it (OzDES: it may be that of the transient, which is what the spectrum was taken
 * for), and never without {@link QualityFlag#REDSHIFT_DOUBTED}.
 *
 * @param value NaN for none. For none surveys write −9, −9.99, −9.999 or −2, and no redshift is −1
 *     or below: nothing approaches faster than light
 * @param doubted whether there is one that the survey doubts
 */
public record Redshift(double value, boolean doubted) {
  public static final Redshift NONE = new Redshift(Double.NaN, false);

  /** None found, and a guess; 3 is probable, 4 and 5 are certain, 6 is a star. */
  private static final Set<Long> DOUBTED = Set.of(1L, 2L);

  public Redshift {
    value = value > -1 ? value : Double.NaN;
    doubted = doubted && !Double.isNaN(value);
  }

  /**
   * The first of the cards that holds a redshift.
   *
   * @param cards in the order of preference, a heliocentric one first
   */
  public static Redshift of(FitsHeader header, String... cards) {
    for (String card : cards) {
      Redshift redshift = of(header.number(card));
      if (!Double.isNaN(redshift.value)) {
        return redshift;
      }
    }
    return NONE;
  }

  public static Redshift of(OptionalDouble told) {
    return new Redshift(told.orElse(Double.NaN), false);
  }

  /**
   * The same with the quality that people gave it, on the scale of 2dFGRS (Colless et al. 2001,
   * MNRAS 328, 1039) that 6dFGS, WiggleZ, GAMA and OzDES took over: from 3 on it may be used.
   *
   * @param quality empty where the file has none
   */
  public Redshift withQuality(OptionalLong quality) {
    return doubtedIf(quality.isPresent() && DOUBTED.contains(quality.getAsLong()));
  }

  public Redshift doubtedIf(boolean unreliable) {
    return new Redshift(value, unreliable);
  }

  /** What it adds to {@code quality_flags}. */
  public int flags() {
    return doubted ? QualityFlag.REDSHIFT_DOUBTED.bit() : 0;
  }
}

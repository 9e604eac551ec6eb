package org.pawprint.catalogue.survey;

import java.util.Locale;
import org.pawprint.core.fits.FitsHeader;
import org.pawprint.core.fits.UnreadableFits;
import org.pawprint.core.spectrum.SpectralAxis;

/**
 * What an instrument can see. An axis outside is in another unit or not calibrated.
 *
 * @param shortest in ångström
 * @param longest in ångström
 */
public record WavelengthRange(double shortest, double longest) {

  public boolean holds(SpectralAxis axis) {
    return axis.first() >= shortest && axis.last() <= longest;
  }

  /**
   * The axis, if it is within.
   *
   * @param keyword the card to blame
   * @throws UnreadableFits naming both ends
   */
  public SpectralAxis require(FitsHeader header, String keyword, SpectralAxis axis) {
    if (!holds(axis)) {
      throw header.unreadable(keyword, expected(axis));
    }
    return axis;
  }

  /** What would have been right, and what an axis is instead; ASCII. */
  public String expected(SpectralAxis axis) {
    return String.format(
        Locale.ROOT,
        "an axis within %.0f to %.0f A, not %.2f to %.2f",
        shortest,
        longest,
        axis.first(),
        axis.last());
  }
}

package org.pawprint.catalogue.survey;

import java.util.Optional;
import org.pawprint.core.fits.FitsHeader;
import org.pawprint.core.fits.UnreadableFits;
import org.pawprint.core.time.ExposureWindow;

/**
 * When one exposure at the AAT was made, by the cards that its instruments write: UTDATE, UTSTART,
 * UTEND and EXPOSED. MJD in UTC and seconds; NaN where the header does not tell.
 */
public record ExposureTimes(double minMjd, double maxMjd, double exposureSeconds) {
  private static final double LONGEST_SECONDS = 1e7;

  /** Nothing is known. */
  public static final ExposureTimes UNKNOWN = new ExposureTimes(Double.NaN, Double.NaN, Double.NaN);

  /**
   * From UTDATE and UTSTART to UTEND, past midnight into the next day; without UTEND to the start
   * plus EXPOSED.
   *
   * @throws UnreadableFits when a date or time is present but is none
   */
  public static ExposureTimes of(FitsHeader header) {
    double exposed = header.number("EXPOSED").orElse(Double.NaN);
    double seconds = exposed > 0 && exposed < LONGEST_SECONDS ? exposed : Double.NaN;
    Optional<String> date = header.text("UTDATE");
    Optional<String> start = header.text("UTSTART");
    if (date.isEmpty() || start.isEmpty()) {
      return new ExposureTimes(Double.NaN, Double.NaN, seconds);
    }
    Optional<String> end = header.text("UTEND");
    try {
      ExposureWindow window =
          end.isPresent()
              ? ExposureWindow.of(date.get(), start.get(), end.get())
              : ExposureWindow.lasting(
                  date.get(), start.get(), Double.isNaN(seconds) ? 0 : seconds);
      boolean endKnown = end.isPresent() || !Double.isNaN(seconds);
      return new ExposureTimes(window.startMjd(), endKnown ? window.endMjd() : Double.NaN, seconds);
    } catch (IllegalArgumentException e) {
      throw header.unreadable("UTDATE", "UTDATE, UTSTART and UTEND as times: " + e.getMessage());
    }
  }

  /** Half way between start and end; NaN unless both are known. */
  public double midMjd() {
    return (minMjd + maxMjd) / 2;
  }
}

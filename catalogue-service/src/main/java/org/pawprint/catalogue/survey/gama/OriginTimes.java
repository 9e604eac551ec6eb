package org.pawprint.catalogue.survey.gama;

import static org.pawprint.core.obscore.ObsCoreColumn.T_EXPTIME;
import static org.pawprint.core.obscore.ObsCoreColumn.T_MAX;
import static org.pawprint.core.obscore.ObsCoreColumn.T_MIN;
import static org.pawprint.core.obscore.ObsCoreColumn.T_RESOLUTION;
import static org.pawprint.core.obscore.ObsCoreColumn.T_XEL;

import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.pawprint.core.fits.FitsHeader;
import org.pawprint.core.fits.UnreadableFits;
import org.pawprint.core.obscore.ObsCoreRow;
import org.pawprint.core.time.ExposureWindow;
import org.pawprint.core.time.HeaderTime;
import org.pawprint.core.time.Mjd;

/**
 * When a spectrum was exposed, in MJD UTC; NaN where the file does not tell, since an assumed hour
 * would look like a measured one.
 *
 * @param exposures that were combined; null where the file does not tell
 */
record OriginTimes(
    double minMjd, double maxMjd, double exposureSeconds, @Nullable Integer exposures) {
  private static final double LONGEST_SECONDS = 1e7;
  private static final int MOST_EXPOSURES = 10_000;

  static final OriginTimes UNKNOWN = new OriginTimes(Double.NaN, Double.NaN, Double.NaN, null);

  /**
   * From date and start to the end, past midnight into the next day; without a card for the end to
   * the start plus the exposure. NaN where no card tells.
   *
   * @param seconds of exposure, or NaN
   * @param endKey empty where the origin has none
   * @throws UnreadableFits when a date or time is present but is none
   */
  static OriginTimes of(
      FitsHeader header, String dateKey, String startKey, Optional<String> endKey, double seconds) {
    Optional<String> date = header.text(dateKey);
    Optional<String> start = header.text(startKey);
    if (date.isEmpty() || start.isEmpty()) {
      return new OriginTimes(Double.NaN, Double.NaN, seconds, null);
    }
    Optional<String> end = endKey.flatMap(header::text);
    try {
      if (end.isPresent()) {
        ExposureWindow window = ExposureWindow.of(date.get(), start.get(), end.get());
        return new OriginTimes(window.startMjd(), window.endMjd(), seconds, null);
      }
      boolean known = !Double.isNaN(seconds);
      ExposureWindow window = ExposureWindow.lasting(date.get(), start.get(), known ? seconds : 0);
      return new OriginTimes(
          window.startMjd(), known ? window.endMjd() : Double.NaN, seconds, null);
    } catch (IllegalArgumentException e) {
      throw header.unreadable(dateKey, "date and times of day in UTC: " + ascii(e));
    }
  }

  /** The UT day, where no more than that is known: it holds the exposure. */
  static OriginTimes withinDay(FitsHeader header, String dateKey) {
    Optional<String> date = header.text(dateKey);
    if (date.isEmpty()) {
      return UNKNOWN;
    }
    try {
      double day = Mjd.of(HeaderTime.date(date.get()).atStartOfDay());
      return new OriginTimes(day, day + 1, Double.NaN, null);
    } catch (IllegalArgumentException e) {
      throw header.unreadable(dateKey, "a date in UTC: " + ascii(e));
    }
  }

  /** Beginning with one card of date and time, for a number of seconds, NaN where unknown. */
  static OriginTimes lasting(FitsHeader header, String key, double seconds) {
    Optional<String> card = header.text(key).filter(text -> text.contains("T"));
    if (card.isEmpty()) {
      return new OriginTimes(Double.NaN, Double.NaN, seconds, null);
    }
    try {
      String[] parts = card.get().split("T", 2);
      boolean known = !Double.isNaN(seconds);
      ExposureWindow window = ExposureWindow.lasting(parts[0], parts[1], known ? seconds : 0);
      return new OriginTimes(
          window.startMjd(), known ? window.endMjd() : Double.NaN, seconds, null);
    } catch (IllegalArgumentException e) {
      throw header.unreadable(key, "date and time in UTC: " + ascii(e));
    }
  }

  private static String ascii(IllegalArgumentException e) {
    return String.valueOf(e.getMessage()).replaceAll("[^ -~]", "?");
  }

  /** A length of time above zero; NaN when the card is absent or other. */
  static double seconds(FitsHeader header, String key) {
    double seconds = header.number(key).orElse(Double.NaN);
    return seconds > 0 && seconds < LONGEST_SECONDS ? seconds : Double.NaN;
  }

  /** A number of exposures; null when the card is absent or other. */
  static @Nullable Integer count(FitsHeader header, String key) {
    OptionalLong count = header.integer(key);
    return count.isPresent() && count.getAsLong() > 0 && count.getAsLong() < MOST_EXPOSURES
        ? (int) count.getAsLong()
        : null;
  }

  OriginTimes combining(@Nullable Integer count) {
    return new OriginTimes(minMjd, maxMjd, exposureSeconds, count);
  }

  OriginTimes withoutEnd() {
    return new OriginTimes(minMjd, Double.NaN, exposureSeconds, exposures);
  }

  /** Adds the columns of time. */
  void fill(ObsCoreRow.Builder row) {
    row.set(T_MIN, minMjd)
        .set(T_MAX, maxMjd)
        .set(T_EXPTIME, exposureSeconds)
        .set(T_RESOLUTION, exposureSeconds)
        .set(T_XEL, exposures);
  }
}

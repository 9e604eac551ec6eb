package org.pawprint.core.time;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * Start and end of an exposure, UTC.
 *
 * @param end not before start
 */
public record ExposureWindow(LocalDateTime start, LocalDateTime end) {
  public ExposureWindow {
    if (end.isBefore(start)) {
      throw new IllegalArgumentException("exposure ends at " + end + ", before its start " + start);
    }
  }

  /**
   * From the cards UTDATE, UTSTART and UTEND. The date is that of the start; an end earlier in the
   * day than the start belongs to the next day.
   *
   * @throws IllegalArgumentException for a card that is no date or time, naming it
   */
  public static ExposureWindow of(String date, String start, String end) {
    LocalDate day = HeaderTime.date(date);
    LocalDateTime from = day.atTime(HeaderTime.timeOfDay(start));
    LocalDateTime to = day.atTime(HeaderTime.timeOfDay(end));
    return new ExposureWindow(from, to.isBefore(from) ? to.plusDays(1) : to);
  }

  /**
   * From UTDATE, UTSTART and the exposure time, where there is no UTEND.
   *
   * @param seconds at least 0
   * @throws IllegalArgumentException for a card that is no date or time, or a bad length
   */
  public static ExposureWindow lasting(String date, String start, double seconds) {
    if (!(seconds >= 0 && seconds < 1e9)) {
      throw new IllegalArgumentException("an exposure of " + seconds + " s");
    }
    LocalDateTime from = HeaderTime.date(date).atTime(HeaderTime.timeOfDay(start));
    return new ExposureWindow(from, from.plus(Duration.ofNanos(Math.round(seconds * 1e9))));
  }

  public double startMjd() {
    return Mjd.of(start);
  }

  public double endMjd() {
    return Mjd.of(end);
  }

  /** Half way between start and end. */
  public double midMjd() {
    return Mjd.of(start.plus(Duration.between(start, end).dividedBy(2)));
  }
}

package org.pawprint.core.dali;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pawprint.core.time.Mjd;

/**
 * An ISO 8601 date that stands for the whole time it leaves open (SSA 1.1, TIME): {@code 1998} is
 * the year, {@code 1998-05} the month, {@code 1998-05-06T12:30:15} the second. UTC; a trailing Z
 * and a fraction of a second, which makes it an instant, are taken too.
 */
final class ImpreciseDate {
  static final String FORM = "yyyy[-mm[-dd[Thh[:mm[:ss[.s]]]]]]";

  private static final int LONGEST = 40;
  private static final Pattern DATE =
      Pattern.compile(
          "(\\d{4})(?:-(\\d{2})(?:-(\\d{2})(?:T(\\d{2})(?::(\\d{2})(?::(\\d{2})(\\.\\d+)?)?)?)?)?)?"
              + "Z?");

  /** Length of the time meant, by the number of parts that came. */
  private static final ChronoUnit[] UNITS = {
    ChronoUnit.YEARS,
    ChronoUnit.MONTHS,
    ChronoUnit.DAYS,
    ChronoUnit.HOURS,
    ChronoUnit.MINUTES,
    ChronoUnit.SECONDS
  };

  private ImpreciseDate() {}

  /**
   * The time meant as MJD; the first moment of what follows is not in it. Empty where the text is
   * no such date.
   */
  static Optional<Interval> mjd(String text) {
    Matcher m = text.length() > LONGEST ? null : DATE.matcher(text);
    if (m == null || !m.matches()) {
      return Optional.empty();
    }
    int parts = 1;
    while (parts < UNITS.length && m.group(parts + 1) != null) {
      parts++;
    }
    try {
      LocalDateTime start =
          LocalDateTime.of(
              part(m, 1, 1),
              part(m, 2, 1),
              part(m, 3, 1),
              part(m, 4, 0),
              part(m, 5, 0),
              part(m, 6, 0));
      if (m.group(7) != null) {
        double fraction = Double.parseDouble("0" + m.group(7));
        double instant = Mjd.of(start.plusNanos(Math.round(fraction * 1e9)));
        return Optional.of(new Interval(instant, instant));
      }
      double end = Mjd.of(start.plus(1, UNITS[parts - 1]));
      return Optional.of(new Interval(Mjd.of(start), Math.nextDown(end)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static int part(Matcher m, int group, int otherwise) {
    return m.group(group) == null ? otherwise : Integer.parseInt(m.group(group));
  }
}

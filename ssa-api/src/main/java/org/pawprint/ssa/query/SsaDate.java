package org.pawprint.ssa.query;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pawprint.ssa.query.SsaRanges.Span;

/**
 * Dates in parameters: {@code yyyy[-mm[-dd[Thh:mm[:ss[.f]]]]]}, UTC. A date that leaves parts out
 * is the whole year, month, day or minute (SSA-1.1 8.7.2); the grammar knows no fractions of a
 * second, but clients send them.
 */
final class SsaDate {
  /** Before and after every observation. */
  static final Span<LocalDateTime> EVER =
      new Span<>(LocalDateTime.of(1, 1, 1, 0, 0), LocalDateTime.of(9999, 12, 31, 23, 59));

  private static final Pattern FORM =
      Pattern.compile(
          "(\\d{4})(?:-(\\d\\d)(?:-(\\d\\d)(?:[T ](\\d\\d):(\\d\\d)(?::(\\d\\d)(?:\\.(\\d{1,9}))?)?Z?)?)?)?");

  private SsaDate() {}

  static Span<LocalDateTime> parse(String text) {
    Matcher m = FORM.matcher(text.strip());
    if (!m.matches()) {
      throw new IllegalArgumentException(
          "'" + text + "' is no date of the form yyyy[-mm[-dd[Thh:mm:ss]]]");
    }
    try {
      LocalDateTime start =
          LocalDateTime.of(
              part(m, 1, 0),
              part(m, 2, 1),
              part(m, 3, 1),
              part(m, 4, 0),
              part(m, 5, 0),
              part(m, 6, 0));
      if (m.group(6) != null) {
        LocalDateTime instant = start.plusNanos(nanos(m.group(7)));
        return new Span<>(instant, instant);
      }
      return new Span<>(start, start.plus(1, precision(m)).minus(1, ChronoUnit.MICROS));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("'" + text + "' is not in the calendar", e);
    }
  }

  private static int part(Matcher m, int group, int otherwise) {
    String digits = m.group(group);
    return digits == null ? otherwise : Integer.parseInt(digits);
  }

  private static long nanos(@Nullable String fraction) {
    return fraction == null ? 0 : Long.parseLong((fraction + "00000000").substring(0, 9));
  }

  private static ChronoUnit precision(Matcher m) {
    if (m.group(4) != null) {
      return ChronoUnit.MINUTES;
    }
    if (m.group(3) != null) {
      return ChronoUnit.DAYS;
    }
    return m.group(2) != null ? ChronoUnit.MONTHS : ChronoUnit.YEARS;
  }
}

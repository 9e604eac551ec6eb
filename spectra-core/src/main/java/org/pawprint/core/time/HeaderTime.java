package org.pawprint.core.time;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates and times of day as FITS cards spell them, all UTC: UTDATE {@code 2004:05:06}, UTDATE_V
 * {@code 2004/05/06}, DATE-OBS {@code 2004-05-06[T12:34:56.7]}, UTSTART {@code 12:34:56[.7]}.
 */
public final class HeaderTime {
  private static final Pattern DATE = Pattern.compile("(\\d{4})([-:/])(\\d{1,2})\\2(\\d{1,2})");
  private static final Pattern TIME =
      Pattern.compile("(\\d{1,2}):(\\d{1,2}):(\\d{1,2})(?:\\.(\\d*))?");
  private static final String DATE_FORMS = "yyyy:mm:dd, yyyy/mm/dd or yyyy-mm-dd";
  private static final String TIME_FORM = "hh:mm:ss[.s]";

  private HeaderTime() {}

  /**
   * The day; of a date with time, the day alone.
   *
   * @throws IllegalArgumentException naming the text and the forms that would be right
   */
  public static LocalDate date(String card) {
    String text = card.strip();
    int t = text.indexOf('T');
    return t < 0 ? day(text) : dateTime(text).toLocalDate();
  }

  /**
   * The time of day, to the nanosecond. A second of 60, which sexagesimal rounding leaves behind,
   * is refused: the card is then wrong by an unknown amount.
   *
   * @throws IllegalArgumentException naming the text and the form that would be right
   */
  public static LocalTime timeOfDay(String card) {
    Matcher m = TIME.matcher(card.strip());
    if (!m.matches()) {
      throw notA("time of day", card, TIME_FORM);
    }
    String fraction = m.group(4) == null ? "" : m.group(4);
    String nanos = (fraction + "000000000").substring(0, 9);
    try {
      return LocalTime.of(
          Integer.parseInt(m.group(1)),
          Integer.parseInt(m.group(2)),
          Integer.parseInt(m.group(3)),
          Integer.parseInt(nanos));
    } catch (DateTimeException e) {
      throw notA("time of day", card, TIME_FORM + " within 00:00:00 and 23:59:59.9");
    }
  }

  /**
   * Date and time of one card, parted by {@code T}; a trailing {@code Z} is allowed; a date alone
   * is its midnight.
   *
   * @throws IllegalArgumentException naming the text and the form that would be right
   */
  public static LocalDateTime dateTime(String card) {
    String text = card.strip();
    int t = text.indexOf('T');
    if (t < 0) {
      return day(text).atStartOfDay();
    }
    String time = text.substring(t + 1);
    if (time.endsWith("Z")) {
      time = time.substring(0, time.length() - 1);
    }
    return day(text.substring(0, t)).atTime(timeOfDay(time));
  }

  private static LocalDate day(String text) {
    Matcher m = DATE.matcher(text);
    if (!m.matches()) {
      throw notA("date", text, DATE_FORMS);
    }
    try {
      return LocalDate.of(
          Integer.parseInt(m.group(1)), Integer.parseInt(m.group(3)), Integer.parseInt(m.group(4)));
    } catch (DateTimeException e) {
      throw notA("date", text, DATE_FORMS + " of a day that exists");
    }
  }

  private static IllegalArgumentException notA(String what, String text, String right) {
    String shown = text.length() <= 100 ? text : text.substring(0, 100) + "…";
    return new IllegalArgumentException(
        "'%s' is no %s; right would be %s".formatted(shown, what, right));
  }
}

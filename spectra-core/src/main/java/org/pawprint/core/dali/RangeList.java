package org.pawprint.core.dali;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A range list of SSA 1.1, 8.7.2: items joined by commas, each a value or {@code lo/hi}, {@code
 * lo/}, {@code /hi}, {@code /}, with a step as third field; one {@code ;qualifier} after the list.
 * Items between commas may be empty and then say nothing. Ranges in reverse order mean the same.
 *
 * @param items in the order given; empty where the text had no item
 * @param qualifier e.g. {@code source}, as it came
 */
public record RangeList(List<Item> items, Optional<String> qualifier) {
  /** Longer texts are refused before they are read. */
  static final int LONGEST = 10_000;

  private static final Pattern QUALIFIER = Pattern.compile("[A-Za-z0-9_.-]{1,64}");
  private static final String NUMBER = "a finite number";
  private static final String SHAPE =
      "'lo/hi', 'lo/', '/hi' or a single value, several parted by commas, with at most one"
          + " ';qualifier' at the end, where a value is ";

  /**
   * One value or range.
   *
   * @param step spacing wanted within the range, above zero
   */
  public record Item(Interval interval, OptionalDouble step) {}

  public RangeList {
    items = List.copyOf(items);
  }

  /** Whether anything in the list overlaps the interval; an empty list leaves all open. */
  public boolean overlaps(Interval interval) {
    return items.isEmpty() || items.stream().anyMatch(i -> i.interval().overlaps(interval));
  }

  /**
   * A list of numbers.
   *
   * @throws ParameterFaults naming the parameter
   */
  public static RangeList ofNumbers(String parameter, String text) {
    return numbers(parameter, text, NUMBER, name -> Optional.empty());
  }

  /**
   * A list of numbers in which names may stand for ranges, as BAND has them.
   *
   * @param names which there are, as a fault should tell
   * @param named the range of a name, or empty for an unknown one
   * @throws ParameterFaults naming the parameter
   */
  public static RangeList ofNumbers(
      String parameter, String text, String names, Function<String, Optional<Interval>> named) {
    return numbers(parameter, text, NUMBER + ", or " + names, named);
  }

  private static RangeList numbers(
      String parameter, String text, String form, Function<String, Optional<Interval>> named) {
    Function<String, Optional<Interval>> number =
        value -> {
          OptionalDouble n = Numbers.finite(value);
          return n.isPresent()
              ? Optional.of(new Interval(n.getAsDouble(), n.getAsDouble()))
              : Optional.empty();
        };
    Function<String, Optional<Interval>> single = v -> number.apply(v).or(() -> named.apply(v));
    return new Reader(parameter, text, form, number, single).read();
  }

  /**
   * A list of dates as MJD intervals. {@code 1998} is the whole year, so {@code 1990/2000} runs to
   * the end of 2000; UTC.
   *
   * @throws ParameterFaults naming the parameter
   */
  public static RangeList ofDates(String parameter, String text) {
    String value = "a date " + ImpreciseDate.FORM;
    return new Reader(parameter, text, value, ImpreciseDate::mjd, ImpreciseDate::mjd).read();
  }

  /**
   * The grammar, over any kind of value.
   *
   * @param end reads an end of a range
   * @param single reads an item without a slash
   */
  private record Reader(
      String parameter,
      String text,
      String valueForm,
      Function<String, Optional<Interval>> end,
      Function<String, Optional<Interval>> single) {

    RangeList read() {
      if (text.length() > LONGEST) {
        throw ParameterFaults.of(parameter, text, "at most " + LONGEST + " characters");
      }
      String[] parts = text.strip().split(";", -1);
      if (parts.length > 2 || (parts.length == 2 && !QUALIFIER.matcher(parts[1]).matches())) {
        throw fault(text);
      }
      List<Item> items = new ArrayList<>();
      for (String item : parts[0].split(",", -1)) {
        if (!item.isEmpty()) {
          items.add(item(item));
        }
      }
      Optional<String> qualifier = parts.length == 2 ? Optional.of(parts[1]) : Optional.empty();
      return new RangeList(items, qualifier);
    }

    private Item item(String item) {
      String[] fields = item.split("/", -1);
      if (fields.length == 1) {
        Interval value = single.apply(item).orElseThrow(() -> fault(item));
        return new Item(value, OptionalDouble.empty());
      }
      if (fields.length > 3) {
        throw fault(item);
      }
      OptionalDouble step = fields.length == 3 ? step(fields[2], item) : OptionalDouble.empty();
      return new Item(range(fields[0], fields[1], item), step);
    }

    private Interval range(String from, String to, String item) {
      Optional<Interval> lo = bound(from, item);
      Optional<Interval> hi = bound(to, item);
      if (lo.isEmpty() || hi.isEmpty()) {
        // An open side has no order to be reversed.
        return new Interval(
            lo.map(Interval::lo).orElse(Double.NEGATIVE_INFINITY),
            hi.map(Interval::hi).orElse(Double.POSITIVE_INFINITY));
      }
      return new Interval(
          Math.min(lo.get().lo(), hi.get().lo()), Math.max(lo.get().hi(), hi.get().hi()));
    }

    private Optional<Interval> bound(String value, String item) {
      if (value.isEmpty()) {
        return Optional.empty();
      }
      return Optional.of(end.apply(value).orElseThrow(() -> fault(item)));
    }

    private OptionalDouble step(String value, String item) {
      OptionalDouble step = Numbers.finite(value);
      if (step.isEmpty() || step.getAsDouble() <= 0) {
        throw fault(item);
      }
      return step;
    }

    private ParameterFaults fault(String received) {
      return ParameterFaults.of(parameter, received, SHAPE + valueForm);
    }
  }
}

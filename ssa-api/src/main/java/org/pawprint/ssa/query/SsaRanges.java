package org.pawprint.ssa.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * A range list: items joined by commas, each a value or {@code low/high} with either end left open,
 * and perhaps a qualifier after a semicolon (SSA-1.1 8.7.2). Order of items and ends means nothing.
 *
 * @param qualifier in lower case, empty for none
 */
record SsaRanges<T extends Comparable<T>>(List<Span<T>> spans, String qualifier) {

  /** An interval with both ends included. */
  record Span<T extends Comparable<T>>(T low, T high) {
    Span {
      if (low.compareTo(high) > 0) {
        throw new IllegalArgumentException(low + " lies above " + high);
      }
    }

    /** The least span that holds both. */
    Span<T> with(Span<T> other) {
      return new Span<>(
          low.compareTo(other.low) <= 0 ? low : other.low,
          high.compareTo(other.high) >= 0 ? high : other.high);
    }
  }

  SsaRanges {
    spans = List.copyOf(spans);
  }

  /**
   * @param everything what {@code /} alone stands for
   * @param value reads one end; an imprecise one is a span of its own
   * @throws IllegalArgumentException saying what is wrong with the text
   */
  static <T extends Comparable<T>> SsaRanges<T> parse(
      String text, Span<T> everything, Function<String, Span<T>> value) {
    String[] listAndQualifier = text.split(";", -1);
    if (listAndQualifier.length > 2) {
      throw new IllegalArgumentException("only one qualifier may follow, after one semicolon");
    }
    List<Span<T>> spans = new ArrayList<>();
    for (String item : listAndQualifier[0].split(",", -1)) {
      if (!item.isBlank()) {
        spans.add(span(item, everything, value));
      }
    }
    if (spans.isEmpty()) {
      throw new IllegalArgumentException("a value or a range low/high is missing");
    }
    String qualifier = listAndQualifier.length == 2 ? listAndQualifier[1] : "";
    return new SsaRanges<>(spans, qualifier.strip().toLowerCase(Locale.ROOT));
  }

  private static <T extends Comparable<T>> Span<T> span(
      String item, Span<T> everything, Function<String, Span<T>> value) {
    String[] ends = item.split("/", -1);
    if (ends.length == 1) {
      return value.apply(ends[0]);
    }
    // A third part would be a step, which a search has no use for.
    if (ends.length > 3) {
      throw new IllegalArgumentException("'" + item + "' has too many slashes for a range");
    }
    boolean openLow = ends[0].isBlank();
    boolean openHigh = ends[1].isBlank();
    if (openLow && openHigh) {
      return everything;
    }
    if (openLow) {
      return new Span<>(everything.low(), value.apply(ends[1]).high());
    }
    Span<T> first = value.apply(ends[0]);
    return openHigh ? new Span<>(first.low(), everything.high()) : first.with(value.apply(ends[1]));
  }
}

package org.pawprint.datalink.bulk;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What an answer will hold, known before its first byte.
 *
 * @param wanted in the order of the request
 * @param missing likewise
 * @param grid of all of them; empty where each keeps its own pixels
 */
record BulkPlan(List<Wanted> wanted, List<Missing> missing, Optional<CommonGrid> grid) {

  /** Pixels of every spectrum, where all have as many. */
  OptionalInt commonPixels() {
    Optional<Integer> common = common(wanted.stream().map(Wanted::pixels));
    return common.isPresent() ? OptionalInt.of(common.get()) : OptionalInt.empty();
  }

  /** The unit of every flux, where all have the same; empty text for none. */
  String commonFluxUnit() {
    return common(wanted.stream().map(one -> one.facts().fluxUnit())).orElse("");
  }

  boolean hasErrors() {
    return wanted.stream().anyMatch(Wanted::hasSigma);
  }

  /** Length of the longest text, at least 1. */
  int longest(Function<Wanted, String> text) {
    return wanted.stream().mapToInt(one -> text.apply(one).length()).reduce(1, Math::max);
  }

  private static <T> Optional<T> common(Stream<T> values) {
    List<T> distinct = values.distinct().limit(2).toList();
    return distinct.size() == 1 ? Optional.of(distinct.get(0)) : Optional.empty();
  }
}

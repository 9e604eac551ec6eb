package org.pawprint.core.dali;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The raw parameters of a request (DALI 1.1, parameters): names in any case, values as they came,
 * order and repetition kept. Pairs without a name ({@code ?&&=x}) are passed over.
 */
public final class DaliParameters {
  private final Map<String, List<String>> values;

  private DaliParameters(Map<String, List<String>> values) {
    this.values = values;
  }

  /** From a decoded query string or form. */
  public static DaliParameters of(Map<String, String[]> pairs) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    pairs.forEach(
        (name, given) -> {
          if (!name.isBlank()) {
            values.computeIfAbsent(key(name), k -> new ArrayList<>()).addAll(List.of(given));
          }
        });
    values.replaceAll((name, given) -> List.copyOf(given));
    return new DaliParameters(values);
  }

  /** Names in upper case, in the order they first came. */
  public Set<String> names() {
    return Collections.unmodifiableSet(values.keySet());
  }

  /** Every value, empty ones too; an empty list for a parameter that did not come. */
  public List<String> values(String name) {
    return values.getOrDefault(key(name), List.of());
  }

  public boolean has(String name) {
    return values.containsKey(key(name));
  }

  /**
   * The value of a parameter that may have only one. Repeats of the same value are one value, and
   * an empty value is none.
   *
   * @throws ParameterFaults when different values came
   */
  public Optional<String> single(String name) {
    List<String> distinct =
        values(name).stream().filter(value -> !value.isBlank()).distinct().limit(2).toList();
    if (distinct.size() > 1) {
      throw ParameterFaults.of(
          key(name), distinct.get(0) + "' and '" + distinct.get(1), "one value");
    }
    return distinct.stream().findFirst();
  }

  private static String key(String name) {
    return name.toUpperCase(Locale.ROOT);
  }
}

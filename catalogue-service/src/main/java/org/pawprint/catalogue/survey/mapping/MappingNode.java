package org.pawprint.catalogue.survey.mapping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * A place in a mapping file. Whatever is wrong there becomes a line with file, key, what came and
 * what would be right; reading goes on, so that all faults are told at once.
 */
final class MappingNode {
  private final String file;
  private final String path;
  private final @Nullable Object value;
  private final List<String> faults;

  private MappingNode(String file, String path, @Nullable Object value, List<String> faults) {
    this.file = file;
    this.path = path;
    this.value = value;
    this.faults = faults;
  }

  static MappingNode root(String file, @Nullable Object document, List<String> faults) {
    return new MappingNode(file, "", document, faults);
  }

  boolean isPresent() {
    return value != null;
  }

  boolean isMap() {
    return value instanceof Map;
  }

  /** Notes a fault of this place. */
  void fault(String expected) {
    String found =
        value == null ? "nothing" : value instanceof String ? "'" + value + "'" : "" + value;
    faults.add(
        "%s: %s: found %s, expected %s"
            .formatted(file, path.isEmpty() ? "(top)" : path, found, expected));
  }

  private Map<?, ?> map() {
    return value instanceof Map<?, ?> map ? map : Map.of();
  }

  MappingNode child(String key) {
    return at(path.isEmpty() ? key : path + "." + key, map().get(key));
  }

  private MappingNode at(String place, @Nullable Object found) {
    return new MappingNode(file, place, found, faults);
  }

  /** Faults every key that is not among these. */
  void onlyKeys(String... known) {
    if (value != null && !isMap()) {
      fault("keys " + String.join(", ", known));
      return;
    }
    Set<String> allowed = Set.of(known);
    for (Object key : map().keySet()) {
      if (!allowed.contains(String.valueOf(key))) {
        child(String.valueOf(key)).unknownKey(known);
      }
    }
  }

  private void unknownKey(String... known) {
    String[] sorted = known.clone();
    Arrays.sort(sorted);
    faults.add(
        "%s: %s: found an unknown key, expected one of %s"
            .formatted(file, path, String.join(", ", sorted)));
  }

  Map<String, MappingNode> children() {
    Map<String, MappingNode> children = new LinkedHashMap<>();
    map().keySet().forEach(key -> children.put(String.valueOf(key), child(String.valueOf(key))));
    return children;
  }

  /** The elements of a list; a single value is a list of one. */
  List<MappingNode> elements() {
    if (!(value instanceof List<?> list)) {
      return value == null ? List.of() : List.of(this);
    }
    List<MappingNode> elements = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      elements.add(at(path + "[" + (i + 1) + "]", list.get(i)));
    }
    return elements;
  }

  /** Any scalar as text. */
  Optional<String> text() {
    if (value == null) {
      return Optional.empty();
    }
    if (value instanceof Map || value instanceof List || value.toString().isBlank()) {
      fault("a text");
      return Optional.empty();
    }
    return Optional.of(value.toString());
  }

  String requiredText(String expected) {
    if (value == null) {
      fault(expected);
    }
    return text().orElse("");
  }

  Optional<Double> number() {
    if (value == null) {
      return Optional.empty();
    }
    if (value instanceof Number number) {
      return Optional.of(number.doubleValue());
    }
    fault("a number");
    return Optional.empty();
  }

  /** A whole number, at least {@code least}. */
  Optional<Integer> whole(int least) {
    if (value == null) {
      return Optional.empty();
    }
    if (value instanceof Integer number && number >= least) {
      return Optional.of(number);
    }
    fault("a whole number from " + least);
    return Optional.empty();
  }

  boolean isTrue() {
    if (value != null && !(value instanceof Boolean)) {
      fault("true or false");
    }
    return Boolean.TRUE.equals(value);
  }

  /**
   * A word of a list.
   *
   * @param meaning empty for words that are not of the list
   * @param expected the list
   */
  <T> Optional<T> word(Function<String, Optional<T>> meaning, String expected) {
    Optional<T> found = text().flatMap(meaning);
    if (found.isEmpty()) {
      fault(expected);
    }
    return found;
  }

  /** As {@link #word(Function, String)}, of an enumeration spelt in lower case with underscores. */
  <T extends Enum<T>> Optional<T> word(Class<T> type) {
    Set<String> words = new TreeSet<>();
    Arrays.stream(type.getEnumConstants()).map(MappingNode::spelt).forEach(words::add);
    return word(
        text ->
            Arrays.stream(type.getEnumConstants()).filter(c -> spelt(c).equals(text)).findFirst(),
        "one of " + String.join(", ", words));
  }

  private static String spelt(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  Optional<Pattern> pattern() {
    Optional<String> text = text();
    try {
      return text.map(Pattern::compile);
    } catch (PatternSyntaxException e) {
      fault("a regular expression (" + e.getDescription() + ")");
      return Optional.empty();
    }
  }

  /** The scalar as YAML typed it: text, number or truth; null when absent. */
  @Nullable Object scalar() {
    return value instanceof Map || value instanceof List ? null : value;
  }
}

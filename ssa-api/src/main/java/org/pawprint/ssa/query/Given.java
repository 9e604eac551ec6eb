package org.pawprint.ssa.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.pawprint.core.votable.Info;

/**
 * What a request gives for the parameters we know, and what is wrong with it. Names are read in any
 * case; a parameter without a value counts as not given, as forms send those that were left empty.
 */
final class Given {
  private final Map<SsaParameter, Set<String>> values = new EnumMap<>(SsaParameter.class);
  private final List<String> faults = new ArrayList<>();

  static Given of(Map<String, List<String>> request) {
    Given given = new Given();
    request.forEach(
        (name, texts) ->
            SsaParameter.named(name).ifPresent(parameter -> given.add(parameter, texts)));
    return given;
  }

  private void add(SsaParameter parameter, List<String> texts) {
    for (String text : texts) {
      if (!text.isBlank()) {
        values.computeIfAbsent(parameter, p -> new LinkedHashSet<>()).add(text);
      }
    }
  }

  /** Every different value, in order. */
  Set<String> all(SsaParameter parameter) {
    return values.getOrDefault(parameter, Set.of());
  }

  /** Every different item of comma-separated values. */
  Set<String> items(SsaParameter parameter) {
    Set<String> items = new LinkedHashSet<>();
    for (String value : all(parameter)) {
      Arrays.stream(value.split(",")).map(String::strip).forEach(items::add);
    }
    items.remove("");
    return items;
  }

  /**
   * The value, read; empty when it was not given or cannot be read, which is noted as a fault.
   *
   * @param reader throws {@link IllegalArgumentException} saying what is wrong
   */
  <T> Optional<T> read(SsaParameter parameter, Function<String, T> reader) {
    Set<String> texts = all(parameter);
    if (texts.size() > 1 && !parameter.isList()) {
      fault(parameter, String.join("' and '", texts), "give it once");
      return Optional.empty();
    }
    return texts.stream().findFirst().flatMap(text -> read(parameter, text, reader));
  }

  /** Each value of a list parameter, read. */
  <T> List<T> readAll(SsaParameter parameter, Function<String, T> reader) {
    List<T> read = new ArrayList<>();
    for (String text : all(parameter)) {
      read(parameter, text, reader).ifPresent(read::add);
    }
    return read;
  }

  private <T> Optional<T> read(SsaParameter parameter, String text, Function<String, T> reader) {
    try {
      return Optional.of(reader.apply(text));
    } catch (IllegalArgumentException e) {
      fault(parameter, text, String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  void fault(SsaParameter parameter, String received, String reason) {
    faults.add("%s='%s': %s".formatted(parameter, received, reason));
  }

  void throwFaults() {
    if (!faults.isEmpty()) {
      throw new SsaFaults(faults);
    }
  }

  /** The request repeated (SSA-1.1 4.2.2). */
  List<Info> echo() {
    List<Info> infos = new ArrayList<>();
    BiConsumer<SsaParameter, Set<String>> echo =
        (parameter, texts) -> texts.forEach(t -> infos.add(Info.of(parameter.name(), t)));
    values.forEach(echo);
    return infos;
  }
}

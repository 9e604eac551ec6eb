package org.pawprint.ssa.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.pawprint.core.dali.DaliParameters;
import org.pawprint.core.dali.FaultCollector;
import org.pawprint.core.dali.ParameterFault;
import org.pawprint.core.votable.Info;

/**
 * What a request gives for the parameters we know, and what is wrong with it. A parameter without a
 * value counts as not given, as forms send those that were left empty.
 */
final class Given {
  private final DaliParameters request;
  private final FaultCollector faults = new FaultCollector();

  Given(DaliParameters request) {
    this.request = request;
    for (SsaParameter parameter : SsaParameter.values()) {
      all(parameter).stream()
          .filter(text -> text.indexOf(0) >= 0)
          .forEach(text -> fault(parameter, text, "text that a database can hold, without NUL"));
    }
  }

  DaliParameters request() {
    return request;
  }

  FaultCollector faults() {
    return faults;
  }

  void fault(SsaParameter parameter, String received, String expected) {
    faults.add(new ParameterFault(parameter.name(), received, expected));
  }

  /** Every different value, in order. */
  Set<String> all(SsaParameter parameter) {
    Set<String> all = new LinkedHashSet<>(request.values(parameter.name()));
    all.removeIf(String::isBlank);
    return all;
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
   * @param reader throws {@link org.pawprint.core.dali.ParameterFaults}
   */
  <T> Optional<T> read(SsaParameter parameter, Function<String, T> reader) {
    return faults.attempt(() -> request.single(parameter.name()).map(reader), Optional.<T>empty());
  }

  /** Each value of a parameter that may have several, read. */
  <T> List<T> readAll(SsaParameter parameter, Function<String, T> reader) {
    List<T> read = new ArrayList<>();
    for (String text : all(parameter)) {
      faults
          .attempt(() -> Optional.of(reader.apply(text)), Optional.<T>empty())
          .ifPresent(read::add);
    }
    return read;
  }

  /** Of the request repeated what decides which rows are found, and their order. */
  static List<Info> constraints(List<Info> echo) {
    return echo.stream().filter(info -> SsaParameter.valueOf(info.name()).isConstraint()).toList();
  }

  /** The request repeated (SSA-1.1 4.2.2). */
  List<Info> echo() {
    List<Info> infos = new ArrayList<>();
    for (SsaParameter parameter : SsaParameter.values()) {
      all(parameter).forEach(text -> infos.add(Info.of(parameter.name(), text)));
    }
    return infos;
  }
}

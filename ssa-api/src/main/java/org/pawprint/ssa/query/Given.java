package org.pawprint.ssa.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pawprint.core.dali.DaliParameters;
import org.pawprint.core.dali.FaultCollector;
import org.pawprint.core.dali.ParameterFault;
import org.pawprint.core.votable.Info;
import org.pawprint.store.search.PageStart;

/**
 * What a request gives for the parameters we know, and what is wrong with it. A parameter without a
 * value counts as not given, as forms send those that were left empty.
 */
final class Given {
  private static final int LONGEST_NAME = 40;
  private static final int MOST_ITEMS = 100;
  private static final int MOST_UNKNOWN = 10;

  private final Protocol protocol;
  private final DaliParameters request;
  private final FaultCollector faults = new FaultCollector();

  Given(Protocol protocol, DaliParameters request) {
    this.protocol = protocol;
    this.request = request;
    for (QueryParameter parameter : protocol.parameters()) {
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

  void fault(QueryParameter parameter, String received, String expected) {
    faults.add(new ParameterFault(parameter.name(), received, expected));
  }

  /** Every different value, in order. */
  Set<String> all(QueryParameter parameter) {
    Set<String> all = new LinkedHashSet<>(request.values(parameter.name()));
    all.removeIf(String::isBlank);
    return all;
  }

  /** Every different item of comma-separated values. */
  Set<String> items(QueryParameter parameter) {
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
  <T> Optional<T> read(QueryParameter parameter, Function<String, T> reader) {
    return faults.attempt(() -> request.single(parameter.name()).map(reader), Optional.<T>empty());
  }

  /** Each value of a parameter that may have several, read. */
  <T> List<T> readAll(QueryParameter parameter, Function<String, T> reader) {
    List<T> read = new ArrayList<>();
    for (String text : all(parameter)) {
      faults
          .attempt(() -> Optional.of(reader.apply(text)), Optional.<T>empty())
          .ifPresent(read::add);
    }
    return read;
  }

  /** Items of a list that each row is compared with one by one. */
  Set<String> fewItems(QueryParameter parameter) {
    Set<String> items = items(parameter);
    if (items.size() > MOST_ITEMS) {
      fault(parameter, items.size() + " names", "at most " + MOST_ITEMS);
      return Set.of();
    }
    return items;
  }

  /** The request repeated (SSA-1.1 4.2.2). */
  List<Info> echo() {
    return echo(protocol.parameters().stream());
  }

  /** Names that are none of the protocol's: they are passed over, which a user should know. */
  List<String> notes() {
    Set<String> known =
        protocol.parameters().stream().map(QueryParameter::name).collect(Collectors.toSet());
    return request.names().stream()
        .filter(name -> !known.contains(name))
        .map(name -> name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) + "…" : name)
        .limit(MOST_UNKNOWN)
        .map(name -> name + " is no parameter of this search and was passed over")
        .toList();
  }

  /** The value of PAGE, read: it has to be of a search with the same constraints. */
  Optional<PageStart> page(QueryParameter parameter, PageTokens tokens) {
    return read(parameter, text -> tokens.parse(text, constraints()));
  }

  /** Digest of what decides which rows are found, and their order. */
  String constraints() {
    return PageTokens.digest(
        protocol, echo(protocol.parameters().stream().filter(QueryParameter::isConstraint)));
  }

  private List<Info> echo(Stream<QueryParameter> parameters) {
    return parameters.flatMap(p -> all(p).stream().map(text -> Info.of(p.name(), text))).toList();
  }
}

package org.pawprint.datalink.soda;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.pawprint.core.dali.DaliParameters;
import org.pawprint.core.dali.FaultCollector;
import org.pawprint.core.dali.ParameterFault;
import org.pawprint.core.dali.ParameterFaults;
import org.pawprint.core.soda.SodaParameter;
import org.pawprint.core.spectrum.derive.Derivation;
import org.pawprint.datalink.http.ServiceFault;

/** What a request gives for the parameters we know; notes what is wrong and what will be done. */
final class SodaGiven {
  /** A polygon of a hundred corners with twelve digits a number. */
  private static final int LONGEST = 3000;

  private final DaliParameters request;
  private final FaultCollector faults = new FaultCollector();
  private final List<Derivation.Step> steps = new ArrayList<>();

  SodaGiven(DaliParameters request) {
    this.request = request;
  }

  FaultCollector faults() {
    return faults;
  }

  List<Derivation.Step> steps() {
    return steps;
  }

  void fault(SodaParameter parameter, String received, String expected) {
    faults.add(new ParameterFault(parameter.name(), received, expected));
  }

  /** Every different value; a parameter without a value counts as not given. */
  static Set<String> all(DaliParameters request, String parameter) {
    Set<String> all = new LinkedHashSet<>();
    request.values(parameter).stream()
        .map(text -> text.strip().replaceAll("\\s+", " "))
        // pyvo sends the NaN by which it holds a number that nobody gave.
        .filter(text -> !text.isEmpty() && !text.matches("(?i)nan( nan)*"))
        .forEach(all::add);
    return all;
  }

  /**
   * The value, read; empty when it was not given or cannot be read, which is noted as a fault.
   *
   * @param reader throws {@link ParameterFaults}
   * @throws ServiceFault for several values (SODA-1.0 3)
   */
  <T> Optional<T> one(SodaParameter parameter, Function<String, T> reader) {
    Set<String> all = all(request, parameter.name());
    if (all.size() > 1) {
      throw ServiceFault.multiple(
          parameter.name() + " has " + all.size() + " values, and takes one in one request");
    }
    return all.stream().findFirst().flatMap(text -> read(parameter, text, reader));
  }

  /** As {@link #one}, of what is done with the data: kept for the record. */
  <T> Optional<T> step(SodaParameter parameter, Function<String, T> reader) {
    Optional<T> value = one(parameter, reader);
    if (value.isPresent()) {
      String text = all(request, parameter.name()).iterator().next();
      steps.add(step(parameter, text.toUpperCase(Locale.ROOT)));
    }
    return value;
  }

  static Derivation.Step step(SodaParameter parameter, String value) {
    return new Derivation.Step(parameter.name(), value, parameter.unit(), parameter.ucd());
  }

  private <T> Optional<T> read(SodaParameter parameter, String text, Function<String, T> reader) {
    if (text.length() > LONGEST) {
      fault(parameter, text, "at most " + LONGEST + " characters");
      return Optional.empty();
    }
    return faults.attempt(() -> Optional.of(reader.apply(text)), Optional.<T>empty());
  }

  /** One of the words of a parameter, in any case. */
  <T extends Enum<T>> Optional<T> word(SodaParameter parameter, Class<T> type) {
    return step(
        parameter,
        text -> {
          for (T constant : type.getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(text)) {
              return constant;
            }
          }
          throw noWord(parameter, text);
        });
  }

  static ParameterFaults noWord(SodaParameter parameter, String text) {
    return ParameterFaults.of(
        parameter.name(), text, "one of " + String.join(", ", parameter.options()));
  }
}

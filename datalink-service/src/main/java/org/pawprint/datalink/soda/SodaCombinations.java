package org.pawprint.datalink.soda;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pawprint.core.dali.DaliParameters;
import org.pawprint.core.dali.ParameterFaults;
import org.pawprint.core.soda.SodaParameter;

/**
 * The requests in one job: every value of a parameter that selects data with every value of the
 * others (SODA-1.0 6: n values and m values make n·m results).
 */
final class SodaCombinations {
  /** Results of one job. */
  static final int MOST = 1000;

  private static final List<SodaParameter> SELECTING =
      List.of(
          SodaParameter.ID,
          SodaParameter.POS,
          SodaParameter.CIRCLE,
          SodaParameter.POLYGON,
          SodaParameter.SPAXEL,
          SodaParameter.BAND);

  private SodaCombinations() {}

  /**
   * In the order of the values, the ID changing last.
   *
   * @throws ParameterFaults when there are more than {@link #MOST}
   */
  static List<DaliParameters> of(DaliParameters parameters) {
    boolean oneOfSeveral =
        parameters.has(SodaParameter.COADD.name()) || parameters.has(SodaParameter.SPLICE.name());
    List<Map<String, String[]>> combinations = List.of(common(parameters));
    for (SodaParameter parameter : SELECTING) {
      Set<String> values = SodaGiven.all(parameters, parameter.name());
      boolean together = values.isEmpty() || (parameter == SodaParameter.ID && oneOfSeveral);
      if ((long) combinations.size() * Math.max(1, values.size()) > MOST && !together) {
        throw ParameterFaults.of(
            parameter.name(), values.size() + " values", "at most " + MOST + " results in one job");
      }
      combinations =
          together
              ? with(
                  combinations,
                  parameter.name(),
                  Collections.singletonList(values.toArray(String[]::new)))
              : with(
                  combinations,
                  parameter.name(),
                  values.stream().map(value -> new String[] {value}).toList());
    }
    return combinations.stream().map(DaliParameters::of).toList();
  }

  private static Map<String, String[]> common(DaliParameters parameters) {
    Map<String, String[]> common = new LinkedHashMap<>();
    for (String name : parameters.names()) {
      common.put(name, parameters.values(name).toArray(String[]::new));
    }
    SELECTING.forEach(parameter -> common.remove(parameter.name()));
    return common;
  }

  private static List<Map<String, String[]>> with(
      List<Map<String, String[]>> combinations, String name, List<String[]> choices) {
    List<Map<String, String[]>> all = new ArrayList<>();
    for (Map<String, String[]> combination : combinations) {
      for (String[] choice : choices) {
        Map<String, String[]> one = new LinkedHashMap<>(combination);
        one.put(name, choice);
        all.add(one);
      }
    }
    return all;
  }
}

package org.pawprint.datalink.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Parameters of a GET or POST, urlencoded or multipart; names without regard to case, order and
 * repetition kept (DALI 1.1, 3.1). Unknown ones are nobody's concern.
 */
public final class QueryParameters {
  private final Map<String, List<String>> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  private QueryParameters() {}

  public static QueryParameters of(HttpServletRequest request) {
    QueryParameters parameters = new QueryParameters();
    request
        .getParameterMap()
        .forEach(
            (name, texts) ->
                parameters
                    .values
                    .computeIfAbsent(name, n -> new ArrayList<>())
                    .addAll(List.of(texts)));
    return parameters;
  }

  /** All values in order, each once, empty ones too. */
  public Set<String> all(String name) {
    return new LinkedHashSet<>(values.getOrDefault(name, List.of()));
  }

  /**
   * The value of a parameter that may be given once; an empty one counts as not given.
   *
   * @throws ServiceFault when there are several different ones
   */
  public Optional<String> single(String name) {
    Set<String> given = all(name);
    given.remove("");
    if (given.size() > 1) {
      throw ServiceFault.usage(
          "%s is given %d times, received %s; it may be given once"
              .formatted(
                  name.toUpperCase(Locale.ROOT),
                  given.size(),
                  ServiceFault.quote(String.join("', '", given))));
    }
    return given.stream().findFirst();
  }

  /**
   * Like {@link #single}, for a parameter without which there is no answer.
   *
   * @param form what would be right, for the fault
   */
  public String required(String name, String form) {
    return single(name)
        .orElseThrow(() -> ServiceFault.usage(name + " is missing; expected " + form));
  }
}

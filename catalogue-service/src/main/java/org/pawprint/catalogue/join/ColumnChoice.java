package org.pawprint.catalogue.join;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Columns that the operator names, each as {@code COLUMN} or {@code COLUMN[unit]}. */
public final class ColumnChoice {
  private static final Pattern WITH_UNIT = Pattern.compile("(.+)\\[([^\\[\\]]*)\\]");

  private final Map<TargetQuantity, Chosen> chosen = new EnumMap<>(TargetQuantity.class);

  /** A column by name, and the unit the operator vouches for. */
  record Chosen(String column, Optional<String> unit) {}

  /**
   * @param given texts by quantity; a quantity that is missing is looked for
   */
  public ColumnChoice(Map<TargetQuantity, String> given) {
    given.forEach(
        (quantity, text) -> {
          Matcher withUnit = WITH_UNIT.matcher(text);
          chosen.put(
              quantity,
              withUnit.matches()
                  ? new Chosen(withUnit.group(1).strip(), Optional.of(withUnit.group(2).strip()))
                  : new Chosen(text.strip(), Optional.empty()));
        });
  }

  Optional<Chosen> of(TargetQuantity quantity) {
    return Optional.ofNullable(chosen.get(quantity));
  }
}

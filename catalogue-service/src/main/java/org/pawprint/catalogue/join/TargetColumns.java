package org.pawprint.catalogue.join;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pawprint.catalogue.join.ColumnChoice.Chosen;
import uk.ac.starlink.table.ColumnInfo;

/**
 * Which columns of a table are read as what: those the operator names, else by UCD, else by name.
 */
final class TargetColumns {
  private static final int COLUMNS_SHOWN = 40;

  private final List<ColumnInfo> table;
  private final Map<TargetQuantity, Used> used = new EnumMap<>(TargetQuantity.class);

  /**
   * A column in use.
   *
   * @param unit as told by the table or the operator; blank where nobody told
   */
  record Used(int index, String column, String unit) {}

  /**
   * @throws UnfitTable when a column is missing, not numeric, or in another unit
   */
  TargetColumns(List<ColumnInfo> table, ColumnChoice choice) throws UnfitTable {
    this.table = table;
    for (TargetQuantity quantity : TargetQuantity.values()) {
      Optional<Chosen> chosen = choice.of(quantity);
      Optional<Integer> index =
          chosen.isPresent() ? Optional.of(named(quantity, chosen.get())) : found(quantity);
      if (index.isPresent()) {
        String unit = chosen.flatMap(Chosen::unit).orElse(unit(index.get()));
        used.put(quantity, checked(quantity, index.get(), unit));
      }
    }
    requireEnough();
  }

  Optional<Used> of(TargetQuantity quantity) {
    return Optional.ofNullable(used.get(quantity));
  }

  /** What is kept of the choice, by the word of the quantity. */
  Map<String, Map<String, String>> asMap() {
    Map<String, Map<String, String>> map = new LinkedHashMap<>();
    used.forEach(
        (quantity, column) ->
            map.put(
                quantity.word(),
                column.unit().isBlank()
                    ? Map.of("column", column.column())
                    : Map.of("column", column.column(), "unit", column.unit())));
    return map;
  }

  private int named(TargetQuantity quantity, Chosen chosen) throws UnfitTable {
    List<Integer> exact = where(c -> c.getName().equals(chosen.column()));
    List<Integer> similar =
        exact.isEmpty() ? where(c -> c.getName().equalsIgnoreCase(chosen.column())) : exact;
    if (similar.size() != 1) {
      throw new UnfitTable(
          "--%s: the table has %s column '%s'; it has %s"
              .formatted(
                  quantity.word(),
                  similar.isEmpty() ? "no" : "more than one",
                  chosen.column(),
                  names()));
    }
    return similar.get(0);
  }

  private Optional<Integer> found(TargetQuantity quantity) {
    for (String ucd : quantity.ucds()) {
      List<Integer> columns = where(c -> ucd.equalsIgnoreCase(text(c.getUCD())));
      if (columns.size() == 1) {
        return Optional.of(columns.get(0));
      }
    }
    for (String name : quantity.names()) {
      List<Integer> columns = where(c -> name.equals(c.getName().toLowerCase(Locale.ROOT)));
      if (columns.size() == 1) {
        return Optional.of(columns.get(0));
      }
    }
    return Optional.empty();
  }

  private List<Integer> where(Predicate<ColumnInfo> condition) {
    List<Integer> indices = new ArrayList<>();
    for (int i = 0; i < table.size(); i++) {
      if (condition.test(table.get(i))) {
        indices.add(i);
      }
    }
    return indices;
  }

  private String unit(int index) {
    return text(table.get(index).getUnitString());
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text.strip();
  }

  private Used checked(TargetQuantity quantity, int index, String unit) throws UnfitTable {
    ColumnInfo column = table.get(index);
    boolean numeric = Number.class.isAssignableFrom(column.getContentClass());
    if (quantity.isNumber() && !numeric) {
      String told = unit.isBlank() ? "text" : "text in " + unit;
      throw new UnfitTable(
          "column '%s' (--%s) holds %s, not numbers; give decimal numbers in %s"
              .formatted(column.getName(), quantity.word(), told, quantity.unit()));
    }
    if (quantity.isNumber() && !quantity.accepts(unit)) {
      throw new UnfitTable(
          "column '%s' (--%s) is in '%s'; it must be %s, or name another with --%s COLUMN[unit]"
              .formatted(
                  column.getName(), quantity.word(), unit, quantity.unit(), quantity.word()));
    }
    return new Used(index, column.getName(), unit);
  }

  private void requireEnough() throws UnfitTable {
    if (!used.containsKey(TargetQuantity.KEY)) {
      throw new UnfitTable(
          "no column tells which target a row is of; name one with --key; there are " + names());
    }
    if (used.containsKey(TargetQuantity.RA) != used.containsKey(TargetQuantity.DEC)) {
      TargetQuantity missing =
          used.containsKey(TargetQuantity.RA) ? TargetQuantity.DEC : TargetQuantity.RA;
      throw new UnfitTable(
          "half a position: no column for --%s; there are %s".formatted(missing.word(), names()));
    }
    if (!used.containsKey(TargetQuantity.RA)
        && !used.containsKey(TargetQuantity.REDSHIFT)
        && !used.containsKey(TargetQuantity.RV)) {
      throw new UnfitTable(
          "no column holds a position, a redshift or a velocity; name one with --ra and --dec,"
              + " --redshift or --rv; there are "
              + names());
    }
  }

  private String names() {
    String shown =
        table.stream()
            .limit(COLUMNS_SHOWN)
            .map(ColumnInfo::getName)
            .collect(Collectors.joining(", "));
    return table.size() > COLUMNS_SHOWN
        ? shown + " and " + (table.size() - COLUMNS_SHOWN) + " more"
        : shown;
  }
}

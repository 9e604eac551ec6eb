package org.pawprint.catalogue.survey.mapping;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pawprint.core.fits.FitsFile;
import org.pawprint.core.fits.FitsHdu;
import org.pawprint.core.fits.FitsTable;
import org.pawprint.core.obscore.ColumnType;
import org.pawprint.core.obscore.ObsCoreColumn;

/**
 * Where one value comes from: a card, a column of the targets' table, or the mapping itself.
 *
 * @param time card with the time of day that belongs to the date in {@code card}
 * @param unit empty where the value is in the catalogue's unit or has none
 * @param nulls texts that stand for null
 */
record ValueSource(
    HduName hdu,
    Optional<String> card,
    Optional<String> time,
    Optional<String> column,
    @Nullable Object constant,
    Optional<ValueUnit> unit,
    Set<String> nulls) {

  /**
   * A map of keys, or a bare constant.
   *
   * @param target the column that gets the value; empty for names and units
   */
  static ValueSource read(MappingNode node, Optional<ObsCoreColumn> target) {
    if (!node.isMap()) {
      return new ValueSource(
          HduName.PRIMARY,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          node.scalar(),
          Optional.empty(),
          Set.of());
    }
    node.onlyKeys("hdu", "card", "time", "column", "constant", "unit", "nulls");
    Set<String> nulls = new LinkedHashSet<>();
    node.child("nulls").elements().forEach(n -> n.text().ifPresent(nulls::add));
    ValueSource source =
        new ValueSource(
            HduName.of(node.child("hdu")),
            node.child("card").text(),
            node.child("time").text(),
            node.child("column").text(),
            node.child("constant").scalar(),
            unit(node.child("unit"), target),
            nulls);
    source.check(node);
    return source;
  }

  private static Optional<ValueUnit> unit(MappingNode node, Optional<ObsCoreColumn> target) {
    if (!node.isPresent()) {
      return Optional.empty();
    }
    Optional<ValueUnit> unit = node.word(ValueUnit.class);
    String wanted = target.map(ObsCoreColumn::unit).orElse("");
    if (unit.filter(u -> !u.target().equals(wanted)).isPresent()) {
      node.fault(wanted.isEmpty() ? "no unit here" : "a unit that converts to " + wanted);
    }
    return unit;
  }

  private void check(MappingNode node) {
    int given =
        (card.isPresent() ? 1 : 0) + (column.isPresent() ? 1 : 0) + (constant == null ? 0 : 1);
    if (given != 1) {
      node.fault("exactly one of card, column and constant");
    }
    if (time.isPresent() && unit.filter(u -> u == ValueUnit.DATE).isEmpty()) {
      node.child("time").fault("unit: date beside it");
    }
  }

  /** The text at the source; empty when there is none or it stands for null. */
  Optional<String> text(FitsFile fits, Optional<FitsTable> targets, int row) {
    Optional<String> text =
        card.isPresent()
            ? hdu.in(fits).flatMap(this::cardText)
            : column.isPresent()
                ? targets.filter(t -> t.has(column.get())).flatMap(t -> t.text(column.get(), row))
                : Optional.ofNullable(constant).map(Object::toString);
    return text.map(String::strip).filter(t -> !t.isEmpty() && !isNull(t));
  }

  private Optional<String> cardText(FitsHdu found) {
    Optional<String> text = found.header().text(card.orElse(""));
    if (time.isEmpty()) {
      return text;
    }
    Optional<String> clock = found.header().text(time.get());
    return text.flatMap(date -> clock.map(c -> date.strip() + "T" + c.strip()));
  }

  /** Sentinels are compared as numbers where both are some: {@code -9.99} is {@code -9.990}. */
  private boolean isNull(String text) {
    Optional<Double> number = ValueUnit.number(text);
    return nulls.stream()
        .anyMatch(
            sentinel ->
                sentinel.equals(text)
                    || (number.isPresent() && ValueUnit.number(sentinel).equals(number)));
  }

  /**
   * The value as a column of the catalogue wants it, or null.
   *
   * @throws IllegalArgumentException when the text is no value of that kind
   */
  @Nullable Object value(
      ObsCoreColumn target, FitsFile fits, Optional<FitsTable> targets, int row) {
    Optional<String> text = text(fits, targets, row);
    if (text.isEmpty() || target.type() == ColumnType.STRING) {
      return text.orElse(null);
    }
    Optional<Double> number =
        unit.isPresent() ? unit.get().convert(text.get()) : ValueUnit.number(text.get());
    double value =
        number.orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%s from %s: found '%s', expected %s"
                        .formatted(
                            target.column(),
                            card.or(() -> column).orElse("constant"),
                            text.get(),
                            unit.map(u -> "a value in " + u.word()).orElse("a number"))));
    return switch (target.type()) {
      case INT -> (int) value;
      case LONG -> (long) value;
      default -> value;
    };
  }
}

package org.pawprint.catalogue.join;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pawprint.catalogue.join.TargetColumns.Used;
import org.pawprint.core.sky.SkyPosition;
import org.pawprint.store.catalogue.Target;
import org.pawprint.store.catalogue.TargetRow;
import org.pawprint.store.catalogue.TargetTables;
import uk.ac.starlink.table.ColumnInfo;
import uk.ac.starlink.table.RowSequence;

/**
 * Reads rows of a table as targets. Blank cells and the values by which surveys say "none" are
 * absent; a position outside the sphere ends the reading.
 */
final class TargetRows implements TargetTables.Rows {
  /** Below this, z is no redshift but a word for none: −9.999, −99. */
  private static final double LEAST_REDSHIFT = -0.1;

  /** From here on, a velocity is no star's or galaxy's but a word for none: 9999, −9999. */
  private static final double LARGEST_RV = 9999;

  /** At −99 or below, a coordinate is a word for none. */
  private static final double NO_COORDINATE = -99;

  private final RowSequence sequence;
  private final TargetColumns columns;
  private final RowJson json;
  private final CelestialRange range = new CelestialRange();
  private long row;

  TargetRows(RowSequence sequence, List<ColumnInfo> infos, TargetColumns columns) {
    this.sequence = sequence;
    this.columns = columns;
    this.json = new RowJson(infos.stream().map(ColumnInfo::getName).toList());
  }

  @Override
  public @Nullable TargetRow next() throws IOException {
    if (!sequence.next()) {
      sequence.close();
      checkUnitOfPositions();
      return null;
    }
    row++;
    Object[] cells = sequence.getRow();
    Target target =
        new Target(
            position(cells),
            number(cells, TargetQuantity.REDSHIFT).filter(z -> z >= LEAST_REDSHIFT),
            number(cells, TargetQuantity.RV).filter(v -> Math.abs(v) < LARGEST_RV),
            text(cells, TargetQuantity.NAME));
    return new TargetRow(text(cells, TargetQuantity.KEY).orElse(null), target, json.of(cells));
  }

  private Optional<SkyPosition> position(Object[] cells) throws UnfitTable {
    Optional<Double> ra = number(cells, TargetQuantity.RA);
    Optional<Double> dec = number(cells, TargetQuantity.DEC);
    if (ra.isEmpty() || dec.isEmpty() || ra.get() <= NO_COORDINATE || dec.get() <= NO_COORDINATE) {
      return Optional.empty();
    }
    if (!(ra.get() >= 0 && ra.get() <= 360 && Math.abs(dec.get()) <= 90)) {
      throw new UnfitTable(
          "row %d: position %s, %s is not within 0 to 360 and -90 to 90 degrees"
              .formatted(row, ra.get(), dec.get()));
    }
    range.add(ra.get(), dec.get());
    return Optional.of(new SkyPosition(ra.get(), dec.get()));
  }

  private void checkUnitOfPositions() throws UnfitTable {
    Optional<Used> silent = columns.of(TargetQuantity.RA).filter(c -> c.unit().isBlank());
    if (silent.isPresent() && range.looksLikeRadians()) {
      throw new UnfitTable(
          "column '%s' tells no unit, and all positions would fit radians; if they are degrees, say --ra '%s[deg]'"
              .formatted(silent.get().column(), silent.get().column()));
    }
  }

  private Optional<Double> number(Object[] cells, TargetQuantity quantity) {
    return columns
        .of(quantity)
        .map(column -> cells[column.index()])
        .map(cell -> decimal((Number) cell))
        .filter(Double::isFinite);
  }

  /** A float32 is meant as the decimal it was written from: 0.1f is 0.1. */
  private static double decimal(Number cell) {
    return cell instanceof Float f ? Double.parseDouble(f.toString()) : cell.doubleValue();
  }

  private Optional<String> text(Object[] cells, TargetQuantity quantity) {
    return columns
        .of(quantity)
        .map(column -> cells[column.index()])
        .map(TargetRows::word)
        .filter(word -> !word.isEmpty());
  }

  /** A whole number is written without a point, whatever its type in the table. */
  private static String word(Object cell) {
    if (cell instanceof Double d && d == Math.rint(d) && Math.abs(d) < 1e15) {
      return String.valueOf(d.longValue());
    }
    return cell.toString().strip();
  }
}

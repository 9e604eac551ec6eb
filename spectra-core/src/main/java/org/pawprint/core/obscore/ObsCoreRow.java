package org.pawprint.core.obscore;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The values of one catalogue row, a null where unknown. Immutable; made by a {@link Builder}.
 * Doubles are finite: a NaN or an infinity counts as unknown.
 */
public final class ObsCoreRow {
  private static final ObsCoreColumn[] COLUMNS = ObsCoreColumn.values();

  private final @Nullable Object[] values;

  private ObsCoreRow(@Nullable Object[] values) {
    this.values = values;
  }

  public static Builder builder() {
    return new Builder(new Object[COLUMNS.length]);
  }

  /** The value, of the Java type of the column, or null. */
  public @Nullable Object value(ObsCoreColumn column) {
    return values[column.ordinal()];
  }

  public Optional<String> text(ObsCoreColumn column) {
    return Optional.ofNullable((String) values[column.ordinal()]);
  }

  public Optional<Double> number(ObsCoreColumn column) {
    return Optional.ofNullable((Number) values[column.ordinal()]).map(Number::doubleValue);
  }

  /**
   * @throws IllegalStateException when the value is unknown
   */
  public String requiredText(ObsCoreColumn column) {
    return text(column).orElseThrow(() -> missing(column));
  }

  /**
   * @throws IllegalStateException when the value is unknown
   */
  public double requiredNumber(ObsCoreColumn column) {
    return number(column).orElseThrow(() -> missing(column));
  }

  private static IllegalStateException missing(ObsCoreColumn column) {
    return new IllegalStateException("row has no " + column.column());
  }

  /** A builder that begins with the values of this row. */
  public Builder toBuilder() {
    return new Builder(values.clone());
  }

  /** Collects values; each is checked against the type of its column. */
  public static final class Builder {
    private @Nullable Object[] values;

    private Builder(@Nullable Object[] values) {
      this.values = values;
    }

    /**
     * Sets a value; null, an empty string, NaN and infinities mean unknown.
     *
     * @throws IllegalArgumentException when the value is not of the column's type
     */
    public Builder set(ObsCoreColumn column, @Nullable Object value) {
      Object kept = value;
      if (value instanceof Double d && !Double.isFinite(d)) {
        kept = null;
      } else if (value instanceof String s && s.isEmpty()) {
        kept = null;
      } else if (value instanceof Integer i && column.type() == ColumnType.LONG) {
        kept = i.longValue();
      }
      if (kept != null && !column.type().javaType().isInstance(kept)) {
        throw new IllegalArgumentException(
            column.column() + " is " + column.type() + ", not " + kept.getClass().getSimpleName());
      }
      values[column.ordinal()] = kept;
      return this;
    }

    public ObsCoreRow build() {
      return new ObsCoreRow(values.clone());
    }
  }
}

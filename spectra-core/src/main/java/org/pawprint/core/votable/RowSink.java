package org.pawprint.core.votable;

import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Takes the cells of a table, row by row, in the order of its fields. A row reaches the stream only
 * when it is complete.
 *
 * <p>Each method throws {@link IllegalStateException} when the next field is of another type, or
 * when there is none. Arrays of a fixed size must have it.
 */
public interface RowSink {
  /** An unknown value, for a field of any type. */
  void nullCell();

  /** For whole-number fields; the value must fit the field's type. */
  void cell(long value);

  /** For float and double fields; NaN is an unknown value. */
  void cell(double value);

  void cell(boolean value);

  /** For char fields; null is an unknown value. */
  void cell(@Nullable CharSequence text);

  /** For char fields: a DALI timestamp, UTC to the millisecond, without zone. */
  void cell(Instant utc);

  /** For float and double arrays; NaN elements are unknown. */
  void cell(double[] values);

  /** For float and double arrays; NaN elements are unknown. */
  void cell(float[] values);

  /** For whole-number arrays. */
  void cell(long[] values);

  /** For unsignedByte arrays. */
  void cell(byte[] values);

  /**
   * Ends the row.
   *
   * @throws IllegalStateException when cells are missing
   * @throws IOException from the stream below
   */
  void endRow() throws IOException;

  /**
   * A value of a type that one of the other methods takes (whole numbers of any width), or null.
   */
  default void value(@Nullable Object value) {
    if (value == null) {
      nullCell();
    } else if (value instanceof CharSequence text) {
      cell(text);
    } else if (value instanceof Double || value instanceof Float) {
      cell(((Number) value).doubleValue());
    } else if (value instanceof Long || value instanceof Integer || value instanceof Short) {
      cell(((Number) value).longValue());
    } else if (value instanceof Boolean flag) {
      cell(flag.booleanValue());
    } else if (value instanceof Instant instant) {
      cell(instant);
    } else if (value instanceof double[] array) {
      cell(array);
    } else if (value instanceof float[] array) {
      cell(array);
    } else {
      throw new IllegalStateException("a cell of type " + value.getClass().getName());
    }
  }
}

package org.pawprint.store.search;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyOut;

/**
 * The rows of one {@code COPY … TO STDOUT (FORMAT binary)}, one at a time (PostgreSQL manual, COPY,
 * "Binary Format"). Values are decoded when asked for: a getter of the driver costs several times
 * as much, and an answer has dozens of columns. Columns count from 0.
 */
final class CopiedRow {
  /** Signature, flags and length of the header's extension. */
  private static final int HEADER_BYTES = 19;

  private static final int TRAILER = -1;
  private static final int NULL = -1;
  private static final long EPOCH_2000 = Instant.parse("2000-01-01T00:00:00Z").getEpochSecond();
  private static final long MICROS = 1_000_000;

  private final CopyOut copy;
  private final int[] starts;
  private final int[] lengths;
  private ByteBuffer bytes = ByteBuffer.allocate(0);
  private int rowStart;
  private int rowEnd;
  private boolean started;

  CopiedRow(CopyOut copy, int columns) {
    this.copy = copy;
    this.starts = new int[columns];
    this.lengths = new int[columns];
  }

  /** Moves on to the next row; false after the last. */
  boolean next() throws SQLException {
    rowStart = rowEnd;
    if (!started) {
      started = true;
      while (bytes.limit() < HEADER_BYTES) {
        more();
      }
      rowStart = HEADER_BYTES;
    }
    // A row comes in one message today, which the protocol does not promise.
    while (!isWhole()) {
      more();
    }
    if (bytes.getShort(rowStart) == TRAILER) {
      finish();
      return false;
    }
    return true;
  }

  /** Finds the values of the row that begins at {@link #rowStart}, if all of it is there. */
  private boolean isWhole() {
    int at = rowStart + Short.BYTES;
    if (at > bytes.limit()) {
      return false;
    }
    int fields = bytes.getShort(rowStart);
    if (fields == TRAILER) {
      return true;
    }
    if (fields != starts.length) {
      throw new IllegalStateException(fields + " columns came, expected " + starts.length);
    }
    for (int i = 0; i < fields; i++) {
      if (at + Integer.BYTES > bytes.limit()) {
        return false;
      }
      int length = bytes.getInt(at);
      at += Integer.BYTES;
      starts[i] = at;
      lengths[i] = length;
      at += Math.max(0, length);
    }
    rowEnd = at;
    return at <= bytes.limit();
  }

  /** Appends the next message to what is left of the row. */
  private void more() throws SQLException {
    byte[] message = copy.readFromCopy();
    if (message == null) {
      throw new SQLException("the copy ended within a row", "08006");
    }
    int left = bytes.limit() - rowStart;
    if (left == 0) {
      bytes = ByteBuffer.wrap(message);
    } else {
      byte[] joined = new byte[left + message.length];
      bytes.get(rowStart, joined, 0, left);
      System.arraycopy(message, 0, joined, left, message.length);
      bytes = ByteBuffer.wrap(joined);
    }
    rowStart = 0;
  }

  /** Behind the trailer comes the end of the command, which has to be read too. */
  private void finish() throws SQLException {
    rowEnd = rowStart;
    while (copy.isActive() && copy.readFromCopy() != null) {
      // Nothing comes behind the trailer.
    }
  }

  /** Whether the copy is over after at most so many more rows, which nobody wants. */
  boolean endsWithin(int rows) throws SQLException {
    for (int i = 0; i < rows && copy.isActive(); i++) {
      if (!next()) {
        return true;
      }
    }
    return !copy.isActive();
  }

  private boolean isNull(int column) {
    return lengths[column] == NULL;
  }

  @Nullable String text(int column) {
    return isNull(column)
        ? null
        : new String(bytes.array(), starts[column], lengths[column], StandardCharsets.UTF_8);
  }

  /** Of a {@code double precision} column; NaN for unknown. */
  double number(int column) {
    return isNull(column) ? Double.NaN : bytes.getDouble(starts[column]);
  }

  /** Of an {@code integer} or {@code bigint} column. */
  @Nullable Long integer(int column) {
    if (isNull(column)) {
      return null;
    }
    return lengths[column] == Integer.BYTES
        ? (long) bytes.getInt(starts[column])
        : bytes.getLong(starts[column]);
  }

  /** Of a {@code timestamp with time zone} column: microseconds since 2000 in UTC. */
  @Nullable Instant instant(int column) {
    if (isNull(column)) {
      return null;
    }
    long micros = bytes.getLong(starts[column]);
    return Instant.ofEpochSecond(
        EPOCH_2000 + Math.floorDiv(micros, MICROS), Math.floorMod(micros, MICROS) * 1000);
  }

  boolean flag(int column) {
    return !isNull(column) && bytes.get(starts[column]) != 0;
  }
}

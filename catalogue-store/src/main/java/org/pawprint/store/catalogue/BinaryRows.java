package org.pawprint.store.catalogue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Rows on their way into one table by {@code COPY … FROM STDIN (FORMAT binary)} (PostgreSQL manual,
 * COPY, "Binary Format"). Values must come in the order of the columns named.
 */
final class BinaryRows implements AutoCloseable {
  private static final byte[] SIGNATURE =
      "PGCOPY\n\377\r\n\0".getBytes(StandardCharsets.ISO_8859_1);
  private static final Instant EPOCH_2000 = Instant.parse("2000-01-01T00:00:00Z");
  private static final int CHUNK = 1 << 16;

  private final CopyIn copy;
  private final int columns;
  private ByteBuffer buffer = ByteBuffer.allocate(2 * CHUNK);

  private BinaryRows(CopyIn copy, int columns) {
    this.copy = copy;
    this.columns = columns;
    buffer.put(SIGNATURE).putInt(0).putInt(0);
  }

  static BinaryRows into(Connection connection, String table, String... columns)
      throws SQLException {
    String sql =
        "COPY " + table + " (" + String.join(", ", columns) + ") FROM STDIN (FORMAT binary)";
    return new BinaryRows(
        connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql), columns.length);
  }

  BinaryRows row() throws SQLException {
    if (buffer.position() > CHUNK) {
      flush();
    }
    room(2).putShort((short) columns);
    return this;
  }

  BinaryRows bool(boolean value) {
    room(5).putInt(1).put((byte) (value ? 1 : 0));
    return this;
  }

  BinaryRows int2(int value) {
    room(6).putInt(2).putShort((short) value);
    return this;
  }

  BinaryRows int4(int value) {
    room(8).putInt(4).putInt(value);
    return this;
  }

  BinaryRows int8(long value) {
    room(12).putInt(8).putLong(value);
    return this;
  }

  BinaryRows float8(double value) {
    room(12).putInt(8).putDouble(value);
    return this;
  }

  BinaryRows time(Instant value) {
    return int8(
        Math.addExact(
            Math.multiplyExact(value.getEpochSecond() - EPOCH_2000.getEpochSecond(), 1_000_000L),
            value.getNano() / 1000));
  }

  /** Text without NUL characters, which PostgreSQL cannot hold. */
  BinaryRows text(String value) {
    byte[] bytes = value.replace("\0", "").getBytes(StandardCharsets.UTF_8);
    room(4 + bytes.length).putInt(bytes.length).put(bytes);
    return this;
  }

  /** JSON text as {@code jsonb}: its binary form has a version byte before the text. */
  BinaryRows jsonb(String json) {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    room(5 + bytes.length).putInt(1 + bytes.length).put((byte) 1).put(bytes);
    return this;
  }

  BinaryRows none() {
    room(4).putInt(-1);
    return this;
  }

  /** A value by its Java type: String, Integer, Long, Double, Instant or null. */
  BinaryRows value(@Nullable Object value) {
    if (value == null) {
      return none();
    } else if (value instanceof String s) {
      return text(s);
    } else if (value instanceof Double d) {
      return float8(d);
    } else if (value instanceof Long l) {
      return int8(l);
    } else if (value instanceof Integer i) {
      return int4(i);
    } else if (value instanceof Instant t) {
      return time(t);
    }
    throw new IllegalArgumentException("no binary form for " + value.getClass());
  }

  private ByteBuffer room(int bytes) {
    if (buffer.remaining() < bytes) {
      ByteBuffer larger =
          ByteBuffer.allocate(Math.max(2 * buffer.capacity(), buffer.position() + bytes));
      larger.put(buffer.flip());
      buffer = larger;
    }
    return buffer;
  }

  private void flush() throws SQLException {
    copy.writeToCopy(buffer.array(), 0, buffer.position());
    buffer.clear();
  }

  /** Ends the copy; returns the rows written. */
  long finish() throws SQLException {
    room(2).putShort((short) -1);
    flush();
    return copy.endCopy();
  }

  @Override
  public void close() throws SQLException {
    if (copy.isActive()) {
      copy.cancelCopy();
    }
  }
}

package org.pawprint.core.fits;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pawprint.core.votable.DataType;
import org.pawprint.core.votable.Field;
import org.pawprint.core.votable.RowSink;

/**
 * A FITS file with one binary table of any number of rows. The header has to say how many rows
 * there are and how long the longest text of a column is, so rows wait in a file of their own until
 * {@link #writeTo}; memory does not grow with them. Columns of arrays need a fixed length. Unknown
 * numbers are NaN or TNULL, unknown texts blank; text is cut to printable ASCII.
 */
public final class FitsRows implements RowSink, AutoCloseable {
  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS").withZone(ZoneOffset.UTC);
  private static final int CHUNK_ROWS = 256;

  private final List<Field> fields;
  private final String extname;
  private final Path waiting;
  private final DataOutputStream rows;
  private final int[] widths;
  private long count;
  private int next;

  /**
   * @param folder for the rows that wait
   */
  public FitsRows(String extname, List<Field> fields, Path folder) throws IOException {
    this.extname = extname;
    this.fields = List.copyOf(fields);
    this.widths = new int[fields.size()];
    Arrays.fill(widths, 1);
    this.waiting = Files.createTempFile(folder, "rows", ".tmp");
    this.rows = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(waiting)));
  }

  private Field advance() {
    if (next == fields.size()) {
      throw new IllegalStateException("a row has only " + next + " cells");
    }
    return fields.get(next++);
  }

  @Override
  public void nullCell() {
    Field field = advance();
    try {
      switch (field.datatype()) {
        case LONG -> rows.writeLong(Long.MIN_VALUE);
        case INT -> rows.writeInt(Integer.MIN_VALUE);
        case SHORT -> rows.writeShort(Short.MIN_VALUE);
        case DOUBLE -> repeat(field, () -> rows.writeDouble(Double.NaN));
        case FLOAT -> repeat(field, () -> rows.writeFloat(Float.NaN));
        case CHAR -> rows.writeInt(0);
        default -> rows.writeByte(0);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private interface Write {
    void one() throws IOException;
  }

  private static void repeat(Field field, Write write) throws IOException {
    for (int i = 0; i < elements(field); i++) {
      write.one();
    }
  }

  private static int elements(Field field) {
    return field.arraysize().isEmpty() ? 1 : Integer.parseInt(field.arraysize());
  }

  @Override
  public void cell(long value) {
    Field field = advance();
    try {
      switch (field.datatype()) {
        case LONG -> rows.writeLong(value);
        case INT -> rows.writeInt(Math.toIntExact(value));
        case SHORT -> rows.writeShort((short) value);
        default -> throw new IllegalStateException("field " + field + " was given " + value);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void cell(double value) {
    cell(new double[] {value});
  }

  @Override
  public void cell(boolean value) {
    advance();
    try {
      rows.writeByte(value ? 'T' : 'F');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void cell(@Nullable CharSequence text) {
    int column = next;
    advance();
    byte[] ascii =
        text == null
            ? new byte[0]
            : text.toString().replaceAll("[^ -~]", "?").getBytes(StandardCharsets.US_ASCII);
    widths[column] = Math.max(widths[column], ascii.length);
    try {
      rows.writeInt(ascii.length);
      rows.write(ascii);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void cell(Instant utc) {
    cell(TIMESTAMP.format(utc));
  }

  @Override
  public void cell(double[] values) {
    Field field = advance();
    if (elements(field) != values.length) {
      throw new IllegalStateException("field " + field + " was given " + values.length);
    }
    try {
      for (double value : values) {
        if (field.datatype() == DataType.FLOAT) {
          rows.writeFloat((float) value);
        } else {
          rows.writeDouble(value);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void cell(float[] values) {
    double[] wide = new double[values.length];
    for (int i = 0; i < wide.length; i++) {
      wide[i] = values[i];
    }
    cell(wide);
  }

  @Override
  public void cell(long[] values) {
    throw new IllegalStateException("no column of whole-number arrays is written as FITS");
  }

  @Override
  public void cell(byte[] values) {
    throw new IllegalStateException("no column of byte arrays is written as FITS");
  }

  @Override
  public void endRow() {
    if (next != fields.size()) {
      throw new IllegalStateException("a row of " + next + " cells where " + fields.size());
    }
    next = 0;
    count++;
  }

  private int width(int column) {
    Field field = fields.get(column);
    return switch (field.datatype()) {
      case LONG -> Long.BYTES;
      case INT -> Integer.BYTES;
      case SHORT -> Short.BYTES;
      case DOUBLE -> elements(field) * Double.BYTES;
      case FLOAT -> elements(field) * Float.BYTES;
      case CHAR -> widths[column];
      default -> 1;
    };
  }

  private String form(int column) {
    Field field = fields.get(column);
    return switch (field.datatype()) {
      case LONG -> "K";
      case INT -> "J";
      case SHORT -> "I";
      case DOUBLE -> elements(field) + "D";
      case FLOAT -> elements(field) + "E";
      case CHAR -> widths[column] + "A";
      case BOOLEAN -> "L";
      default -> "B";
    };
  }

  /** Writes the whole file; the stream is flushed, not closed. */
  public void writeTo(OutputStream out) throws IOException {
    rows.flush();
    int rowBytes = 0;
    for (int i = 0; i < fields.size(); i++) {
      rowBytes += width(i);
    }
    FitsChecksum sum = new FitsChecksum();
    pass(rowBytes, sum::add);
    out.write(FitsCards.primary(8).toBlocks(0));
    out.write(cards(rowBytes).toBlocks(sum.value()));
    pass(rowBytes, piece -> out.write(piece.array(), 0, piece.limit()));
    out.flush();
  }

  private FitsCards cards(int rowBytes) {
    FitsCards cards = FitsCards.table(extname, rowBytes, count, fields.size());
    for (int i = 0; i < fields.size(); i++) {
      Field field = fields.get(i);
      cards.column(i + 1, field.name(), form(i), field.unit());
      switch (field.datatype()) {
        case LONG -> cards.integer("TNULL" + (i + 1), Long.MIN_VALUE, "");
        case INT -> cards.integer("TNULL" + (i + 1), Integer.MIN_VALUE, "");
        case SHORT -> cards.integer("TNULL" + (i + 1), Short.MIN_VALUE, "");
        default -> {
          // NaN and blanks speak for themselves.
        }
      }
    }
    return cards;
  }

  private interface Pieces {
    void take(ByteBuffer piece) throws IOException;
  }

  /** Goes through the table's bytes, padding included, in pieces of whole rows. */
  private void pass(int rowBytes, Pieces pieces) throws IOException {
    ByteBuffer piece = ByteBuffer.allocate(rowBytes * CHUNK_ROWS);
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(waiting)))) {
      for (long row = 0; row < count; row++) {
        for (int i = 0; i < fields.size(); i++) {
          copyCell(in, piece, i);
        }
        if (!piece.hasRemaining()) {
          pieces.take(piece.flip());
          piece.clear();
        }
      }
    }
    pieces.take(piece.flip());
    int over = (int) (count * rowBytes % HduScanner.BLOCK);
    pieces.take(ByteBuffer.wrap(new byte[over == 0 ? 0 : HduScanner.BLOCK - over]));
  }

  private void copyCell(DataInputStream in, ByteBuffer piece, int column) throws IOException {
    int width = width(column);
    int length = fields.get(column).datatype() == DataType.CHAR ? in.readInt() : width;
    in.readFully(piece.array(), piece.position(), length);
    Arrays.fill(piece.array(), piece.position() + length, piece.position() + width, (byte) ' ');
    piece.position(piece.position() + width);
  }

  /** Removes the rows that waited. */
  @Override
  public void close() throws IOException {
    rows.close();
    Files.delete(waiting);
  }
}

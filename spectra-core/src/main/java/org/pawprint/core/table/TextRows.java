package org.pawprint.core.table;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pawprint.core.votable.DataType;
import org.pawprint.core.votable.Field;
import org.pawprint.core.votable.RowSink;

/** What rows as text have in common: the walk along the fields, and numbers. */
abstract class TextRows implements RowSink {
  /** As DALI writes timestamps: UTC, milliseconds, no zone. */
  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS").withZone(ZoneOffset.UTC);

  private final OutputStream out;
  private final List<Field> fields;
  private final TextBytes text = new TextBytes();
  private int next;
  private int rowStart;

  TextRows(OutputStream out, List<Field> fields) {
    this.out = out;
    this.fields = List.copyOf(fields);
  }

  final TextBytes text() {
    return text;
  }

  final List<Field> fields() {
    return fields;
  }

  /** What stands before the cell of a field. */
  abstract void before(int field);

  /** What stands behind the last cell of a row. */
  abstract void afterRow();

  /** An unknown value. */
  abstract void unknown();

  abstract void words(String value);

  abstract void flag(boolean value);

  /** A number that is not finite. */
  abstract void notFinite(double value);

  abstract void startArray();

  abstract void betweenElements();

  abstract void endArray();

  private int advance() {
    if (next == fields.size()) {
      throw new IllegalStateException("a row has only " + next + " cells");
    }
    before(next);
    return next++;
  }

  @Override
  public final void nullCell() {
    advance();
    unknown();
  }

  @Override
  public final void cell(long value) {
    advance();
    text.number(value);
  }

  @Override
  public final void cell(double value) {
    int field = advance();
    if (Double.isNaN(value)) {
      unknown();
    } else {
      number(field, value);
    }
  }

  private void number(int field, double value) {
    if (!Double.isFinite(value)) {
      notFinite(value);
    } else if (fields.get(field).datatype() == DataType.FLOAT) {
      text.number((float) value);
    } else {
      text.number(value);
    }
  }

  @Override
  public final void cell(boolean value) {
    advance();
    flag(value);
  }

  @Override
  public final void cell(@Nullable CharSequence value) {
    advance();
    if (value == null) {
      unknown();
    } else {
      words(value.toString());
    }
  }

  @Override
  public final void cell(Instant utc) {
    advance();
    words(TIMESTAMP.format(utc));
  }

  @Override
  public final void cell(double[] values) {
    int field = advance();
    startArray();
    for (int i = 0; i < values.length; i++) {
      if (i > 0) {
        betweenElements();
      }
      number(field, values[i]);
    }
    endArray();
  }

  @Override
  public final void cell(float[] values) {
    double[] wide = new double[values.length];
    for (int i = 0; i < wide.length; i++) {
      wide[i] = values[i];
    }
    cell(wide);
  }

  @Override
  public final void cell(long[] values) {
    advance();
    startArray();
    for (int i = 0; i < values.length; i++) {
      if (i > 0) {
        betweenElements();
      }
      text.number(values[i]);
    }
    endArray();
  }

  @Override
  public final void cell(byte[] values) {
    long[] wide = new long[values.length];
    for (int i = 0; i < wide.length; i++) {
      wide[i] = values[i] & 0xFFL;
    }
    cell(wide);
  }

  @Override
  public final void endRow() throws IOException {
    if (next != fields.size()) {
      throw new IllegalStateException("a row of " + next + " cells where " + fields.size());
    }
    next = 0;
    afterRow();
    text.drainIfLarge(out);
    rowStart = text.size();
  }

  /** Forgets the cells of a row that was not ended. */
  final void dropRow() {
    text.rollBack(rowStart);
    next = 0;
  }

  /** The rows so far are all that is to be forgotten no more. */
  final void rowsStartHere() {
    rowStart = text.size();
  }

  /** Hands everything on. */
  public final void flush() throws IOException {
    text.drain(out);
    out.flush();
    rowStart = 0;
  }
}

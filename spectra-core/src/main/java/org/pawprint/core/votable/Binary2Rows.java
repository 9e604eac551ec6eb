package org.pawprint.core.votable;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows as bytes: null flags first, most significant bit first (VOTable 1.4, 5.4). */
final class Binary2Rows implements RowSink {
  private static final int DRAIN_BYTES = 1 << 15;
  private static final long NAN = Double.doubleToRawLongBits(Double.NaN);
  private static final int FLOAT_NAN = Float.floatToRawIntBits(Float.NaN);

  private final XmlBytes xml;
  private final OutputStream out;
  private final RowCursor cursor;
  private final Base64Rows bytes = new Base64Rows();
  private final XmlBytes timestamp = new XmlBytes();
  private int rowStart;

  Binary2Rows(XmlBytes xml, OutputStream out, List<Field> fields) {
    this.xml = xml;
    this.out = out;
    this.cursor = new RowCursor(fields);
  }

  @Override
  public void nullCell() {
    startRow();
    blank(cursor.any());
  }

  @Override
  public void cell(long value) {
    startRow();
    whole(cursor.whole(), value);
  }

  @Override
  public void cell(double value) {
    startRow();
    int field = cursor.floating();
    if (Double.isNaN(value)) {
      bytes.setBit(rowStart, field);
    }
    floating(field, value);
  }

  @Override
  public void cell(boolean value) {
    startRow();
    cursor.flag();
    bytes.put(value ? 'T' : 'F', 1);
  }

  @Override
  public void cell(@Nullable CharSequence text) {
    startRow();
    int field = cursor.text();
    if (text == null || text.isEmpty()) {
      blank(field);
    } else {
      byte[] utf8 = text.toString().getBytes(StandardCharsets.UTF_8);
      text(field, utf8);
    }
  }

  @Override
  public void cell(Instant utc) {
    startRow();
    int field = cursor.text();
    timestamp.rollBack(0);
    byte[] ascii = timestamp.timestamp(utc).toBytes();
    text(field, ascii);
  }

  @Override
  public void cell(double[] values) {
    startRow();
    int field = cursor.floatingArray(values.length);
    count(field, values.length);
    if (cursor.type(field) == DataType.DOUBLE) {
      bytes.put(values);
      return;
    }
    for (double value : values) {
      floating(field, value);
    }
  }

  @Override
  public void cell(float[] values) {
    startRow();
    int field = cursor.floatingArray(values.length);
    count(field, values.length);
    if (cursor.type(field) == DataType.FLOAT) {
      bytes.put(values);
      return;
    }
    for (float value : values) {
      floating(field, value);
    }
  }

  @Override
  public void cell(long[] values) {
    startRow();
    int field = cursor.wholeArray(values.length);
    count(field, values.length);
    for (long value : values) {
      whole(field, value);
    }
  }

  @Override
  public void cell(byte[] values) {
    startRow();
    count(cursor.byteArray(values.length), values.length);
    bytes.put(values, values.length);
  }

  @Override
  public void endRow() throws IOException {
    cursor.endRow();
    bytes.encodeTo(xml, false);
    rowStart = bytes.size();
    if (xml.size() >= DRAIN_BYTES) {
      xml.drain(out);
    }
  }

  /** Forgets the cells of a row that was not ended and writes the last bytes. */
  void finish() {
    bytes.rollBack(rowStart);
    bytes.encodeTo(xml, true);
  }

  private void startRow() {
    if (cursor.atStart()) {
      bytes.zeros((cursor.fields() + 7) / 8);
    }
  }

  /** The flag, and a place holder of the field's width. */
  private void blank(int field) {
    bytes.setBit(rowStart, field);
    int length = cursor.length(field);
    if (length == Field.VARIABLE) {
      bytes.put(0, 4);
      return;
    }
    for (int i = 0; i < Math.max(1, length); i++) {
      if (cursor.type(field).isFloating()) {
        floating(field, Double.NaN);
      } else {
        bytes.put(0, cursor.type(field).bytes());
      }
    }
  }

  private void whole(int field, long value) {
    bytes.put(value, cursor.type(field).bytes());
  }

  private void floating(int field, double value) {
    if (cursor.type(field) == DataType.FLOAT) {
      bytes.put(
          Double.isNaN(value) ? FLOAT_NAN : Float.floatToRawIntBits((float) value), Float.BYTES);
    } else {
      bytes.put(Double.isNaN(value) ? NAN : Double.doubleToRawLongBits(value), Double.BYTES);
    }
  }

  /** Fixed fields take as many bytes as they have, padded with zeros. */
  private void text(int field, byte[] utf8) {
    int length = utf8.length;
    if (cursor.length(field) == Field.VARIABLE) {
      bytes.put(length, 4);
      bytes.put(utf8, length);
      return;
    }
    int width = Math.max(1, cursor.length(field));
    bytes.put(utf8, Math.min(width, length));
    bytes.zeros(Math.max(0, width - length));
  }

  private void count(int field, int elements) {
    if (cursor.length(field) == Field.VARIABLE) {
      bytes.put(elements, 4);
    }
  }
}

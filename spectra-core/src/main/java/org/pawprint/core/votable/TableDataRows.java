package org.pawprint.core.votable;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows as XML elements; an unknown value is an empty cell (VOTable 1.4, 5.1), or as many NaN as a
 * fixed array of numbers has elements.
 */
final class TableDataRows implements RowSink {
  private static final int DRAIN_BYTES = 1 << 15;
  private static final byte[] EMPTY = "<TD/>".getBytes(StandardCharsets.US_ASCII);

  private final XmlBytes xml;
  private final OutputStream out;
  private final RowCursor cursor;
  private int rowStart;

  TableDataRows(XmlBytes xml, OutputStream out, List<Field> fields) {
    this.xml = xml;
    this.out = out;
    this.cursor = new RowCursor(fields);
    this.rowStart = xml.size();
  }

  @Override
  public void nullCell() {
    startRow();
    int field = cursor.any();
    int length = cursor.length(field);
    if (length <= 0 || !cursor.type(field).isFloating()) {
      empty();
      return;
    }
    open();
    for (int i = 0; i < length; i++) {
      separate(i);
      xml.ascii("NaN");
    }
    close();
  }

  @Override
  public void cell(long value) {
    startRow();
    cursor.whole();
    open().number(value);
    close();
  }

  @Override
  public void cell(double value) {
    startRow();
    int field = cursor.floating();
    if (Double.isNaN(value)) {
      empty();
    } else {
      open();
      number(field, value);
      close();
    }
  }

  @Override
  public void cell(boolean value) {
    startRow();
    cursor.flag();
    open().ascii(value ? "true" : "false");
    close();
  }

  @Override
  public void cell(@Nullable CharSequence text) {
    startRow();
    cursor.text();
    if (text == null || text.isEmpty()) {
      empty();
    } else {
      open().text(text);
      close();
    }
  }

  @Override
  public void cell(Instant utc) {
    startRow();
    cursor.text();
    open().timestamp(utc);
    close();
  }

  @Override
  public void cell(double[] values) {
    startRow();
    int field = cursor.floatingArray(values.length);
    open();
    for (int i = 0; i < values.length; i++) {
      separate(i);
      number(field, values[i]);
    }
    close();
  }

  @Override
  public void cell(float[] values) {
    startRow();
    int field = cursor.floatingArray(values.length);
    boolean asFloat = cursor.type(field) == DataType.FLOAT;
    open();
    for (int i = 0; i < values.length; i++) {
      separate(i);
      if (asFloat) {
        xml.number(values[i]);
      } else {
        xml.number((double) values[i]);
      }
    }
    close();
  }

  @Override
  public void cell(long[] values) {
    startRow();
    cursor.wholeArray(values.length);
    open();
    for (int i = 0; i < values.length; i++) {
      separate(i);
      xml.number(values[i]);
    }
    close();
  }

  @Override
  public void cell(byte[] values) {
    startRow();
    cursor.byteArray(values.length);
    open();
    for (int i = 0; i < values.length; i++) {
      separate(i);
      xml.number(values[i] & 0xFFL);
    }
    close();
  }

  @Override
  public void endRow() throws IOException {
    cursor.endRow();
    xml.ascii("</TR>\n");
    if (xml.size() >= DRAIN_BYTES) {
      xml.drain(out);
    }
    rowStart = xml.size();
  }

  /** Forgets the cells of a row that was not ended. */
  void dropRow() {
    xml.rollBack(rowStart);
  }

  private void startRow() {
    if (cursor.atStart()) {
      xml.ascii("<TR>");
    }
  }

  private void number(int field, double value) {
    if (cursor.type(field) == DataType.FLOAT) {
      xml.number((float) value);
    } else {
      xml.number(value);
    }
  }

  private void separate(int i) {
    if (i > 0) {
      xml.ascii(" ");
    }
  }

  private XmlBytes open() {
    return xml.openCell();
  }

  private void close() {
    xml.closeCell();
  }

  private void empty() {
    xml.ascii(EMPTY, EMPTY.length);
  }
}

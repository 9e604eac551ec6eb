package org.pawprint.core.table;

import java.io.OutputStream;
import java.util.List;
import org.pawprint.core.votable.Field;

/**
 * Comma-separated values with a header line (RFC 4180, lines end in CR LF) or tab-separated ones
 * (lines end in LF; a tab or line end within a text becomes a blank). An unknown value is an empty
 * cell; elements of an array are parted by blanks.
 */
public final class DelimitedRows extends TextRows {
  private final char delimiter;

  private DelimitedRows(OutputStream out, List<Field> fields, char delimiter) {
    super(out, fields);
    this.delimiter = delimiter;
    for (int i = 0; i < fields.size(); i++) {
      before(i);
      words(fields.get(i).name());
    }
    afterRow();
    rowsStartHere();
  }

  public static DelimitedRows csv(OutputStream out, List<Field> fields) {
    return new DelimitedRows(out, fields, ',');
  }

  public static DelimitedRows tsv(OutputStream out, List<Field> fields) {
    return new DelimitedRows(out, fields, '\t');
  }

  @Override
  void before(int field) {
    if (field > 0) {
      text().put(delimiter);
    }
  }

  @Override
  void afterRow() {
    text().put(delimiter == ',' ? "\r\n" : "\n");
  }

  @Override
  void unknown() {
    // An empty cell.
  }

  @Override
  void words(String value) {
    if (delimiter == '\t') {
      text().put(value.replaceAll("[\t\r\n]", " "));
    } else if (needsQuotes(value)) {
      text().put('"').put(value.replace("\"", "\"\"")).put('"');
    } else {
      text().put(value);
    }
  }

  private static boolean needsQuotes(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == ',' || c == '"' || c == '\r' || c == '\n') {
        return true;
      }
    }
    return false;
  }

  @Override
  void flag(boolean value) {
    text().put(value ? "true" : "false");
  }

  @Override
  void notFinite(double value) {
    text().number(value);
  }

  @Override
  void startArray() {
    // Elements stand bare.
  }

  @Override
  void betweenElements() {
    text().put(' ');
  }

  @Override
  void endArray() {
    // Elements stand bare.
  }
}

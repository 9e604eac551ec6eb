package org.pawprint.core.table;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.pawprint.core.votable.Field;

/**
 * One JSON object (RFC 8259): {@code columns}, an array of descriptions, then {@code data}, an
 * array of rows, each an array of values in the order of the columns, then what {@link #end} adds.
 * An unknown value, and a number that JSON cannot write, is null.
 */
public final class JsonRows extends TextRows {
  private boolean first = true;

  public JsonRows(OutputStream out, List<Field> fields) {
    super(out, fields);
    text().put("{\"columns\": [");
    for (int i = 0; i < fields.size(); i++) {
      text().put(i == 0 ? "\n" : ",\n");
      describe(fields.get(i));
    }
    text().put("],\n\"data\": [");
    rowsStartHere();
  }

  private void describe(Field field) {
    text().put("{\"name\": ");
    words(field.name());
    attribute("datatype", field.datatype().word());
    attribute("arraysize", field.arraysize());
    attribute("unit", field.unit());
    attribute("ucd", field.ucd());
    attribute("utype", field.utype());
    attribute("description", field.description());
    text().put('}');
  }

  private void attribute(String name, String value) {
    if (!value.isEmpty()) {
      text().put(", \"").put(name).put("\": ");
      words(value);
    }
  }

  /** Ends the object with more members. */
  public void end(Map<String, String> members) throws IOException {
    dropRow();
    text().put("]");
    members.forEach(
        (name, value) -> {
          text().put(",\n\"").put(name).put("\": ");
          words(value);
        });
    text().put("}\n");
    flush();
  }

  @Override
  void before(int field) {
    if (field == 0) {
      text().put(first ? "\n[" : ",\n[");
    } else {
      text().put(", ");
    }
  }

  @Override
  void afterRow() {
    first = false;
    text().put(']');
  }

  @Override
  void unknown() {
    text().put("null");
  }

  @Override
  void words(String value) {
    text().put('"');
    int from = 0;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c < ' ' || c == '"' || c == '\\') {
        text().put(value.substring(from, i)).put(String.format("\\u%04x", (int) c));
        from = i + 1;
      }
    }
    text().put(value.substring(from)).put('"');
  }

  @Override
  void flag(boolean value) {
    text().put(value ? "true" : "false");
  }

  @Override
  void notFinite(double value) {
    unknown();
  }

  @Override
  void startArray() {
    text().put('[');
  }

  @Override
  void betweenElements() {
    text().put(", ");
  }

  @Override
  void endArray() {
    text().put(']');
  }
}

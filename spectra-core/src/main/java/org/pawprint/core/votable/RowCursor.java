package org.pawprint.core.votable;

import java.util.List;

/** Walks along the fields of a row and refuses cells that do not belong. */
final class RowCursor {
  private final Field[] fields;
  private final DataType[] types;
  private final int[] lengths;
  private int next;

  RowCursor(List<Field> fields) {
    this.fields = fields.toArray(new Field[0]);
    this.types = new DataType[this.fields.length];
    this.lengths = new int[this.fields.length];
    for (int i = 0; i < types.length; i++) {
      types[i] = this.fields[i].datatype();
      lengths[i] = this.fields[i].length();
    }
  }

  int fields() {
    return fields.length;
  }

  boolean atStart() {
    return next == 0;
  }

  /** Steps over the next field, whatever it is, and returns its number from 0. */
  int any() {
    if (next == fields.length) {
      throw new IllegalStateException("a row has only " + fields.length + " cells");
    }
    return next++;
  }

  int whole() {
    int i = any();
    return check(i, types[i].isWhole() && lengths[i] == Field.SCALAR, "a whole number");
  }

  int floating() {
    int i = any();
    return check(i, types[i].isFloating() && lengths[i] == Field.SCALAR, "a number");
  }

  int flag() {
    int i = any();
    return check(i, types[i] == DataType.BOOLEAN && lengths[i] == Field.SCALAR, "true or false");
  }

  int text() {
    int i = any();
    return check(i, types[i] == DataType.CHAR, "text");
  }

  int floatingArray(int length) {
    int i = any();
    return check(i, types[i].isFloating() && isArrayOf(i, length), length + " numbers");
  }

  int wholeArray(int length) {
    int i = any();
    return check(i, types[i].isWhole() && isArrayOf(i, length), length + " whole numbers");
  }

  int byteArray(int length) {
    int i = any();
    return check(i, types[i] == DataType.UNSIGNED_BYTE && isArrayOf(i, length), length + " bytes");
  }

  DataType type(int field) {
    return types[field];
  }

  int length(int field) {
    return lengths[field];
  }

  void endRow() {
    if (next != fields.length) {
      throw new IllegalStateException(
          "a row of %d cells where %d belong".formatted(next, fields.length));
    }
    next = 0;
  }

  private boolean isArrayOf(int i, int length) {
    return lengths[i] == Field.VARIABLE || (lengths[i] != Field.SCALAR && lengths[i] == length);
  }

  private int check(int i, boolean fits, String given) {
    if (!fits) {
      throw new IllegalStateException("field " + fields[i] + " was given " + given);
    }
    return i;
  }
}

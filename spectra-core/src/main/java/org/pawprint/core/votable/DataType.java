package org.pawprint.core.votable;

/** Primitive types of VOTable 1.4, table 1, as far as the archive writes them. */
public enum DataType {
  BOOLEAN("boolean", 1),
  UNSIGNED_BYTE("unsignedByte", 1),
  SHORT("short", 2),
  INT("int", 4),
  LONG("long", 8),
  /** Text. Bytes are UTF-8, one array element per byte. */
  CHAR("char", 1),
  FLOAT("float", 4),
  DOUBLE("double", 8);

  private final String word;
  private final int bytes;

  DataType(String word, int bytes) {
    this.word = word;
    this.bytes = bytes;
  }

  /** The datatype attribute. */
  public String word() {
    return word;
  }

  int bytes() {
    return bytes;
  }

  boolean isWhole() {
    return this == UNSIGNED_BYTE || this == SHORT || this == INT || this == LONG;
  }

  boolean isFloating() {
    return this == FLOAT || this == DOUBLE;
  }
}

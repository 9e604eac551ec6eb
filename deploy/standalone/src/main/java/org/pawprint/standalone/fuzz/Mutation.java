package org.pawprint.standalone.fuzz;

/** The kinds of damage. */
enum Mutation {
  STRUCTURE,
  TABLE_FORM,
  SPECTRAL_AXIS,
  ANY_VALUE,
  DUPLICATE_KEYWORD,
  REMOVED_CARD,
  RENAMED_HDU,
  MANY_CARDS,
  LONG_TEXT,
  NOT_ASCII,
  REORDERED_HDUS,
  GRAFTED_HDU,
  EXTREME_PIXELS,
  FLIPPED_BYTES,
  CUT,
  REMOVED_BYTES,
  INSERTED_BYTES,
  MANY_HDUS,
  DAMAGED_GZIP,
  GZIP_BOMB;

  /** Whether it works on the bytes of the file rather than on its HDUs. */
  boolean isOfBytes() {
    return compareTo(FLIPPED_BYTES) >= 0;
  }
}

package org.pawprint.standalone.fuzz;

/** The kinds of damage to a VOTable. */
enum DocumentMutation {
  ENTITIES,
  EXTERNAL_ENTITY,
  ARRAYSIZE,
  DATATYPE,
  ATTRIBUTE,
  CELL,
  SERIALISATION,
  BASE64,
  NESTING,
  REPEATED_ELEMENT,
  REMOVED_TAG,
  LONG_CONTENT,
  ENCODING,
  BYTES_FLIPPED,
  BYTES_CUT,
  BYTES_REMOVED,
  BYTES_INSERTED,
  GZIP_DAMAGED,
  DOCUMENT_BOMB;

  /** Whether it works on the bytes of the document rather than on its text. */
  boolean isOfBytes() {
    return compareTo(ENCODING) >= 0;
  }
}

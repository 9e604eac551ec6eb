package org.pawprint.core.votable;

/** How the rows of a table are written. */
public enum Serialisation {
  /** XML elements, readable by everything. */
  TABLEDATA,
  /** Big-endian bytes in base64 with a null flag per cell (VOTable 1.4, 5.4). */
  BINARY2
}

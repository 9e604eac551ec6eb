package org.pawprint.ssa.response;

import org.pawprint.core.votable.Field;
import org.pawprint.core.votable.RowSink;

/** A field of the answer and how its cells come about. */
record AnswerColumn(Field field, Cell cell) {

  /** Writes the cell of the present row. */
  @FunctionalInterface
  interface Cell {
    void write(AnswerRow row, RowSink sink);
  }
}

package org.pawprint.ssa.response;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pawprint.core.table.DelimitedRows;
import org.pawprint.core.votable.Field;
import org.pawprint.core.votable.Info;
import org.pawprint.core.votable.Param;
import org.pawprint.core.votable.RowSink;
import org.pawprint.ssa.query.AnswerForm;

/** Rows as CSV or TSV; there is no place for an overflow mark in them. */
final class DelimitedDocument implements AnswerDocument {
  private final OutputStream out;
  private final AnswerForm form;
  private @Nullable DelimitedRows rows;

  DelimitedDocument(OutputStream out, AnswerForm form) {
    this.out = out;
    this.form = form;
  }

  @Override
  public RowSink start(List<Info> infos, List<Param> constants, List<AnswerColumn> columns) {
    List<Field> fields = columns.stream().map(AnswerColumn::field).toList();
    DelimitedRows started =
        form == AnswerForm.CSV ? DelimitedRows.csv(out, fields) : DelimitedRows.tsv(out, fields);
    rows = started;
    return started;
  }

  @Override
  public void end(Ending ending) throws IOException {
    if (rows != null) {
      rows.flush();
    }
  }

  @Override
  public void fail(String reason) {
    throw new BrokenAnswer(reason);
  }

  @Override
  public void close() {
    // Holds nothing.
  }
}

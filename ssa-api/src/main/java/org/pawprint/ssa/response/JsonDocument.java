package org.pawprint.ssa.response;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pawprint.core.table.JsonRows;
import org.pawprint.core.votable.Info;
import org.pawprint.core.votable.RowSink;

/** Rows as one JSON object that ends with {@code query_status}: OK, OVERFLOW or ERROR. */
final class JsonDocument implements AnswerDocument {
  private static final String STATUS = "query_status";

  private final OutputStream out;
  private @Nullable JsonRows rows;

  JsonDocument(OutputStream out) {
    this.out = out;
  }

  @Override
  public RowSink start(List<Info> infos, List<SsaColumn> columns, String publisher) {
    JsonRows started = new JsonRows(out, columns.stream().map(SsaColumn::field).toList());
    rows = started;
    return started;
  }

  @Override
  public void end(boolean overflow, ProductUrls urls) throws IOException {
    if (rows != null) {
      rows.end(STATUS, overflow ? "OVERFLOW" : "OK");
    }
  }

  @Override
  public void fail(String reason) throws IOException {
    if (rows != null) {
      rows.end(STATUS, "ERROR: " + reason);
    }
  }

  @Override
  public void close() {
    // Holds nothing.
  }
}

package org.pawprint.ssa.response;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pawprint.core.table.JsonRows;
import org.pawprint.core.votable.Info;
import org.pawprint.core.votable.Param;
import org.pawprint.core.votable.RowSink;

/**
 * Rows as one JSON object that ends with {@code query_status}, OK, OVERFLOW or ERROR, and what more
 * there is to say.
 */
final class JsonDocument implements AnswerDocument {
  private static final String STATUS = "query_status";

  private final OutputStream out;
  private @Nullable JsonRows rows;

  JsonDocument(OutputStream out) {
    this.out = out;
  }

  @Override
  public RowSink start(List<Info> infos, List<Param> constants, List<AnswerColumn> columns) {
    JsonRows started = new JsonRows(out, columns.stream().map(AnswerColumn::field).toList());
    rows = started;
    return started;
  }

  @Override
  public void end(Ending ending) throws IOException {
    if (rows != null) {
      Map<String, String> last = new LinkedHashMap<>();
      last.put(STATUS, ending.overflow() ? "OVERFLOW" : "OK");
      ending.nextPage().ifPresent(token -> last.put("next_page", token));
      if (!ending.notes().isEmpty()) {
        last.put("notes", ending.notes().stream().map(Info::text).collect(joining(" ")));
      }
      rows.end(last);
    }
  }

  @Override
  public void fail(String reason) throws IOException {
    if (rows != null) {
      rows.end(Map.of(STATUS, "ERROR: " + reason));
    }
  }

  @Override
  public void close() {
    // Holds nothing.
  }
}

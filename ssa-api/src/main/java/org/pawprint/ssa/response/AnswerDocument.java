package org.pawprint.ssa.response;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.pawprint.core.votable.Info;
import org.pawprint.core.votable.Param;
import org.pawprint.core.votable.RowSink;
import org.pawprint.core.votable.Serialisation;
import org.pawprint.ssa.query.AnswerForm;
import org.pawprint.ssa.query.Protocol;

/** An answer in the making: {@code start}, rows, then {@code end} or {@code fail}. */
interface AnswerDocument extends AutoCloseable {

  /**
   * @param infos what concerns the request; only a VOTable has a place for them
   * @param constants what holds for every row, as well
   */
  RowSink start(List<Info> infos, List<Param> constants, List<AnswerColumn> columns)
      throws IOException;

  /** Ends an answer that is whole, or was cut by MAXREC. */
  void end(Ending ending) throws IOException;

  /**
   * Ends an answer whose rows are not all.
   *
   * @throws BrokenAnswer where the form has no way to say so: a broken transfer is noticed, a short
   *     table is not
   */
  void fail(String reason) throws IOException;

  /** Frees what the answer needed; by itself it sends nothing. */
  @Override
  void close() throws IOException;

  static AnswerDocument in(
      AnswerForm form, Protocol protocol, OutputStream out, Services services) {
    return switch (form) {
      case TABLEDATA -> new SearchDocument(protocol, out, Serialisation.TABLEDATA, services);
      case BINARY2 -> new SearchDocument(protocol, out, Serialisation.BINARY2, services);
      case CSV, TSV -> new DelimitedDocument(out, form);
      case JSON -> new JsonDocument(out);
      case FITS -> new FitsDocument(out);
    };
  }
}

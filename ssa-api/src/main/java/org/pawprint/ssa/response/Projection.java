package org.pawprint.ssa.response;

import java.util.List;
import org.pawprint.core.votable.Param;
import org.pawprint.ssa.query.Protocol;

/** Fields in which a protocol shows a row of the catalogue. */
interface Projection {

  /**
   * @param paired whether a spectrum has several rows, one per form
   */
  List<AnswerColumn> columns(boolean paired);

  /** What holds for every row. */
  List<Param> constants(String publisher);

  static Projection of(Protocol protocol) {
    return switch (protocol) {
      case SSA -> SsaColumns.PROJECTION;
      case DAP -> DapColumns.PROJECTION;
    };
  }
}

package org.pawprint.ssa.response;

import java.util.List;
import org.pawprint.core.votable.Field;
import org.pawprint.ssa.query.Protocol;

/** The fields of answers, for those who describe the service. */
public final class AnswerFields {
  private AnswerFields() {}

  public static List<Field> of(Protocol protocol) {
    return Projection.of(protocol).columns(false).stream().map(AnswerColumn::field).toList();
  }
}

package org.pawprint.ssa.response;

import java.util.ArrayList;
import java.util.List;
import org.pawprint.core.obscore.ObsCoreColumn;
import org.pawprint.core.votable.Field;
import org.pawprint.core.votable.Param;

/** The row as ObsCore has it (ObsCore-1.1 3 and 4), with our own columns behind. */
final class DapColumns implements Projection {
  static final DapColumns PROJECTION = new DapColumns();

  private final List<AnswerColumn> columns = all();

  private DapColumns() {}

  @Override
  public List<AnswerColumn> columns(boolean paired) {
    return columns;
  }

  private static List<AnswerColumn> all() {
    List<AnswerColumn> columns = new ArrayList<>();
    for (ObsCoreColumn column : ObsCoreColumn.values()) {
      columns.add(CatalogueFields.obscore(column));
      if (column == ObsCoreColumn.OBS_PUBLISHER_DID) {
        columns.add(AccessColumns.url("obscore:Access.reference"));
        columns.add(AccessColumns.format("obscore:Access.format"));
        columns.add(AccessColumns.size("obscore:Access.size"));
      }
    }
    columns.add(AccessColumns.original());
    return List.copyOf(columns);
  }

  @Override
  public List<Param> constants(String publisher) {
    return List.of(
        Field.text("publisher")
            .ucd("meta.curation")
            .description("Who publishes the data")
            .value(publisher));
  }
}

package org.pawprint.ssa.response;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.pawprint.core.votable.Field;
import org.pawprint.core.votable.Param;
import org.pawprint.core.votable.Serialisation;
import org.pawprint.core.votable.Values;
import org.pawprint.core.votable.VoTableWriter;
import org.pawprint.service.PublicBase;
import org.pawprint.ssa.query.Protocol;
import org.pawprint.ssa.query.SsaParameter;
import org.pawprint.ssa.query.SsaProperties;
import org.springframework.stereotype.Component;

/**
 * The service about itself: FORMAT=METADATA (SSA-1.1 4.1.5). Parameters and fields come as PARAMs
 * named {@code INPUT:} and {@code OUTPUT:}; an empty table shows the fields as a search would.
 */
@Component
public final class MetadataAnswer {
  private final Services services;
  private final SsaProperties properties;

  MetadataAnswer(PublicBase base, SsaProperties properties) {
    this.services = new Services(new ProductUrls(base));
    this.properties = properties;
  }

  public void write(OutputStream out) throws IOException {
    SearchDocument document =
        new SearchDocument(Protocol.SSA, out, Serialisation.TABLEDATA, services);
    VoTableWriter results = document.startResults(List.of());
    for (SsaParameter parameter : SsaParameter.values()) {
      results.add(parameter.metadata(assumed(parameter)));
    }
    Projection projection = Projection.of(Protocol.SSA);
    List<AnswerColumn> columns = projection.columns(true);
    columns.forEach(column -> results.add(output(column.field())));
    document.startTable(projection.constants(properties.publisher()), projection.columns(false));
    document.noRows();
    document.end(Ending.withoutRows(false));
  }

  private String assumed(SsaParameter parameter) {
    return switch (parameter) {
      case REQUEST -> "queryData";
      case VERSION -> "1.1";
      case FORMAT -> "all";
      case SIZE -> Double.toString(properties.defaultSizeDeg());
      case MAXREC -> Long.toString(properties.defaultMaxRec());
      default -> "";
    };
  }

  /** The field as a PARAM; XML IDs and what refers to them stay with the field itself. */
  private static Param output(Field field) {
    Field shown =
        new Field(
            "OUTPUT:" + field.name(),
            "",
            field.datatype(),
            field.arraysize(),
            field.unit(),
            field.ucd(),
            field.utype(),
            field.xtype(),
            "",
            field.description(),
            Values.ANY);
    return new Param(shown, "");
  }
}

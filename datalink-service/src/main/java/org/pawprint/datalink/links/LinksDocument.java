package org.pawprint.datalink.links;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.pawprint.core.soda.SodaDescriptor;
import org.pawprint.core.soda.SodaParameter.Scope;
import org.pawprint.core.votable.DataType;
import org.pawprint.core.votable.Field;
import org.pawprint.core.votable.Info;
import org.pawprint.core.votable.RowSink;
import org.pawprint.core.votable.Serialisation;
import org.pawprint.core.votable.ServiceDescriptor;
import org.pawprint.core.votable.Values;
import org.pawprint.core.votable.VoTableWriter;
import org.pawprint.datalink.http.SpectrumId;

/** A links answer, written row by row (DataLink 1.1, 3.2 and 3.3). */
final class LinksDocument {
  static final String STANDARD_ID = "ivo://ivoa.net/std/DataLink#links-1.1";

  /** Descriptors of the cut-out service, for spectra and for cubes. */
  static final String SODA = "soda";

  static final String CUBE_SODA = "cube_soda";

  private static final String ID_COLUMN = "ID";

  private static final List<Field> FIELDS =
      List.of(
          Field.text(SpectrumId.PARAMETER)
              .id(ID_COLUMN)
              .ucd("meta.id;meta.main")
              .description("ID as submitted")
              .build(),
          text("access_url", "meta.ref.url", "Where to fetch it"),
          text("service_def", "meta.ref", "Descriptor of the service to call"),
          text("error_message", "meta.code.error", "Why there is no link"),
          text("description", "meta.note", "What it is"),
          text("semantics", "meta.code", "Term of http://www.ivoa.net/rdf/datalink/core"),
          text("content_type", "meta.code.mime", "Media type"),
          Field.named("content_length", DataType.LONG)
              .unit("byte")
              .ucd("phys.size;meta.file")
              .description("Size of the download")
              .build(),
          text("content_qualifier", "", "Term of http://www.ivoa.net/rdf/product-type"),
          text("local_semantics", "meta.id.assoc", "The same for the same link of every ID"));

  private final VoTableWriter document;
  private final RowSink rows;
  private final PublicAddresses addresses;

  /** Begins the document. */
  LinksDocument(OutputStream out, PublicAddresses addresses) {
    this.addresses = addresses;
    document = new VoTableWriter(out, Serialisation.TABLEDATA);
    document.startResults();
    document.add(Info.of("standardID", STANDARD_ID));
    document.add(Info.ok());
    document.startTable();
    FIELDS.forEach(document::add);
    rows = document.rows();
  }

  private static Field text(String name, String ucd, String description) {
    return Field.text(name).ucd(ucd).description(description).build();
  }

  /** Adds a row; the rows of one ID follow one another. */
  void add(String id, LinkRow row) throws IOException {
    rows.cell(id);
    if (row instanceof LinkRow.ToFile file) {
      rows.cell(file.accessUrl().toString());
      rows.nullCell();
      rows.nullCell();
      rows.cell(file.description());
      rows.cell(file.semantics().term());
      rows.cell(file.contentType());
      rows.cell(file.bytes());
      rows.cell(file.contentQualifier());
      rows.cell(file.localSemantics());
    } else if (row instanceof LinkRow.ToService service) {
      rows.nullCell();
      rows.cell(service.serviceDef());
      rows.nullCell();
      rows.cell(service.description());
      rows.cell(service.semantics().term());
      rows.nullCell();
      rows.nullCell();
      rows.nullCell();
      rows.cell(service.localSemantics());
    } else if (row instanceof LinkRow.Fault fault) {
      rows.nullCell();
      rows.nullCell();
      rows.cell(fault.message());
      rows.nullCell();
      rows.cell(fault.semantics().term());
      for (int i = 0; i < 4; i++) {
        rows.nullCell();
      }
    }
    rows.endRow();
  }

  /** Ends the document with the descriptions of the services for its rows, and of itself. */
  void end() throws IOException {
    document.endTable().endResource();
    describeServices();
    document.end();
  }

  /** Ends the document, saying that there were more IDs (DataLink 1.1, 3.1 and DALI 1.1, 4.4.1). */
  void endWithOverflow(int answered) throws IOException {
    document.endTable();
    document.add(
        Info.overflow("the first " + answered + " IDs are answered; ask for the rest again"));
    document.endResource();
    describeServices();
    document.end();
  }

  /** Ends the document after a failure in its midst. */
  void fail(String text) throws IOException {
    document.fail(text);
  }

  private void describeServices() {
    SodaDescriptor.sync(SODA, Scope.SPECTRUM, addresses.sodaSync().toString(), ID_COLUMN)
        .write(document);
    SodaDescriptor.sync(CUBE_SODA, Scope.CUBE, addresses.sodaSync().toString(), ID_COLUMN)
        .write(document);
    ServiceDescriptor.self("", addresses.links().toString())
        .name("links")
        .description("What belongs to a spectrum, and where it is")
        .standardId(STANDARD_ID)
        .input(
            ServiceDescriptor.Input.fromUser(
                Field.text(SpectrumId.PARAMETER)
                    .ucd("meta.id;meta.main")
                    .description(SpectrumId.FORM + "; may be repeated")))
        .input(
            ServiceDescriptor.Input.fromUser(
                Field.text(LinksRequest.RESPONSEFORMAT)
                    .ucd("meta.code.mime")
                    .values(Values.oneOf(LinksRequest.FORMATS))))
        .build()
        .write(document);
  }
}

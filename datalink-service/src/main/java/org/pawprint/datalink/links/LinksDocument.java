package org.pawprint.datalink.links;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.List;
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

  private static final List<Field> FIELDS =
      List.of(
          text("ID", "meta.id;meta.main", "ID as submitted"),
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
  private final URI self;

  /** Begins the document. */
  LinksDocument(OutputStream out, URI self) {
    this.self = self;
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

  /** Ends the document with the description of the service itself. */
  void end() throws IOException {
    document.endTable().endResource();
    describeSelf();
    document.end();
  }

  /** Ends the document, saying that there were more IDs (DataLink 1.1, 3.1 and DALI 1.1, 4.4.1). */
  void endWithOverflow(int answered) throws IOException {
    document.endTable();
    document.add(
        Info.overflow("the first " + answered + " IDs are answered; ask for the rest again"));
    document.endResource();
    describeSelf();
    document.end();
  }

  /** Ends the document after a failure in its midst. */
  void fail(String text) throws IOException {
    document.fail(text);
  }

  private void describeSelf() {
    ServiceDescriptor.self("", self.toString())
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

package org.pawprint.ssa.response;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.pawprint.core.obscore.ObsCoreColumn;
import org.pawprint.core.soda.SodaDescriptor;
import org.pawprint.core.soda.SodaParameter;
import org.pawprint.core.votable.CooSys;
import org.pawprint.core.votable.Field;
import org.pawprint.core.votable.Info;
import org.pawprint.core.votable.RowSink;
import org.pawprint.core.votable.Serialisation;
import org.pawprint.core.votable.ServiceDescriptor;
import org.pawprint.core.votable.TimeSys;
import org.pawprint.core.votable.VoTableError;
import org.pawprint.core.votable.VoTableMedia;
import org.pawprint.core.votable.VoTableWriter;

/** The frame around the rows of an answer: status, frames, fields, descriptors (SSA-1.1 4.2). */
final class SsaDocument implements AnswerDocument {
  private static final Info PROTOCOL = Info.of("SERVICE_PROTOCOL", "1.1", "SSAP");

  /** XML ID of the column of publisher DIDs. */
  private static final String DID_COLUMN = ObsCoreColumn.OBS_PUBLISHER_DID.column();

  private final VoTableWriter document;

  SsaDocument(OutputStream out, Serialisation serialisation) {
    document = new VoTableWriter(out, serialisation);
  }

  @Override
  public RowSink start(List<Info> infos, List<SsaColumn> columns, String publisher) {
    startResults(infos);
    startTable(columns, publisher);
    return document.rows();
  }

  @Override
  public void end(boolean overflow, ProductUrls urls) throws IOException {
    endTable(overflow);
    end(urls);
  }

  /** The whole document that reports an error. */
  static void error(OutputStream out, String message) throws IOException {
    VoTableError.write(out, message, List.of(PROTOCOL));
  }

  /** Begins the results; what concerns them follows until {@link #startTable}. */
  VoTableWriter startResults(List<Info> infos) {
    document.startResults();
    document.add(Info.ok()).add(PROTOCOL);
    infos.forEach(document::add);
    document.add(new CooSys(CatalogueFields.ICRS, "ICRS"));
    document.add(new TimeSys(CatalogueFields.UTC, "UTC", "TOPOCENTER", "MJD-origin"));
    return document;
  }

  void startTable(List<SsaColumn> columns, String publisher) {
    document.startTable("", "spectra", "");
    SsaColumns.constants(publisher).forEach(document::add);
    columns.forEach(column -> document.add(column.field()));
  }

  /** An empty table. */
  void noRows() {
    document.rows();
  }

  /** Ends table and results; the later status overrules the earlier one. */
  void endTable(boolean overflow) {
    document.endTable();
    if (overflow) {
      document.add(Info.overflow("There are more rows; MAXREC cut them off."));
    }
    document.endResource();
  }

  void end(ProductUrls urls) throws IOException {
    links(urls).write(document);
    SodaDescriptor.sync("soda", SodaParameter.Scope.SPECTRUM, urls.soda(), DID_COLUMN)
        .write(document);
    document.end();
  }

  /** Ends the document where it is, saying why it is not whole. */
  @Override
  public void fail(String reason) throws IOException {
    document.fail(reason);
  }

  @Override
  public void close() {
    // Holds nothing.
  }

  private static ServiceDescriptor links(ProductUrls urls) {
    return ServiceDescriptor.service("datalink", urls.links())
        .name("links")
        .description("Everything there is about a spectrum")
        .standardId("ivo://ivoa.net/std/DataLink#links-1.1")
        .contentType(VoTableMedia.DATALINK)
        .input(
            ServiceDescriptor.Input.fromColumn(
                Field.text("ID").ucd("meta.id;meta.main"), DID_COLUMN))
        .build();
  }
}

package org.pawprint.ssa.response;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.pawprint.core.votable.CooSys;
import org.pawprint.core.votable.Info;
import org.pawprint.core.votable.Param;
import org.pawprint.core.votable.RowSink;
import org.pawprint.core.votable.Serialisation;
import org.pawprint.core.votable.TimeSys;
import org.pawprint.core.votable.VoTableError;
import org.pawprint.core.votable.VoTableWriter;
import org.pawprint.ssa.query.Protocol;

/** The VOTable around the rows of an answer: status, frames, fields, descriptors (SSA-1.1 4.2). */
final class SearchDocument implements AnswerDocument {
  private final Protocol protocol;
  private final VoTableWriter document;
  private final Services services;

  SearchDocument(
      Protocol protocol, OutputStream out, Serialisation serialisation, Services services) {
    this.protocol = protocol;
    this.document = new VoTableWriter(out, serialisation);
    this.services = services;
  }

  @Override
  public RowSink start(List<Info> infos, List<Param> constants, List<AnswerColumn> columns) {
    startResults(infos);
    startTable(constants, columns);
    return document.rows();
  }

  @Override
  public void end(Ending ending) throws IOException {
    document.endTable();
    if (ending.overflow()) {
      document.add(Info.overflow("There are more rows; MAXREC cut them off."));
    }
    ending.nextPage().ifPresent(token -> document.add(nextPage(token)));
    ending.notes().forEach(document::add);
    document.endResource();
    services.of(protocol).forEach(service -> service.write(document));
    document.end();
  }

  private static Info nextPage(String token) {
    return Info.of(
        "NEXT_PAGE",
        token,
        "The rows that follow: the same request with PAGE of this value. A listing read page by"
            + " page is of the moment of its first page.");
  }

  /** The whole document that reports an error. */
  static void error(Protocol protocol, OutputStream out, String message) throws IOException {
    VoTableError.write(out, message, protocol.infos());
  }

  /** Begins the results; what concerns them follows until {@link #startTable}. */
  VoTableWriter startResults(List<Info> infos) {
    document.startResults();
    document.add(Info.ok());
    protocol.infos().forEach(document::add);
    infos.forEach(document::add);
    document.add(new CooSys(CatalogueFields.ICRS, "ICRS"));
    document.add(new TimeSys(CatalogueFields.UTC, "UTC", "TOPOCENTER", "MJD-origin"));
    return document;
  }

  void startTable(List<Param> constants, List<AnswerColumn> columns) {
    document.startTable("", "spectra", "");
    constants.forEach(document::add);
    columns.forEach(column -> document.add(column.field()));
  }

  /** An empty table. */
  void noRows() {
    document.rows();
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
}

package org.pawprint.ssa.response;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.pawprint.core.votable.RowSink;
import org.pawprint.service.PublicBase;
import org.pawprint.ssa.query.Product;
import org.pawprint.ssa.query.SsaProperties;
import org.pawprint.ssa.query.SsaQuery;
import org.pawprint.store.search.Caller;
import org.pawprint.store.search.ObsCoreQuery;
import org.pawprint.store.search.ObsCoreRows;
import org.pawprint.store.search.ObsCoreSearch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Answers a search: rows go out as they are read, so memory does not depend on their number. */
@Component
public final class SearchAnswer {
  private static final Logger LOG = LoggerFactory.getLogger(SearchAnswer.class);

  private final ObsCoreSearch search;
  private final ProductUrls urls;
  private final SsaProperties properties;

  SearchAnswer(ObsCoreSearch search, PublicBase base, SsaProperties properties) {
    this.search = search;
    this.urls = new ProductUrls(base);
    this.properties = properties;
  }

  /**
   * Writes the document.
   *
   * @throws DataAccessException when the search could not begin; nothing is written then. A later
   *     failure ends the document with a status that says so
   * @throws IOException when the client has gone; the search is over then
   */
  public void write(SsaQuery query, Caller caller, OutputStream out) throws IOException {
    if (query.products().isEmpty() || query.limit().rows() == 0) {
      SsaDocument document = new SsaDocument(out);
      start(document, query);
      document.rows();
      document.endTable(query.limit().rows() == 0);
      document.end(urls);
      return;
    }
    try (ObsCoreRows rows = search.openRows(storeQuery(query), caller)) {
      write(query, rows, out);
    }
  }

  private void write(SsaQuery query, ObsCoreRows rows, OutputStream out) throws IOException {
    SsaDocument document = new SsaDocument(out);
    List<SsaColumn> columns = start(document, query);
    boolean cut;
    try {
      cut = writeRows(query, rows, columns, document.rows());
    } catch (DataAccessException e) {
      LOG.warn("search failed after its first rows were out", e);
      document.fail("The search failed before its end; these rows are not all. Try again.");
      return;
    }
    document.endTable(cut && query.limit().isOverflow());
    document.end(urls);
  }

  private List<SsaColumn> start(SsaDocument document, SsaQuery query) {
    List<SsaColumn> columns = SsaColumns.columns(query.products().size() > 1);
    document.startResults(query.infos());
    document.startTable(columns, properties.publisher());
    return columns;
  }

  /** Returns whether rows were left over. */
  private boolean writeRows(SsaQuery query, ObsCoreRows rows, List<SsaColumn> columns, RowSink sink)
      throws IOException {
    AnswerRow row = new AnswerRow(rows, urls);
    long left = query.limit().rows();
    while (rows.next()) {
      for (Product product : query.products()) {
        if (left-- == 0) {
          return true;
        }
        row.in(product);
        for (SsaColumn column : columns) {
          column.cell().write(row, sink);
        }
        sink.endRow();
      }
    }
    return false;
  }

  /** One spectrum more than rows fit, to know whether any were left over. */
  private static ObsCoreQuery storeQuery(SsaQuery query) {
    long spectra = query.limit().rows() / query.products().size() + 1;
    return new ObsCoreQuery(query.conditions(), query.centre(), spectra);
  }
}

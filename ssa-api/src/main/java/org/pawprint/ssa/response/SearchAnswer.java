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
      try (AnswerDocument document = AnswerDocument.in(query.form().form(), out)) {
        start(document, query);
        document.end(query.limit().rows() == 0, urls);
      }
      return;
    }
    try (ObsCoreRows rows = search.openRows(storeQuery(query), caller)) {
      write(query, rows, out);
    }
  }

  private void write(SsaQuery query, ObsCoreRows rows, OutputStream out) throws IOException {
    try (AnswerDocument document = AnswerDocument.in(query.form().form(), out)) {
      RowSink sink = start(document, query);
      boolean cut;
      try {
        cut = writeRows(query, rows, sink);
      } catch (DataAccessException e) {
        LOG.warn("search failed after its first rows were out", e);
        document.fail("The search failed before its end; these rows are not all. Try again.");
        return;
      }
      document.end(cut && query.limit().isOverflow(), urls);
    }
  }

  private RowSink start(AnswerDocument document, SsaQuery query) throws IOException {
    return document.start(query.infos(), columns(query), properties.publisher());
  }

  private static List<SsaColumn> columns(SsaQuery query) {
    return SsaColumns.columns(query.products().size() > 1);
  }

  /** Returns whether rows were left over. */
  private boolean writeRows(SsaQuery query, ObsCoreRows rows, RowSink sink) throws IOException {
    List<SsaColumn> columns = columns(query);
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

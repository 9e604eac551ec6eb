package org.pawprint.ssa.response;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pawprint.core.identifier.Sha256;
import org.pawprint.core.votable.Info;
import org.pawprint.core.votable.RowSink;
import org.pawprint.ssa.query.PageTokens;
import org.pawprint.ssa.query.Product;
import org.pawprint.ssa.query.Search;
import org.pawprint.store.search.CatalogueView;
import org.pawprint.store.search.ObsCoreQuery;
import org.pawprint.store.search.ObsCoreRows;
import org.pawprint.store.search.PageStart;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * The answer to a search, from the catalogue as it was when the answer was opened. Rows go out as
 * they are read, so memory does not depend on their number. The opener closes it.
 */
public final class SearchAnswer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SearchAnswer.class);

  /** Changes when answers to the same request change though the catalogue does not. */
  private static final String WRITER = "1";

  private static final String NOTE = "NOTE";
  private static final int DIGEST_DIGITS = 24;

  private final Search query;
  private final CatalogueView view;
  private final ProductUrls urls;
  private final Services services;
  private final String publisher;
  private final PageTokens tokens;
  private final Projection projection;
  private final List<AnswerColumn> columns;

  /** Forms of each spectrum, no more than there may be rows. */
  private final List<Product> products;

  SearchAnswer(
      Search query,
      CatalogueView view,
      ProductUrls urls,
      Services services,
      PageTokens tokens,
      String publisher) {
    this.tokens = tokens;
    this.query = query;
    this.view = view;
    this.urls = urls;
    this.services = services;
    this.publisher = publisher;
    this.projection = Projection.of(query.protocol());
    this.columns = projection.columns(query.products().size() > 1);
    this.products = query.products().stream().limit(query.limit().rows()).toList();
  }

  /**
   * A weak entity tag (RFC 9110, 8.8.1), quotes included: the same request in the same edition of
   * the catalogue has the same rows.
   */
  public String entityTag() {
    StringBuilder request =
        new StringBuilder(WRITER)
            .append(view.edition())
            .append(query.protocol())
            .append(query.form().mediaType());
    query.echo().forEach(info -> request.append('\n').append(info.name()).append(info.value()));
    String digest = Sha256.of(request.toString().getBytes(StandardCharsets.UTF_8)).hex();
    return "W/\"" + digest.substring(0, DIGEST_DIGITS) + '"';
  }

  /**
   * Writes the document.
   *
   * @throws DataAccessException when the search could not begin; nothing is written then. A later
   *     failure ends the document with a status that says so
   * @throws IOException when the client has gone; the search is over then
   */
  public void write(OutputStream out) throws IOException {
    if (products.isEmpty()) {
      try (AnswerDocument document = document(out)) {
        start(document);
        document.end(Ending.withoutRows(query.limit().rows() == 0));
      }
      return;
    }
    try (ObsCoreRows rows = view.rows(storeQuery())) {
      write(rows, out);
    }
  }

  private void write(ObsCoreRows rows, OutputStream out) throws IOException {
    try (AnswerDocument document = document(out)) {
      RowSink sink = start(document);
      Ending ending;
      try {
        ending = writeRows(rows, sink);
      } catch (DataAccessException e) {
        LOG.warn("search failed after its first rows were out", e);
        document.fail("The search failed before its end; these rows are not all. Try again.");
        return;
      }
      document.end(ending);
    }
  }

  private AnswerDocument document(OutputStream out) {
    return AnswerDocument.in(query.form().form(), query.protocol(), out, services);
  }

  private RowSink start(AnswerDocument document) throws IOException {
    List<Info> infos = new ArrayList<>(query.echo());
    query.notes().forEach(note -> infos.add(Info.of(NOTE, note)));
    query.constraints().forEach(c -> c.note().ifPresent(note -> infos.add(Info.of(NOTE, note))));
    return document.start(infos, projection.constants(publisher), columns);
  }

  /** A page ends between spectra, never between the forms of one. */
  private Ending writeRows(ObsCoreRows rows, RowSink sink) throws IOException {
    AnswerRow row = new AnswerRow(rows, urls);
    Optional<PageStart> behind = Optional.empty();
    long left = spectra();
    while (rows.next()) {
      if (left == 0) {
        return cut(behind);
      }
      for (Product product : products) {
        row.in(product);
        for (AnswerColumn column : columns) {
          column.cell().write(row, sink);
        }
        sink.endRow();
      }
      left--;
      if (left == 0) {
        behind =
            Optional.of(rows.pageBehind(query.page().map(PageStart::moment).orElse(view.moment())));
      }
    }
    boolean none = left == spectra();
    return new Ending(false, Optional.empty(), none ? WhyNoRows.of(query, view) : List.of());
  }

  private Ending cut(Optional<PageStart> behind) {
    return query.limit().isOverflow()
        ? new Ending(true, behind.map(start -> tokens.text(start, query.digest())), List.of())
        : new Ending(false, Optional.empty(), List.of());
  }

  /** How many spectra fit into the answer. */
  private long spectra() {
    return query.limit().rows() / products.size();
  }

  /** One spectrum more than fits, to know whether any were left over. */
  private ObsCoreQuery storeQuery() {
    return new ObsCoreQuery(
        query.versions(), query.conditions(), query.centre(), query.page(), spectra() + 1);
  }

  @Override
  public void close() {
    view.close();
  }
}

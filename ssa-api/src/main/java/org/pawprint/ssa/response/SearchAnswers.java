package org.pawprint.ssa.response;

import java.io.OutputStream;
import java.util.concurrent.Semaphore;
import org.pawprint.service.PublicBase;
import org.pawprint.ssa.query.PageTokens;
import org.pawprint.ssa.query.Search;
import org.pawprint.ssa.query.SsaProperties;
import org.pawprint.store.search.Caller;
import org.pawprint.store.search.ObsCoreSearch;
import org.springframework.stereotype.Component;

/** Opens answers to searches. */
@Component
public final class SearchAnswers {
  private final ObsCoreSearch search;
  private final ProductUrls urls;
  private final Services services;
  private final Semaphore places;
  private final PageTokens tokens;
  private final String publisher;

  SearchAnswers(
      ObsCoreSearch search, PublicBase base, PageTokens tokens, SsaProperties properties) {
    this.tokens = tokens;
    this.search = search;
    this.urls = new ProductUrls(base);
    this.services = new Services(urls);
    this.publisher = properties.publisher();
    this.places = new Semaphore(properties.longAnswers());
  }

  /**
   * The answer to a search, which the caller closes.
   *
   * @throws org.springframework.dao.DataAccessException when the catalogue cannot be read
   */
  public SearchAnswer open(Search query, Caller caller) {
    return new SearchAnswer(query, search.view(caller), urls, services, tokens, publisher);
  }

  /** Where an answer is written to, on its way to the client. */
  public Spool spool(OutputStream out) {
    return new Spool(out, places);
  }
}

package org.pawprint.ssa.response;

import org.pawprint.service.PublicBase;
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
  private final String publisher;

  SearchAnswers(ObsCoreSearch search, PublicBase base, SsaProperties properties) {
    this.search = search;
    this.urls = new ProductUrls(base);
    this.services = new Services(urls);
    this.publisher = properties.publisher();
  }

  /**
   * The answer to a search, which the caller closes.
   *
   * @throws org.springframework.dao.DataAccessException when the catalogue cannot be read
   */
  public SearchAnswer open(Search query, Caller caller) {
    return new SearchAnswer(query, search.view(caller), urls, services, publisher);
  }
}

package org.pawprint.ssa;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.pawprint.service.RequestParameters;
import org.pawprint.ssa.query.SsaQuery;
import org.pawprint.ssa.query.SsaQueryParser;
import org.pawprint.ssa.response.MetadataAnswer;
import org.pawprint.ssa.response.SearchAnswer;
import org.pawprint.store.search.Caller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The query operation of SSA. POST is DALI's addition; it takes the parameters in the URL, in a
 * form or in both.
 */
@RestController
class SsaQueryController {
  private final SsaQueryParser parser;
  private final SearchAnswer search;
  private final MetadataAnswer metadata;

  SsaQueryController(SsaQueryParser parser, SearchAnswer search, MetadataAnswer metadata) {
    this.parser = parser;
    this.search = search;
    this.metadata = metadata;
  }

  @GetMapping("/vo/ssa/query")
  void get(HttpServletRequest request, HttpServletResponse response) throws IOException {
    answer(request, response);
  }

  @PostMapping("/vo/ssa/query")
  void post(HttpServletRequest request, HttpServletResponse response) throws IOException {
    answer(request, response);
  }

  private void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
    SsaQuery query = parser.parse(RequestParameters.of(request));
    response.setContentType(query.form().mediaType());
    if (query.metadata()) {
      metadata.write(response.getOutputStream());
    } else {
      search.write(query, Caller.anonymous(), response.getOutputStream());
    }
  }
}

package org.pawprint.ssa;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.pawprint.service.EntityTags;
import org.pawprint.service.RequestParameters;
import org.pawprint.ssa.query.DapQueryParser;
import org.pawprint.ssa.query.Search;
import org.pawprint.ssa.query.SsaQueryParser;
import org.pawprint.ssa.response.MetadataAnswer;
import org.pawprint.ssa.response.SearchAnswer;
import org.pawprint.ssa.response.SearchAnswers;
import org.pawprint.ssa.response.Spool;
import org.pawprint.store.search.Caller;
import org.pawprint.store.search.Versions;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/**
 * The search by its two protocols. POST is DALI's addition to SSA; it takes the parameters in the
 * URL, in a form or in both.
 */
@RestController
class SearchController {
  private final SsaQueryParser ssa;
  private final DapQueryParser dap;
  private final SearchAnswers answers;
  private final MetadataAnswer metadata;

  SearchController(
      SsaQueryParser ssa, DapQueryParser dap, SearchAnswers answers, MetadataAnswer metadata) {
    this.ssa = ssa;
    this.dap = dap;
    this.answers = answers;
    this.metadata = metadata;
  }

  @RequestMapping(
      path = "/vo/ssa/query",
      method = {RequestMethod.GET, RequestMethod.POST})
  void ssa(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Search query = ssa.parse(RequestParameters.of(request));
    if (query.metadata()) {
      response.setContentType(query.form().mediaType());
      metadata.write(response.getOutputStream());
    } else {
      answer(query, request, response);
    }
  }

  @RequestMapping(
      path = "/vo/dap/query",
      method = {RequestMethod.GET, RequestMethod.POST})
  void dap(HttpServletRequest request, HttpServletResponse response) throws IOException {
    answer(dap.parse(RequestParameters.of(request)), request, response);
  }

  private void answer(Search query, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try (Spool out = answers.spool(response.getOutputStream())) {
      try (SearchAnswer answer = answers.open(query, Caller.anonymous())) {
        response.setHeader("Cache-Control", "no-cache");
        // The release of an old version is no numbered change, so those searches have no tag.
        if (query.versions() == Versions.NEWEST) {
          response.setHeader("ETag", answer.entityTag());
          if (EntityTags.matches(request, answer.entityTag())) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
          }
        }
        response.setContentType(query.form().mediaType());
        answer.write(out);
      }
      out.finish();
    }
  }
}

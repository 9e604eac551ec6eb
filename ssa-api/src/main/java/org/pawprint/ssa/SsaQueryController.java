package org.pawprint.ssa;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.pawprint.service.EntityTags;
import org.pawprint.service.RequestParameters;
import org.pawprint.ssa.query.SsaQuery;
import org.pawprint.ssa.query.SsaQueryParser;
import org.pawprint.ssa.response.MetadataAnswer;
import org.pawprint.ssa.response.SearchAnswer;
import org.pawprint.ssa.response.SearchAnswers;
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
  private final SearchAnswers answers;
  private final MetadataAnswer metadata;

  SsaQueryController(SsaQueryParser parser, SearchAnswers answers, MetadataAnswer metadata) {
    this.parser = parser;
    this.answers = answers;
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
    if (query.metadata()) {
      response.setContentType(query.form().mediaType());
      metadata.write(response.getOutputStream());
      return;
    }
    try (SearchAnswer answer = answers.open(query, Caller.anonymous())) {
      response.setHeader("ETag", answer.entityTag());
      response.setHeader("Cache-Control", "no-cache");
      if (EntityTags.matches(request, answer.entityTag())) {
        response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      } else {
        response.setContentType(query.form().mediaType());
        answer.write(response.getOutputStream());
      }
    }
  }
}

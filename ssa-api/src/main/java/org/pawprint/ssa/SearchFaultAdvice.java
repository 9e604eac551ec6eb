package org.pawprint.ssa;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.pawprint.core.dali.ParameterFaults;
import org.pawprint.ssa.query.Protocol;
import org.pawprint.ssa.query.SsaProperties;
import org.pawprint.ssa.response.FaultAnswer;
import org.pawprint.ssa.response.TooManyAnswers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Tells a client of the search in a VOTable why it gets no rows (SSA-1.1 8.10). */
@RestControllerAdvice(assignableTypes = SearchController.class)
class SearchFaultAdvice {
  private static final Logger LOG = LoggerFactory.getLogger(SearchFaultAdvice.class);

  private final SsaProperties properties;

  SearchFaultAdvice(SsaProperties properties) {
    this.properties = properties;
  }

  @ExceptionHandler
  ResponseEntity<byte[]> misunderstood(HttpServletRequest request, ParameterFaults faults)
      throws IOException {
    return FaultAnswer.misunderstood(
        Protocol.at(request.getRequestURI()),
        properties.errorStatus(),
        String.valueOf(faults.getMessage()));
  }

  /** A client that went away needs no answer; the search has ended with it. */
  @ExceptionHandler
  void gone(IOException e) {
    LOG.debug("client has gone", e);
  }

  @ExceptionHandler
  ResponseEntity<byte[]> tooSlow(HttpServletRequest request, QueryTimeoutException e)
      throws IOException {
    return FaultAnswer.unavailable(
        Protocol.at(request.getRequestURI()),
        "The search took longer than it may. Narrow it, by POS and SIZE for example.");
  }

  @ExceptionHandler
  ResponseEntity<byte[]> unavailable(HttpServletRequest request, DataAccessException e)
      throws IOException {
    LOG.warn("search failed", e);
    return FaultAnswer.unavailable(
        Protocol.at(request.getRequestURI()),
        "The catalogue cannot be reached now. Try again soon.");
  }

  @ExceptionHandler
  ResponseEntity<byte[]> tooMany(HttpServletRequest request, TooManyAnswers e) throws IOException {
    return FaultAnswer.busy(
        Protocol.at(request.getRequestURI()),
        "As many long answers as may be are being read now. Try again soon, or take fewer rows.");
  }

  /** Breaks an answer that has begun; else says that the fault is ours. */
  @ExceptionHandler
  ResponseEntity<byte[]> unforeseen(
      HttpServletRequest request, HttpServletResponse response, RuntimeException e)
      throws IOException {
    if (response.isCommitted()) {
      throw e;
    }
    LOG.error("unforeseen failure; answering 500", e);
    return FaultAnswer.failed(Protocol.at(request.getRequestURI()));
  }
}

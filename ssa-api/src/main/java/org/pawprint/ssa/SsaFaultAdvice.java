package org.pawprint.ssa;

import java.io.IOException;
import org.pawprint.core.dali.ParameterFaults;
import org.pawprint.ssa.query.SsaProperties;
import org.pawprint.ssa.response.SsaFaultAnswer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Tells a client of the search in a VOTable why it gets no rows (SSA-1.1 8.10). */
@RestControllerAdvice(assignableTypes = SsaQueryController.class)
class SsaFaultAdvice {
  private static final Logger LOG = LoggerFactory.getLogger(SsaFaultAdvice.class);

  private final SsaProperties properties;

  SsaFaultAdvice(SsaProperties properties) {
    this.properties = properties;
  }

  @ExceptionHandler
  ResponseEntity<byte[]> misunderstood(ParameterFaults faults) throws IOException {
    return SsaFaultAnswer.misunderstood(
        properties.errorStatus(), String.valueOf(faults.getMessage()));
  }

  /** A client that went away needs no answer; the search has ended with it. */
  @ExceptionHandler
  void gone(IOException e) {
    LOG.debug("client has gone", e);
  }

  @ExceptionHandler
  ResponseEntity<byte[]> tooSlow(QueryTimeoutException e) throws IOException {
    return SsaFaultAnswer.unavailable(
        "The search took longer than it may. Narrow it, by POS and SIZE for example.");
  }

  @ExceptionHandler
  ResponseEntity<byte[]> unavailable(DataAccessException e) throws IOException {
    LOG.warn("search failed", e);
    return SsaFaultAnswer.unavailable("The catalogue cannot be reached now. Try again soon.");
  }
}

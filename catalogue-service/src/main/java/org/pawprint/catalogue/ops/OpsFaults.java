package org.pawprint.catalogue.ops;

import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Faults as problem JSON (RFC 9457), those of the framework too. */
@RestControllerAdvice
class OpsFaults extends ResponseEntityExceptionHandler {

  @ExceptionHandler({DataAccessException.class, TransactionException.class})
  ProblemDetail databaseAway(RuntimeException fault) {
    return ProblemDetail.forStatusAndDetail(
        HttpStatusCode.valueOf(503), "the catalogue cannot be changed now: " + fault.getMessage());
  }
}

package org.pawprint.listener.ops;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * Faults as problem JSON (RFC 9457); the framework's own faults come in the same form, after ours.
 */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class OpsFaults {

  @ExceptionHandler
  ProblemDetail fault(OpsFault fault) {
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(
            HttpStatusCode.valueOf(fault.status()), String.valueOf(fault.getMessage()));
    problem.setProperty("parameter", fault.parameter());
    problem.setProperty("received", fault.received());
    problem.setProperty("expected", fault.expected());
    return problem;
  }

  @ExceptionHandler
  ProblemDetail unreadable(HttpMessageNotReadableException fault) {
    return fault(new OpsFault("body", "unreadable", "a JSON object as documented"));
  }

  @ExceptionHandler({DataAccessException.class, TransactionException.class})
  ProblemDetail ledgerAway(RuntimeException fault) {
    return ProblemDetail.forStatusAndDetail(
        HttpStatusCode.valueOf(503), "the ledger does not answer; try again");
  }
}

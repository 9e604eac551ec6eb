package org.pawprint.catalogue.ops;

import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** Orders that cannot be followed, as problem JSON (RFC 9457). */
final class Refusal {
  private Refusal() {}

  /** An order that is wrong as it stands; the words say what would be right. */
  static ErrorResponseException of(String detail) {
    HttpStatusCode status = HttpStatusCode.valueOf(400);
    return new ErrorResponseException(
        status, ProblemDetail.forStatusAndDetail(status, detail), null);
  }
}

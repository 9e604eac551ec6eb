package org.pawprint.ssa;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.pawprint.core.dali.ParameterFault;
import org.pawprint.ssa.query.Protocol;
import org.pawprint.ssa.query.SsaProperties;
import org.pawprint.ssa.response.FaultAnswer;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.multipart.MultipartException;

/** Multipart forms are read before it is known which controller they are for. */
@RestControllerAdvice
class UnreadableFormAdvice {
  private final SsaProperties properties;

  UnreadableFormAdvice(SsaProperties properties) {
    this.properties = properties;
  }

  @ExceptionHandler
  ResponseEntity<byte[]> unreadable(HttpServletRequest request, MultipartException fault)
      throws IOException {
    ParameterFault form =
        new ParameterFault(
            "form",
            "a form that breaks off, has no boundary or is too long",
            "multipart/form-data of RFC 7578 with at most 1000 parts and 8 MB");
    return FaultAnswer.misunderstood(
        Protocol.at(request.getRequestURI()), properties.errorStatus(), form.message());
  }
}

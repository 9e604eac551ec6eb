package org.pawprint.datalink.http;

import jakarta.servlet.http.HttpServletRequest;

/** The words with which error documents begin, by the standard that the path follows. */
public enum FaultWords {
  /** DataLink 1.1, 3.4. */
  DATALINK {
    @Override
    String word(ServiceFault.Kind kind) {
      return switch (kind) {
        case USAGE, MULTIPLE -> "UsageFault";
        case NOT_FOUND, GONE -> "NotFoundFault";
        case TRANSIENT, BUSY -> "TransientFault";
        case FATAL -> "FatalFault";
      };
    }
  },
  /** SODA-1.0 5.2; an ID that leads nowhere is a value that cannot be used. */
  SODA {
    @Override
    String word(ServiceFault.Kind kind) {
      return switch (kind) {
        case USAGE, NOT_FOUND, GONE -> "UsageError";
        case MULTIPLE -> "MultiValuedParamNotSupported";
        case TRANSIENT, BUSY -> "ServiceUnavailable";
        case FATAL -> "Error";
      };
    }
  };

  private static final String SODA_PATH = "/vo/soda";

  abstract String word(ServiceFault.Kind kind);

  /** The words of a request. */
  static FaultWords of(HttpServletRequest request) {
    return request.getRequestURI().startsWith(SODA_PATH) ? SODA : DATALINK;
  }

  /** The error document, without a line end. */
  public String text(ServiceFault fault) {
    return text(fault.kind(), fault.text());
  }

  String text(ServiceFault.Kind kind, String detail) {
    return word(kind) + ": " + detail;
  }
}

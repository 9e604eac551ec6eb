package org.pawprint.service;

import jakarta.servlet.http.HttpServletRequest;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.pawprint.core.dali.DaliParameters;
import org.pawprint.core.dali.ParameterFaults;

/** The parameters of a request, from its query string and its form. */
public final class RequestParameters {
  private static final int TOO_LARGE = 413;

  private RequestParameters() {}

  /**
   * @throws ParameterFaults for what is no encoding of parameters, such as a lone percent, and for
   *     more parameters than the container takes
   */
  public static DaliParameters of(HttpServletRequest request) {
    try {
      return DaliParameters.of(request.getParameterMap());
    } catch (InvalidParameterException e) {
      String query = request.getQueryString();
      throw ParameterFaults.of(
          query == null ? "form" : "query",
          query == null ? request.getContentLengthLong() + " bytes" : query,
          e.getErrorCode() == TOO_LARGE
              ? "fewer or shorter parameters; ask in several requests"
              : "name=value pairs joined by &, each with a name, in UTF-8, a % as %25; and not"
                  + " thousands of them");
    }
  }
}

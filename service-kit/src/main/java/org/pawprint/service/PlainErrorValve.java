package org.pawprint.service;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/**
 * What the container says about requests that no service gets to see, such as one with an encoded
 * slash in its path: a line of text in place of an HTML page.
 */
public final class PlainErrorValve extends ErrorReportValve {
  private static final int CLIENT_FAULT = 400;

  @Override
  protected void report(Request request, Response response, @Nullable Throwable fault) {
    int status = response.getStatus();
    if (status < CLIENT_FAULT || response.getContentWritten() > 0 || !response.setErrorReported()) {
      return;
    }
    response.setContentType("text/plain;charset=UTF-8");
    String text =
        status
            + " method, path, query or a header of the request is malformed, too long or unknown\n";
    try {
      response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
      response.finishResponse();
    } catch (IOException | IllegalStateException e) {
      // Nobody is left to tell.
      container.getLogger().debug("error report not sent", e);
    }
  }
}

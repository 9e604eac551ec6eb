package org.pawprint.service;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

/**
 * Lets requests with a body have half of the server's threads: a body may come byte by byte, and
 * those who only ask must be answered meanwhile. The rest are told to come again (RFC 6585, 4), in
 * words that SODA-1.0 5.2 knows.
 */
final class BodyGuardValve extends ValveBase {
  private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");
  private static final int BUSY = 429;
  private static final String SECONDS_TO_WAIT = "10";
  private static final long MOST_TAKEN = 1 << 20;
  private static final long PATIENCE_MILLIS = 200;
  private static final String WORDS =
      "ServiceUnavailable: as many requests with a body as may be are being read; come again\n";

  private final Semaphore places;

  /**
   * @param threads of the server
   */
  BodyGuardValve(int threads) {
    super(true);
    this.places = new Semaphore(Math.max(1, threads / 2));
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    if (!WITH_BODY.contains(request.getMethod())) {
      getNext().invoke(request, response);
    } else if (places.tryAcquire()) {
      try {
        getNext().invoke(request, response);
      } finally {
        places.release();
      }
    } else {
      turnAway(request, response);
    }
  }

  private static void turnAway(Request request, Response response) throws IOException {
    takeWhatComes(request);
    // The rest is not waited for, so the connection is of no more use.
    request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
    response.setStatus(BUSY);
    response.setHeader("Connection", "close");
    response.setHeader("Retry-After", SECONDS_TO_WAIT);
    response.setContentType("text/plain;charset=UTF-8");
    response.getOutputStream().write(WORDS.getBytes(StandardCharsets.UTF_8));
    response.finishResponse();
  }

  /** A connection that is closed on a body that has not been read may lose the answer. */
  private static void takeWhatComes(Request request) throws IOException {
    InputStream body = request.getInputStream();
    long missing = Math.min(MOST_TAKEN, request.getContentLengthLong());
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
    while (missing > 0 && System.nanoTime() - end < 0) {
      int there = body.available();
      if (there > 0) {
        body.skipNBytes(there);
        missing -= there;
      } else {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
      }
    }
  }
}

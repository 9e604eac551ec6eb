package org.pawprint.datalink.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.pawprint.core.dali.ParameterFaults;
import org.pawprint.datalink.http.ServiceFault.Kind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.MediaType;
import org.springframework.transaction.TransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Turns every failure into a text that names what went wrong and never into a stack trace. */
@RestControllerAdvice
final class Faults {
  private static final Logger LOG = LoggerFactory.getLogger(Faults.class);
  private static final String RETRY_SECONDS = "10";

  @ExceptionHandler
  void fault(ServiceFault fault, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    write(response, fault.status(), FaultWords.of(request).text(fault));
  }

  @ExceptionHandler
  void wrongParameters(
      ParameterFaults faults, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    fault(ServiceFault.usage(String.valueOf(faults.getMessage())), request, response);
  }

  @ExceptionHandler({DataAccessException.class, TransactionException.class})
  void databaseAway(RuntimeException e, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    LOG.warn("catalogue cannot be read; answering 503", e);
    fault(ServiceFault.notNow("the catalogue cannot be read now"), request, response);
  }

  @ExceptionHandler
  void storeAway(IOException e, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (response.isCommitted()) {
      LOG.debug("client went away", e);
      return;
    }
    LOG.warn("store cannot be read; answering 503", e);
    fault(ServiceFault.notNow("the file store cannot be read now"), request, response);
  }

  /**
   * Left to the container, which then cuts the connection: the client must not take it for whole.
   */
  @ExceptionHandler
  void brokenOff(BrokenAnswer broken) {
    throw broken;
  }

  @ExceptionHandler
  void unreadableForm(
      MultipartException e, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    LOG.debug("unreadable form", e);
    fault(
        ServiceFault.usage("the multipart form cannot be read or is too long"), request, response);
  }

  @ExceptionHandler
  void wrongMethod(
      HttpRequestMethodNotSupportedException e,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    String allowed = String.join(", ", allowed(e));
    write(
        response,
        405,
        FaultWords.of(request)
            .text(Kind.USAGE, "method " + e.getMethod() + " is not one of " + allowed),
        Map.of("Allow", allowed));
  }

  @ExceptionHandler({NoHandlerFoundException.class, NoResourceFoundException.class})
  void noSuchPath(HttpServletRequest request, HttpServletResponse response) throws IOException {
    write(response, 404, FaultWords.of(request).text(Kind.NOT_FOUND, "no such path"));
  }

  private static Set<String> allowed(HttpRequestMethodNotSupportedException e) {
    Set<String> allowed = new TreeSet<>();
    for (String method : Optional.ofNullable(e.getSupportedMethods()).orElse(new String[0])) {
      allowed.add(method);
    }
    if (allowed.contains("GET")) {
      allowed.add("HEAD");
    }
    return allowed;
  }

  @ExceptionHandler
  void unforeseen(Exception e, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    FaultWords words = FaultWords.of(request);
    if (e instanceof ErrorResponse refusal && refusal.getStatusCode().is4xxClientError()) {
      String title = String.valueOf(refusal.getBody().getTitle());
      write(response, refusal.getStatusCode().value(), words.text(Kind.USAGE, title));
      return;
    }
    LOG.error("unforeseen failure; answering 500", e);
    write(response, 500, words.text(Kind.FATAL, "internal error"));
  }

  private static void write(HttpServletResponse response, int status, String text)
      throws IOException {
    boolean passes = status == 429 || status == 503;
    write(response, status, text, passes ? Map.of("Retry-After", RETRY_SECONDS) : Map.of());
  }

  private static void write(
      HttpServletResponse response, int status, String text, Map<String, String> headers)
      throws IOException {
    if (response.isCommitted()) {
      return;
    }
    response.reset();
    response.setStatus(status);
    headers.forEach(response::setHeader);
    response.setContentType(MediaType.TEXT_PLAIN_VALUE + ";charset=UTF-8");
    response.getOutputStream().write((text + "\n").getBytes(StandardCharsets.UTF_8));
  }
}

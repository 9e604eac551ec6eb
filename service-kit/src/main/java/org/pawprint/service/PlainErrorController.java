package org.pawprint.service;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What is said when nothing else answers, such as for unknown paths: one line of text in place of
 * the framework's error page.
 */
@RestController
class PlainErrorController implements ErrorController {

  @RequestMapping("/error")
  ResponseEntity<String> error(HttpServletRequest request) {
    HttpStatus status = status(request);
    Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    String about = path == null ? "" : ": " + path.toString().replaceAll("[^\\x20-\\x7e]", "?");
    return ResponseEntity.status(status)
        .contentType(MediaType.TEXT_PLAIN)
        .body(status.value() + " " + status.getReasonPhrase() + about + "\n");
  }

  private static HttpStatus status(HttpServletRequest request) {
    HttpStatus status = null;
    if (request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code) {
      status = HttpStatus.resolve(code);
    }
    // Somebody who asks for /error itself asks for a page that does not exist.
    return status == null ? HttpStatus.NOT_FOUND : status;
  }
}

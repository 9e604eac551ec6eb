package org.pawprint.standalone.httpfuzz;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.pawprint.standalone.httpfuzz.Endpoint.FaultForm;

/** Whether an answer is one that a client can live with. */
final class Verdict {
  private static final Set<Integer> WHOLE = Set.of(200, 204, 206, 303, 304);
  private static final Set<Integer> FAULTS =
      Set.of(400, 404, 405, 406, 410, 413, 414, 415, 416, 429, 431, 501);

  /** Others are being served; not a fault of the request, and over soon. */
  private static final int BUSY = 429;

  /** Statuses of requests that reach the protocol, so that it has to answer in its own form. */
  private static final Set<Integer> IN_FORM = Set.of(400, 404, 410);

  private static final Pattern INSIDES =
      Pattern.compile(
          "\\tat [a-z]|java\\.lang\\.|PSQLException|org\\.(springframework|postgresql|apache)\\.");

  private static final Pattern RETRY_AFTER = Pattern.compile("(?i)\r\nRetry-After: *\\d");

  private static final Pattern FAULT_WORD =
      Pattern.compile(
          "(?s).*\r\n\r\n(?:[0-9a-fA-F]+\r\n)?"
              + "(NotFoundFault|UsageFault|TransientFault|FatalFault|DefaultFault|UsageError"
              + "|MultiValuedParamNotSupported|Error|AuthenticationError|AuthorizationError"
              + "|ServiceUnavailable)\\b.*");

  private Verdict() {}

  /** What is wrong with the answer. */
  static Optional<String> on(HostileRequest request, RawAnswer answer, int limitMillis) {
    int status = answer.status();
    if (answer.timedOut() || answer.millis() > limitMillis) {
      return Optional.of("no whole answer within " + limitMillis + " ms");
    }
    if (status == 0) {
      return request.body().length > 0 && answer.text().isEmpty()
          ? Optional.empty()
          : Optional.of("no HTTP status");
    }
    if (status >= 400 && INSIDES.matcher(answer.text()).find()) {
      return Optional.of("an answer of status " + status + " that shows the program's insides");
    }
    if (!WHOLE.contains(status) && !FAULTS.contains(status)) {
      return Optional.of("status " + status);
    }
    if (status == BUSY && !RETRY_AFTER.matcher(answer.text()).find()) {
      return Optional.of("status 429 that does not say when to come again");
    }
    if (IN_FORM.contains(status) && !isPlainRefusal(answer) && !request.head().startsWith("HEAD")) {
      return form(request, answer);
    }
    return Optional.empty();
  }

  /** Of the container, for what is no HTTP: the protocol never saw it. */
  private static boolean isPlainRefusal(RawAnswer answer) {
    return answer.text().contains("of the request is malformed, too long or unknown");
  }

  private static Optional<String> form(HostileRequest request, RawAnswer answer) {
    if (request.endpoint().faultForm() == FaultForm.TEXT) {
      return FAULT_WORD.matcher(answer.text()).matches()
          ? Optional.empty()
          : Optional.of("a fault that does not begin with the name of one");
    }
    if (!answer.text().contains("name=\"QUERY_STATUS\" value=\"ERROR\"")) {
      return Optional.of("a fault that is no VOTable with QUERY_STATUS ERROR");
    }
    boolean named =
        request.parameters().stream().anyMatch(answer.text()::contains)
            || answer.text().contains(">query: ")
            || answer.text().contains(">form: ");
    return named ? Optional.empty() : Optional.of("a fault that names no parameter of the request");
  }
}

package org.pawprint.listener.ops;

import java.io.Serial;

/** An order that cannot be followed: which parameter, what came, what would be right. */
final class OpsFault extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;
  private static final int SHOWN = 200;
  private final int status;
  private final String parameter;
  private final String received;
  private final String expected;

  OpsFault(String parameter, String received, String expected) {
    this(400, parameter, received, expected);
  }

  OpsFault(int status, String parameter, String received, String expected) {
    super(
        "%s '%s': expected %s".formatted(shown(parameter), shown(received), expected),
        null,
        false,
        false);
    this.status = status;
    this.parameter = shown(parameter);
    this.received = shown(received);
    this.expected = expected;
  }

  private static String shown(String text) {
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
  }

  int status() {
    return status;
  }

  String parameter() {
    return parameter;
  }

  String received() {
    return received;
  }

  String expected() {
    return expected;
  }
}

package org.pawprint.listener.ops;

import java.io.Serial;

/** An order that cannot be followed: which parameter, what came, what would be right. */
final class OpsFault extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;
  private final int status;
  private final String parameter;
  private final String received;
  private final String expected;

  OpsFault(String parameter, String received, String expected) {
    this(400, parameter, received, expected);
  }

  OpsFault(int status, String parameter, String received, String expected) {
    super("%s '%s': expected %s".formatted(parameter, received, expected), null, false, false);
    this.status = status;
    this.parameter = parameter;
    this.received = received;
    this.expected = expected;
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

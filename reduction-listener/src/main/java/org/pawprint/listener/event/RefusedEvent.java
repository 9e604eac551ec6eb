package org.pawprint.listener.event;

import java.io.Serial;

/** Ends the reading of an event; the edge of this package turns it into {@link Reading.Refused}. */
final class RefusedEvent extends Exception {
  @Serial private static final long serialVersionUID = 1L;
  private final String step;
  private final String reason;

  RefusedEvent(String step, String reason) {
    super(step + ": " + reason, null, false, false);
    this.step = step;
    this.reason = reason;
  }

  String step() {
    return step;
  }

  String reason() {
    return reason;
  }
}

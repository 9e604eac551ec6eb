package org.pawprint.listener.pipeline;

import java.io.Serial;

/** The broker did not take a message: it may or may not arrive, so it is sent again. */
public final class NotConfirmed extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  public NotConfirmed(String reason) {
    super(reason);
  }

  /** Why, in one line. */
  public String reason() {
    return String.valueOf(getMessage());
  }
}

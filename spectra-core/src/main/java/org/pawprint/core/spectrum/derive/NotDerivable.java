package org.pawprint.core.spectrum.derive;

/**
 * What was asked cannot be made of this spectrum, through no fault of the code. The message is one
 * for users: what is missing or in the way, and what would help.
 */
public final class NotDerivable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public NotDerivable(String message) {
    super(message);
  }
}

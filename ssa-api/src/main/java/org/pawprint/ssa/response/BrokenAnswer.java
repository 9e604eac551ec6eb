package org.pawprint.ssa.response;

/**
 * An answer that cannot be ended in its form: the connection is to be broken, so that the client
 * does not take it for the whole.
 */
public final class BrokenAnswer extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BrokenAnswer(String reason) {
    super(reason);
  }
}

package org.pawprint.datalink.http;

/**
 * An answer that failed after its beginning, in a form that cannot say so itself; the connection
 * ends before its time.
 */
public final class BrokenAnswer extends RuntimeException {
  private static final long serialVersionUID = 1;

  public BrokenAnswer(RuntimeException cause) {
    super("answer broke off after its beginning", cause);
  }
}

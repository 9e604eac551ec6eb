package org.pawprint.ssa.query;

import java.util.List;

/** A request that cannot be understood, with all that is wrong with it. */
public final class SsaFaults extends RuntimeException {
  private static final long serialVersionUID = 1;

  SsaFaults(List<String> faults) {
    super(String.join("\n", faults));
  }

  /** For the user: each line names a parameter, what came, and what would be right. */
  public String text() {
    String message = getMessage();
    return message == null ? "" : message;
  }
}

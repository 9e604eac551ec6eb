package org.pawprint.datalink.uws;

/** Phases of a job (UWS 1.1, 2.1.3), as far as they occur. */
public enum Phase {
  PENDING,
  QUEUED,
  EXECUTING,
  COMPLETED,
  ERROR,
  ABORTED;

  /** Whether another phase can follow (UWS 1.1, 2.2.1.1). */
  public boolean isActive() {
    return this == PENDING || this == QUEUED || this == EXECUTING;
  }
}

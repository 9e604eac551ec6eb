package org.pawprint.datalink.uws;

import org.pawprint.core.dali.DaliParameters;

/** What the jobs of a service do. */
@FunctionalInterface
public interface JobWork {
  /**
   * Does the work of one job.
   *
   * @param stopped to be asked between steps; once true, what is returned is not kept
   */
  JobOutcome run(DaliParameters parameters, Stopped stopped);

  /** Whether a job is to end early. */
  @FunctionalInterface
  interface Stopped {
    boolean isStopped();
  }
}

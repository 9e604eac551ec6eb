package org.pawprint.service;

/**
 * A named step of the work at which a test may kill the process as {@code kill -9} would, to show
 * that repeating the work from there changes nothing. Does nothing unless the system property
 * {@code pawprint.crash-at} names the step.
 */
public final class CrashPoint {
  private static final String STEP = System.getProperty("pawprint.crash-at", "");

  /** Exit status of a killed process, as a shell reports SIGKILL. */
  private static final int KILLED = 137;

  private CrashPoint() {}

  /** The step is done, and nothing after it. */
  public static void reached(String step) {
    if (step.equals(STEP)) {
      Runtime.getRuntime().halt(KILLED);
    }
  }
}

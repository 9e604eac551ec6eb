package org.pawprint.standalone.archive;

import java.io.InterruptedIOException;
import java.time.Duration;

/** The pause of a client that polls. */
public final class Pause {
  private Pause() {}

  public static void of(Duration length) throws InterruptedIOException {
    try {
      Thread.sleep(length.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while waiting");
    }
  }
}

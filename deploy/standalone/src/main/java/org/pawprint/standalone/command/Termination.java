package org.pawprint.standalone.command;

import java.util.concurrent.CountDownLatch;
import sun.misc.Signal;

/**
 * Waits for Ctrl-C or a TERM signal. A shutdown hook would be too late: the broker has one of its
 * own, and hooks run side by side, so the consumers would lose it before they could stop.
 */
final class Termination {
  private Termination() {}

  /** Returns when the process is asked to end; a second request ends it at once. */
  static void await() {
    CountDownLatch asked = new CountDownLatch(1);
    for (String name : new String[] {"INT", "TERM"}) {
      Signal.handle(
          new Signal(name),
          signal -> {
            if (asked.getCount() == 0) {
              Runtime.getRuntime().halt(128 + signal.getNumber());
            }
            asked.countDown();
          });
    }
    try {
      asked.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

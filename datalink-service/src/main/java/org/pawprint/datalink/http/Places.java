package org.pawprint.datalink.http;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Room for so many at once; who finds none in time is sent away with 429. */
public final class Places {
  private final Semaphore free;
  private final Duration patience;
  private final String busy;

  /**
   * @param patience how long one waits for a place
   * @param busy what those are told who are sent away
   */
  public Places(int count, Duration patience, String busy) {
    this.free = new Semaphore(count);
    this.patience = patience;
    this.busy = busy;
  }

  /** A place, kept until it is closed. */
  public interface Place extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * @throws ServiceFault when there is none in time
   */
  public Place take() {
    if (!isFree()) {
      throw ServiceFault.busy(busy);
    }
    return free::release;
  }

  private boolean isFree() {
    try {
      return free.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}

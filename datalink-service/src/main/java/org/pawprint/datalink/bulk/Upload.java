package org.pawprint.datalink.bulk;

import java.io.InputStream;
import java.util.concurrent.TimeUnit;
import org.pawprint.core.dali.ParameterFaults;
import org.pawprint.core.io.CountedInput;

/** The body of a request, of bounded length and read in bounded time. */
final class Upload extends CountedInput {
  private static final long MOST_SECONDS = 120;

  private final long most;
  private final long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(MOST_SECONDS);

  /**
   * @param most bytes
   */
  Upload(InputStream in, long most) {
    super(in);
    this.most = most;
  }

  @Override
  protected void counted() {
    if (bytes() > most) {
      throw ParameterFaults.of("body", "more than " + most + " bytes", "a shorter list of IDs");
    }
    if (System.nanoTime() - end > 0) {
      throw ParameterFaults.of(
          "body", "still not whole after " + MOST_SECONDS + " s", "it faster, or fewer IDs");
    }
  }
}

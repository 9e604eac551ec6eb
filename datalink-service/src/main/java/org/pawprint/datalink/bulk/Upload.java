package org.pawprint.datalink.bulk;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;
import org.pawprint.core.dali.ParameterFaults;

/** The body of a request, of bounded length and read in bounded time. */
final class Upload extends FilterInputStream {
  private static final long MOST_SECONDS = 120;

  private final long most;
  private final long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(MOST_SECONDS);
  private long left;

  /**
   * @param most bytes
   */
  Upload(InputStream in, long most) {
    super(in);
    this.most = most;
    this.left = most;
  }

  @Override
  public int read() throws IOException {
    int b = super.read();
    count(b < 0 ? 0 : 1);
    return b;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int n = super.read(bytes, offset, length);
    count(Math.max(n, 0));
    return n;
  }

  private void count(int n) {
    left -= n;
    if (left < 0) {
      throw ParameterFaults.of("body", "more than " + most + " bytes", "a shorter list of IDs");
    }
    if (System.nanoTime() - end > 0) {
      throw ParameterFaults.of(
          "body", "still not whole after " + MOST_SECONDS + " s", "it faster, or fewer IDs");
    }
  }
}

package org.pawprint.core.io;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts the bytes that are taken from a stream; a subclass may refuse more. */
public class CountedInput extends FilterInputStream {
  private long bytes;

  /**
   * @param in is closed with it
   */
  public CountedInput(InputStream in) {
    super(in);
  }

  /** Taken so far, skipped ones too. */
  public final long bytes() {
    return bytes;
  }

  /** Some more were taken. */
  protected void counted() throws IOException {
    // Any number will do.
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int read = super.read(into, offset, length);
    bytes += Math.max(read, 0);
    counted();
    return read;
  }

  @Override
  public long skip(long most) throws IOException {
    long skipped = super.skip(most);
    bytes += skipped;
    counted();
    return skipped;
  }

  /** Bytes read twice would count twice. */
  @Override
  public boolean markSupported() {
    return false;
  }
}

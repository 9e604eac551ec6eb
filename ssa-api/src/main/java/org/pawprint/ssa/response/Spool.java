package org.pawprint.ssa.response;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.Semaphore;

/**
 * The beginning of an answer, kept until it is whole or long: a short one is sent when the
 * catalogue is let go, however slowly its client reads; a long one takes a place of those that may
 * keep the catalogue while they are read.
 */
public final class Spool extends OutputStream {
  private static final int SHORT = 2 << 20;

  private final OutputStream out;
  private final Semaphore places;
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream(1 << 16);
  private boolean through;

  Spool(OutputStream out, Semaphore places) {
    this.out = out;
    this.places = places;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  /**
   * @throws TooManyAnswers when the answer is long and no place is free; nothing was sent then
   */
  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    if (!through && kept.size() + length > SHORT) {
      if (!places.tryAcquire()) {
        throw new TooManyAnswers();
      }
      through = true;
      kept.writeTo(out);
      kept.reset();
    }
    (through ? out : kept).write(bytes, offset, length);
  }

  @Override
  public void flush() throws IOException {
    if (through) {
      out.flush();
    }
  }

  /** Sends what is kept, after the catalogue was let go. */
  public void finish() throws IOException {
    kept.writeTo(out);
    out.flush();
  }

  /** Gives the place back, if it took one. */
  @Override
  public void close() {
    if (through) {
      places.release();
      through = false;
    }
  }
}

package org.pawprint.core.fits;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.pawprint.core.io.CountedInput;

/**
 * Expands gzip within bounds: no more than so many bytes, and beyond 16 MiB not at a rate that no
 * measurement has: a megabyte made to expand to a gigabyte would keep a reader busy for seconds.
 * What goes beyond, and damaged gzip, is refused with {@link UnreadableFits}.
 */
public final class BoundedGzip extends InputStream {
  /** Up to here any rate will do. */
  static final int FREE_BYTES = 16 << 20;

  /** Noise shrinks to a half, cubes with blank borders to a tenth; deflate can do 1,032. */
  private static final int MOST_SHRINKING = 100;

  private static final int BUFFER = 1 << 14;

  private final String file;
  private final long maxBytes;
  private final CountedInput source;
  private final InputStream expanded;
  private long bytes;

  /**
   * @param compressed stays the caller's to close
   * @param file its name, for faults
   * @param maxBytes expanded
   */
  public BoundedGzip(InputStream compressed, String file, long maxBytes) throws IOException {
    this.file = file;
    this.maxBytes = maxBytes;
    this.source = new CountedInput(compressed);
    try {
      this.expanded = new GZIPInputStream(source, BUFFER);
    } catch (ZipException | EOFException e) {
      throw damaged(e);
    }
  }

  /** Whether content begins as gzip does. */
  public static boolean isGzip(byte[] start) {
    return start.length >= 2 && start[0] == 0x1f && start[1] == (byte) 0x8b;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int count;
    try {
      count = expanded.read(into, offset, length);
    } catch (ZipException | EOFException e) {
      throw damaged(e);
    }
    bytes += Math.max(count, 0);
    requireWithin();
    return count;
  }

  private UnreadableFits damaged(IOException e) {
    return new UnreadableFits(
        file, "", "", "damaged gzip: " + e.getMessage(), "a complete gzip stream", e);
  }

  private void requireWithin() {
    if (bytes > maxBytes) {
      throw new UnreadableFits(
          file, "", "", "gzip of more than " + maxBytes + " bytes", "at most that many expanded");
    }
    if (bytes > FREE_BYTES && bytes > MOST_SHRINKING * source.bytes()) {
      throw new UnreadableFits(
          file,
          "",
          "",
          "gzip that makes more than " + bytes + " bytes of " + source.bytes(),
          "at most " + MOST_SHRINKING + " times the size beyond 16 MiB");
    }
  }
}

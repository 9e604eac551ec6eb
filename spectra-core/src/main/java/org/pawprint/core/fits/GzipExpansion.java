package org.pawprint.core.fits;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Expands gzip within bounds: in memory up to 16 MiB, beyond that through a temporary file that is
 * deleted as soon as it is mapped. What does not begin as FITS is refused before the rest is
 * expanded, and what goes on beyond 16 MiB at a rate that no measurement has is refused there: a
 * megabyte made to expand to a gigabyte would keep a reader busy for seconds.
 */
final class GzipExpansion {
  private static final int IN_MEMORY = 16 << 20;
  private static final byte[] SIMPLE = "SIMPLE  ".getBytes(StandardCharsets.US_ASCII);

  /** Noise shrinks to a half, cubes with blank borders to a tenth; deflate can do 1,032. */
  private static final int MOST_SHRINKING = 100;

  private static final int BUFFER = 1 << 16;

  private final String file;
  private final long maxBytes;

  GzipExpansion(String file, long maxBytes) {
    this.file = file;
    this.maxBytes = maxBytes;
  }

  static boolean isGzip(byte[] start) {
    return start.length >= 2 && start[0] == 0x1f && start[1] == (byte) 0x8b;
  }

  FitsBytes expand(InputStream compressed) throws IOException {
    Counted source = new Counted(compressed);
    try (BufferedInputStream in =
        new BufferedInputStream(new GZIPInputStream(source, BUFFER), BUFFER)) {
      in.mark(SIMPLE.length);
      if (!Arrays.equals(in.readNBytes(SIMPLE.length), SIMPLE)) {
        throw new UnreadableFits(
            file, "", "", "gzip of something else", "gzip of a file that begins with SIMPLE");
      }
      in.reset();
      byte[] whole = in.readNBytes(IN_MEMORY);
      requireWithin(whole.length);
      int next = in.read();
      return next < 0 ? FitsBytes.of(ByteBuffer.wrap(whole)) : spill(whole, next, in, source);
    } catch (ZipException | EOFException e) {
      throw new UnreadableFits(
          file, "", "", "damaged gzip: " + e.getMessage(), "a complete gzip stream", e);
    }
  }

  private FitsBytes spill(byte[] whole, int next, InputStream in, Counted source)
      throws IOException {
    Path spilled = Files.createTempFile("pawprint-", ".fits");
    try (FileChannel channel =
        FileChannel.open(spilled, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      write(channel, whole, whole.length);
      write(channel, new byte[] {(byte) next}, 1);
      byte[] buffer = new byte[BUFFER];
      long total = whole.length + 1L;
      requireWithin(total);
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        total += n;
        requireWithin(total);
        requireMeasured(total, source.bytes);
        write(channel, buffer, n);
      }
      return FitsBytes.of(channel);
    } finally {
      Files.delete(spilled);
    }
  }

  private static void write(FileChannel channel, byte[] bytes, int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, length);
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
  }

  private void requireWithin(long bytes) {
    if (bytes > maxBytes) {
      throw new UnreadableFits(
          file, "", "", "gzip of more than " + maxBytes + " bytes", "at most that many expanded");
    }
  }

  private void requireMeasured(long expanded, long compressed) {
    if (expanded > MOST_SHRINKING * compressed) {
      throw new UnreadableFits(
          file,
          "",
          "",
          "gzip that makes more than " + expanded + " bytes of " + compressed,
          "at most " + MOST_SHRINKING + " times the size beyond 16 MiB");
    }
  }

  /** Counts what was taken from it. */
  private static final class Counted extends FilterInputStream {
    private long bytes;

    private Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int one = super.read();
      bytes += one < 0 ? 0 : 1;
      return one;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int n = super.read(into, offset, length);
      bytes += Math.max(n, 0);
      return n;
    }
  }
}

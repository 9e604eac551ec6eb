package org.pawprint.core.fits;

import java.io.EOFException;
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
 * expanded.
 */
final class GzipExpansion {
  private static final int IN_MEMORY = 16 << 20;
  private static final byte[] SIMPLE = "SIMPLE  ".getBytes(StandardCharsets.US_ASCII);

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
    try (InputStream in = new GZIPInputStream(compressed, 1 << 16)) {
      byte[] start = in.readNBytes(2880);
      if (start.length < SIMPLE.length
          || !Arrays.equals(start, 0, SIMPLE.length, SIMPLE, 0, SIMPLE.length)) {
        throw new UnreadableFits(
            file, "", "", "gzip of something else", "gzip of a file that begins with SIMPLE");
      }
      byte[] more = in.readNBytes(IN_MEMORY - start.length);
      byte[] whole = Arrays.copyOf(start, start.length + more.length);
      System.arraycopy(more, 0, whole, start.length, more.length);
      requireWithin(whole.length);
      int next = in.read();
      return next < 0 ? FitsBytes.of(ByteBuffer.wrap(whole)) : spill(whole, next, in);
    } catch (ZipException | EOFException e) {
      throw new UnreadableFits(
          file, "", "", "damaged gzip: " + e.getMessage(), "a complete gzip stream", e);
    }
  }

  private FitsBytes spill(byte[] whole, int next, InputStream in) throws IOException {
    Path spilled = Files.createTempFile("pawprint-", ".fits");
    try (FileChannel channel =
        FileChannel.open(spilled, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      write(channel, whole, whole.length);
      write(channel, new byte[] {(byte) next}, 1);
      byte[] buffer = new byte[1 << 16];
      long total = whole.length + 1L;
      requireWithin(total);
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        total += n;
        requireWithin(total);
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
}

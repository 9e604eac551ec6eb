package org.pawprint.core.fits;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * Expands a FITS file out of gzip: in memory up to 16 MiB, beyond that through a temporary file
 * that is deleted as soon as it is mapped. What does not begin as FITS is refused before the rest
 * is expanded.
 */
final class GzipExpansion {
  private static final int IN_MEMORY = BoundedGzip.FREE_BYTES;
  private static final byte[] SIMPLE = "SIMPLE  ".getBytes(StandardCharsets.US_ASCII);
  private static final int FIRST_CAPACITY = 1 << 18;
  private static final int BUFFER = 1 << 16;

  private final String file;
  private final long maxBytes;

  GzipExpansion(String file, long maxBytes) {
    this.file = file;
    this.maxBytes = maxBytes;
  }

  FitsBytes expand(InputStream compressed) throws IOException {
    // Nothing to close: the compressed stream stays the caller's.
    InputStream in = new BoundedGzip(compressed, file, maxBytes);
    byte[] whole = new byte[FIRST_CAPACITY];
    int length = in.readNBytes(whole, 0, SIMPLE.length);
    if (!Arrays.equals(whole, 0, length, SIMPLE, 0, SIMPLE.length)) {
      throw new UnreadableFits(
          file, "", "", "gzip of something else", "gzip of a file that begins with SIMPLE");
    }
    while (true) {
      length += in.readNBytes(whole, length, whole.length - length);
      if (length < whole.length) {
        return FitsBytes.of(ByteBuffer.wrap(whole, 0, length));
      }
      if (length == IN_MEMORY) {
        return spill(whole, in);
      }
      whole = Arrays.copyOf(whole, 2 * length);
    }
  }

  private static FitsBytes spill(byte[] whole, InputStream in) throws IOException {
    Path spilled = Files.createTempFile("pawprint-", ".fits");
    try (FileChannel channel =
        FileChannel.open(spilled, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      write(channel, whole, whole.length);
      byte[] buffer = new byte[BUFFER];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
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
}

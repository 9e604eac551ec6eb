package org.pawprint.store.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.security.MessageDigest;
import org.pawprint.core.identifier.Sha256;

/**
 * Digest and size of a file that was read once.
 *
 * @param bytes more than the limit where the file is longer than that
 */
public record MeasuredFile(Sha256 sha256, long bytes) {
  private static final int BUFFER_BYTES = 1 << 20;

  /** One direct buffer per thread; allocating and freeing them is dear. */
  private static final ThreadLocal<ByteBuffer> BUFFER =
      ThreadLocal.withInitial(() -> ByteBuffer.allocateDirect(BUFFER_BYTES));

  /** Takes what was read last. */
  interface Sink {
    void write(ByteBuffer bytes) throws IOException;
  }

  /**
   * Reads to the end, or to one buffer more than the limit.
   *
   * @throws IOException of the source
   */
  public static MeasuredFile of(ReadableByteChannel source, long limitBytes) throws IOException {
    return of(source, limitBytes, bytes -> {});
  }

  static MeasuredFile of(ReadableByteChannel source, long limitBytes, Sink sink)
      throws IOException {
    MessageDigest digest = Sha256.newDigest();
    ByteBuffer buffer = BUFFER.get();
    long bytes = 0;
    while (bytes <= limitBytes && source.read(buffer.clear()) >= 0) {
      buffer.flip();
      bytes += buffer.remaining();
      digest.update(buffer.duplicate());
      sink.write(buffer);
    }
    return new MeasuredFile(Sha256.of(digest), bytes);
  }
}

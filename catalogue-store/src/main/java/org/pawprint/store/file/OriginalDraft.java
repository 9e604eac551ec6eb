package org.pawprint.store.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import org.pawprint.core.identifier.Sha256;

/**
 * A copy that is not yet an original: its digest and size are known, nobody can find it. Closing
 * discards what was not kept. For one thread.
 */
public final class OriginalDraft implements AutoCloseable {
  private static final int BUFFER_BYTES = 1 << 20;

  /** One direct buffer per thread; allocating and freeing them is dear. */
  private static final ThreadLocal<ByteBuffer> BUFFER =
      ThreadLocal.withInitial(() -> ByteBuffer.allocateDirect(BUFFER_BYTES));

  private final OriginalStore store;
  private final Path file;
  private final FileChannel channel;
  private final MessageDigest digest = Sha256.newDigest();
  private Sha256 sha256 = Sha256.of(new byte[0]);
  private long bytes;

  OriginalDraft(OriginalStore store, Path file, FileChannel channel) {
    this.store = store;
    this.file = file;
    this.channel = channel;
  }

  void fill(ReadableByteChannel source, long limitBytes) throws IOException {
    ByteBuffer buffer = BUFFER.get();
    while (bytes <= limitBytes && source.read(buffer.clear()) >= 0) {
      buffer.flip();
      bytes += buffer.remaining();
      digest.update(buffer.duplicate());
      write(buffer);
    }
    sha256 = Sha256.of(digest);
  }

  private void write(ByteBuffer buffer) throws StoreWriteFailure {
    try {
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
    } catch (IOException e) {
      throw new StoreWriteFailure("cannot write " + file, e);
    }
  }

  /** Digest of the bytes copied. */
  public Sha256 sha256() {
    return sha256;
  }

  /** Number of bytes copied; more than the limit when the source was longer than that. */
  public long bytes() {
    return bytes;
  }

  /** Makes it an original, durable under its digest when this returns. Repeats are harmless. */
  public void keep() throws StoreWriteFailure {
    try {
      channel.force(true);
      channel.close();
      store.adopt(file, sha256, bytes);
    } catch (IOException e) {
      throw new StoreWriteFailure("cannot keep " + sha256, e);
    }
  }

  @Override
  public void close() throws StoreWriteFailure {
    try {
      channel.close();
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new StoreWriteFailure("cannot discard " + file, e);
    }
  }
}

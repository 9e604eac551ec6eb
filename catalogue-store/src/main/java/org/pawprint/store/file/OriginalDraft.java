package org.pawprint.store.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.pawprint.core.identifier.Sha256;

/**
 * A copy that is not yet an original: its digest and size are known, nobody can find it. Closing
 * discards what was not kept. For one thread.
 */
public final class OriginalDraft implements AutoCloseable {
  private final OriginalStore store;
  private final Path file;
  private final FileChannel channel;
  private MeasuredFile content = new MeasuredFile(Sha256.of(new byte[0]), 0);

  OriginalDraft(OriginalStore store, Path file, FileChannel channel) {
    this.store = store;
    this.file = file;
    this.channel = channel;
  }

  void fill(ReadableByteChannel source, long limitBytes) throws IOException {
    content = MeasuredFile.of(source, limitBytes, this::write);
    // A batch has more drafts than a process may have open files.
    channel.close();
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
    return content.sha256();
  }

  /** Number of bytes copied; more than the limit when the source was longer than that. */
  public long bytes() {
    return content.bytes();
  }

  /** Makes it an original, durable under its digest when this returns. Repeats are harmless. */
  public void keep() throws StoreWriteFailure {
    store.keep(List.of(this));
  }

  Path file() {
    return file;
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

package org.pawprint.store.file;

import com.sun.nio.file.ExtendedOpenOption;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bytes of a segment on their way to the disk, in pieces of a megabyte; past the page cache
 * where that is wanted and the file system can do it. Not thread-safe.
 */
final class SegmentFile implements Closeable {
  private static final Logger log = LoggerFactory.getLogger(SegmentFile.class);
  private static final int PIECE_BYTES = 1 << 20;

  /** Whole blocks of every disk in use; direct writes take nothing smaller. */
  private static final int DISK_BLOCK = 4096;

  private final FileChannel channel;
  private final boolean direct;
  private final ByteBuffer piece = ByteBuffer.allocate(PIECE_BYTES);
  private long length;

  private SegmentFile(FileChannel channel, boolean direct) {
    this.channel = channel;
    this.direct = direct;
  }

  /**
   * Creates the file, which must not be there.
   *
   * @param readSoon whether the bytes are better kept in memory: else they would only push out what
   *     is read
   */
  static SegmentFile create(Path file, boolean readSoon) throws IOException {
    if (!readSoon) {
      try {
        return new SegmentFile(open(file, Set.of(ExtendedOpenOption.DIRECT)), true);
      } catch (UnsupportedOperationException | IOException e) {
        // Some file systems, those in memory among them, refuse; some leave an empty file.
        log.debug("file={} direct=no reason=\"{}\"", file, e.getMessage());
        Files.deleteIfExists(file);
      }
    }
    return new SegmentFile(open(file, Set.of()), false);
  }

  private static FileChannel open(Path file, Set<OpenOption> more) throws IOException {
    OpenOption[] options = more.toArray(new OpenOption[more.size() + 2]);
    options[more.size()] = StandardOpenOption.CREATE_NEW;
    options[more.size() + 1] = StandardOpenOption.WRITE;
    return FileChannel.open(file, options);
  }

  /** Bytes so far. */
  long length() {
    return length;
  }

  /** Appends the remaining bytes. */
  void write(ByteBuffer bytes) throws IOException {
    length += bytes.remaining();
    while (bytes.hasRemaining()) {
      int count = Math.min(bytes.remaining(), piece.remaining());
      piece.put(bytes.slice(bytes.position(), count));
      bytes.position(bytes.position() + count);
      if (!piece.hasRemaining()) {
        flush();
      }
    }
  }

  private void flush() throws IOException {
    piece.flip();
    while (piece.hasRemaining()) {
      channel.write(piece);
    }
    piece.clear();
  }

  /** Writes the rest and waits for the disk. */
  void sync() throws IOException {
    if (direct) {
      while (piece.position() % DISK_BLOCK != 0) {
        piece.put((byte) 0);
      }
    }
    flush();
    if (direct) {
      channel.truncate(length);
    }
    channel.force(true);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}

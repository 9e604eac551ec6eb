package org.pawprint.standalone.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The physical limit beside which ingest is quoted: the same bytes, written and synced, nothing
 * else.
 */
final class RawWrite {
  private static final int CHUNK = 1 << 20;

  private RawWrite() {}

  /**
   * Writes files of that size, each synced, and removes them.
   *
   * @return seconds for the writing alone
   */
  static double seconds(Path folder, int files, long bytesEach) throws IOException {
    Files.createDirectories(folder);
    ByteBuffer chunk = ByteBuffer.allocateDirect(CHUNK);
    long spent = 0;
    for (int i = 0; i < files; i++) {
      Path file = folder.resolve("raw-" + i);
      long began = System.nanoTime();
      try (FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
        for (long left = bytesEach; left > 0; ) {
          chunk.clear().limit((int) Math.min(CHUNK, left));
          left -= channel.write(chunk);
        }
        channel.force(true);
      }
      spent += System.nanoTime() - began;
      Files.delete(file);
    }
    return spent / 1e9;
  }
}

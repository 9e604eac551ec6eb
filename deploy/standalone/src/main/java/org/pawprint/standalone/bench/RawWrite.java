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
  private RawWrite() {}

  /**
   * Writes the bytes of a frame again and again, each copy a file of its own, synced, and removes
   * it.
   *
   * @param frame whose bytes are written: zeros would be too easy for some disks
   * @param copies how many files
   * @return seconds for writing and syncing alone
   */
  static double seconds(Path folder, Path frame, int copies) throws IOException {
    Files.createDirectories(folder);
    byte[] bytes = Files.readAllBytes(frame);
    ByteBuffer content = ByteBuffer.allocateDirect(bytes.length).put(bytes);
    long spent = 0;
    for (int i = 0; i < copies; i++) {
      Path file = folder.resolve("raw-" + i);
      long began = System.nanoTime();
      try (FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
        content.rewind();
        while (content.hasRemaining()) {
          channel.write(content);
        }
        channel.force(true);
      }
      spent += System.nanoTime() - began;
      Files.delete(file);
    }
    return spent / 1e9;
  }
}

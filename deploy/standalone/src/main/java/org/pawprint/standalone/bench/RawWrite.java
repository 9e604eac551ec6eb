package org.pawprint.standalone.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.pawprint.embedded.Folders;

/**
 * The physical limit beside which ingest is quoted: the same bytes, written and synced, nothing
 * else.
 */
final class RawWrite {
  private RawWrite() {}

  /**
   * Writes some bytes again and again, so many times in a file that is synced, and removes the
   * files.
   *
   * @param bytes zeros would be too easy for some disks
   * @param copies of the bytes
   * @param together how many copies in a file
   * @return seconds for writing and syncing alone
   */
  static double seconds(Path folder, byte[] bytes, int copies, int together) throws IOException {
    Files.createDirectories(folder);
    ByteBuffer content = ByteBuffer.allocateDirect(bytes.length).put(bytes);
    long spent = 0;
    for (int i = 0; i < copies; i += together) {
      Path file = folder.resolve("raw-" + i);
      long began = System.nanoTime();
      try (FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        for (int j = i; j < Math.min(copies, i + together); j++) {
          content.rewind();
          while (content.hasRemaining()) {
            channel.write(content);
          }
        }
        channel.force(true);
      }
      spent += System.nanoTime() - began;
    }
    Folders.delete(folder);
    return spent / 1e9;
  }
}

package org.pawprint.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Held by the one process that uses a data folder; the system lets go of it when the process dies.
 * Without it a second start would take the first one's server for a stale one and end it.
 */
public final class InstallationLock implements AutoCloseable {
  private final FileChannel channel;

  private InstallationLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * The lock of this folder, or empty while another process, or another part of this one, has it.
   */
  public static Optional<InstallationLock> tryAcquire(Path data, String name) throws IOException {
    Files.createDirectories(data);
    FileChannel channel =
        FileChannel.open(
            data.resolve(name + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return Optional.of(new InstallationLock(channel));
      }
    } catch (OverlappingFileLockException e) {
      // Held in this very process: the same answer as from another one.
    }
    channel.close();
    return Optional.empty();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}

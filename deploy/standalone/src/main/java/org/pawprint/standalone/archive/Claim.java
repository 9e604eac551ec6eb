package org.pawprint.standalone.archive;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.pawprint.embedded.Folders;

/**
 * A data folder kept to this process, and its ten ports found free, before anything in the folder
 * is touched. The lock is a file beside the folder, so that the folder can be emptied.
 */
public final class Claim implements AutoCloseable {
  private final DataFolder data;
  private final FileChannel lock;

  private Claim(DataFolder data, FileChannel lock) {
    this.data = data;
    this.lock = lock;
  }

  /**
   * @throws IOException in words for the user, when another process has the folder or a port
   */
  public static Claim of(DataFolder data, Ports ports) throws IOException {
    Path file = data.root().resolveSibling(data.root().getFileName() + ".lock");
    Files.createDirectories(file.resolveSibling(""));
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (lock(channel) == null) {
        throw new IOException(
            "another pawprint runs with its data in "
                + data.root()
                + "; end it, or give this one a folder of its own by --data");
      }
      for (int port = ports.base(); port < ports.base() + Ports.COUNT; port++) {
        requireFree(port);
      }
      return new Claim(data, channel);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  private static void requireFree(int port) throws IOException {
    try (ServerSocket socket = new ServerSocket()) {
      // As the servers do: a port that was closed a moment ago is free.
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
    } catch (IOException e) {
      throw new IOException(
          "port " + port + " of 127.0.0.1 is in use; give ten other ports by --port-base", e);
    }
  }

  public DataFolder data() {
    return data;
  }

  /** Removes what an earlier run left in the folder. */
  public void empty() throws IOException {
    Folders.delete(data.root());
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }
}

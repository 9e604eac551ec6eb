package org.pawprint.standalone.archive;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.pawprint.embedded.Folders;
import org.pawprint.embedded.InstallationLock;

/**
 * A data folder kept to this process, and its ten ports found free, before anything in the folder
 * is touched. The lock is a file beside the folder, so that the folder can be emptied.
 */
public final class Claim implements AutoCloseable {
  private final DataFolder data;
  private final InstallationLock lock;

  private Claim(DataFolder data, InstallationLock lock) {
    this.data = data;
    this.lock = lock;
  }

  /**
   * @throws IOException in words for the user, when another process has the folder or a port
   */
  public static Claim of(DataFolder data, Ports ports) throws IOException {
    InstallationLock lock =
        InstallationLock.tryAcquire(
                data.root().resolveSibling(""), data.root().getFileName().toString())
            .orElseThrow(
                () ->
                    new IOException(
                        "another pawprint runs with its data in "
                            + data.root()
                            + "; end it, or give this one a folder of its own by --data"));
    try {
      for (int port = ports.base(); port < ports.base() + Ports.COUNT; port++) {
        requireFree(port);
      }
      return new Claim(data, lock);
    } catch (IOException e) {
      lock.close();
      throw e;
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

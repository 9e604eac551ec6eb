package org.pawprint.standalone;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.stream.IntStream;
import org.pawprint.standalone.archive.Ports;

/** Ten free ports in a row for an archive under test. */
final class FreePorts {
  private static final int TRIES = 100;
  private static final int IN_A_ROW = 10;

  private FreePorts() {}

  /** Ports of 127.0.0.1 that were all free a moment ago. */
  static Ports find() {
    for (int i = 0; i < TRIES; i++) {
      int base = org.pawprint.testkit.Ports.free();
      if (base + IN_A_ROW < 65536
          && IntStream.range(base, base + IN_A_ROW).allMatch(p -> free(p))) {
        return new Ports(base);
      }
    }
    throw new IllegalStateException("no " + IN_A_ROW + " free ports in a row");
  }

  private static boolean free(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }
}

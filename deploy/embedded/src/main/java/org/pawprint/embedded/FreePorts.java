package org.pawprint.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/**
 * Ports of 127.0.0.1 for servers that start later.
 *
 * <p>They lie below the ephemeral range (32768 and up on Linux, 49152 and up by RFC 6335): a port
 * out of that range can become the near end of anybody's outgoing connection between being found
 * free and being listened at.
 */
public final class FreePorts {
  private static final int FIRST = 20_000;
  private static final int END = 32_000;
  private static final int TRIES = 1_000;

  private FreePorts() {}

  /** A port that was free a moment ago. */
  public static int one() {
    return inARow(1);
  }

  /**
   * The first of some consecutive ports that were all free a moment ago.
   *
   * @param count how many, 1 to 100
   */
  public static int inARow(int count) {
    for (int i = 0; i < TRIES; i++) {
      int base = ThreadLocalRandom.current().nextInt(FIRST, END - count);
      if (IntStream.range(base, base + count).allMatch(FreePorts::isFree)) {
        return base;
      }
    }
    throw new IllegalStateException(
        "no " + count + " free ports in a row from " + FIRST + " to " + END);
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }
}

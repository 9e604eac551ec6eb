package org.pawprint.embedded;

import java.nio.file.Path;

/**
 * Where an embedded broker keeps its files and whether queues survive it.
 *
 * @param data folder of this installation; work files and the store are in {@code broker} below it,
 *     the password is in {@code secrets}
 * @param port TCP port on 127.0.0.1
 * @param durable whether durable queues and persistent messages outlive the process
 */
public record BrokerSettings(Path data, int port, boolean durable) {

  public BrokerSettings {
    data = data.toAbsolutePath().normalize();
    if (port < 1 || port > 65535) {
      throw new IllegalArgumentException("port " + port + " is not in 1..65535");
    }
  }

  /** For {@code serve}: messages are on disk before they are confirmed. */
  public static BrokerSettings durable(Path data, int port) {
    return new BrokerSettings(data, port, true);
  }

  /** For {@code demo} and tests: everything in memory. */
  public static BrokerSettings inMemory(Path data, int port) {
    return new BrokerSettings(data, port, false);
  }

  Path work() {
    return data.resolve("broker");
  }
}

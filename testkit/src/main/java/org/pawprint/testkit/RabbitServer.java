package org.pawprint.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.pawprint.embedded.BrokerLogin;
import org.pawprint.embedded.Folders;
import org.pawprint.embedded.FreePorts;

/**
 * A real RabbitMQ under test: a private node of the machine's {@code rabbitmq-server} package with
 * the definitions of {@code deploy/rabbitmq}. Ready after some six seconds.
 */
public final class RabbitServer implements BrokerUnderTest {
  private static final String VIRTUAL_HOST = "pawprint";
  private static final String USER = "pawprint";

  private final Path folder;
  private final RabbitNode node;
  private final BrokerLogin login;

  private RabbitServer(Path folder) {
    this.folder = folder;
    int port = FreePorts.one();
    this.login =
        new BrokerLogin("127.0.0.1", port, VIRTUAL_HOST, USER, UUID.randomUUID().toString());
    this.node = new RabbitNode(folder, port);
    node.start();
    try {
      node.importDefinitions();
      node.control("add_user", USER, login.password());
      node.control("delete_user", "guest");
      permit();
    } catch (RuntimeException e) {
      node.stop();
      throw e;
    }
  }

  /** Whether the machine has RabbitMQ's server scripts. */
  public static boolean installed() {
    return RabbitNode.installed();
  }

  /** A new node with an empty virtual host. */
  public static RabbitServer create() {
    try {
      return new RabbitServer(Files.createTempDirectory("pawprint-test-rabbitmq-"));
    } catch (IOException e) {
      throw new UncheckedIOException("folder of the RabbitMQ node", e);
    }
  }

  @Override
  public BrokerLogin login() {
    return login;
  }

  @Override
  public void stop() {
    node.stop();
  }

  @Override
  public void start() {
    if (!node.running()) {
      node.start();
    }
  }

  @Override
  public boolean keepsMessages() {
    return true;
  }

  @Override
  public void reset() {
    node.control("delete_vhost", VIRTUAL_HOST);
    node.importDefinitions();
    permit();
  }

  @Override
  public void killConnections() {
    node.control("close_all_connections", "--vhost", VIRTUAL_HOST, "cut by a test");
  }

  @Override
  public void close() {
    node.stop();
    try {
      Folders.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("removal of " + folder, e);
    }
  }

  private void permit() {
    node.control("set_permissions", "-p", VIRTUAL_HOST, USER, ".*", ".*", ".*");
  }

  @Override
  public String toString() {
    return "RabbitMQ";
  }
}

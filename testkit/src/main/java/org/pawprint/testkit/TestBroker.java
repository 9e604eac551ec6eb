package org.pawprint.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pawprint.embedded.BrokerLogin;
import org.pawprint.embedded.BrokerSettings;
import org.pawprint.embedded.EmbeddedBroker;
import org.pawprint.embedded.Folders;
import org.pawprint.embedded.FreePorts;

/** The embedded broker under test, on a free port. */
public final class TestBroker implements BrokerUnderTest {
  private final BrokerSettings settings;
  private final BrokerLogin login;
  private @Nullable EmbeddedBroker running;

  private TestBroker(BrokerSettings settings) {
    this.settings = settings;
    EmbeddedBroker first = EmbeddedBroker.start(settings);
    this.running = first;
    this.login = first.login();
  }

  /** Keeps everything in memory: the quickest, and empty again after stop and start. */
  public static TestBroker inMemory() {
    return new TestBroker(BrokerSettings.inMemory(folder(), FreePorts.one()));
  }

  /** Keeps durable queues and persistent messages over stop and start, as {@code serve} does. */
  public static TestBroker durable() {
    return new TestBroker(BrokerSettings.durable(folder(), FreePorts.one()));
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory("pawprint-test-broker-");
    } catch (IOException e) {
      throw new UncheckedIOException("folder of the broker under test", e);
    }
  }

  @Override
  public BrokerLogin login() {
    return login;
  }

  @Override
  public void stop() {
    Optional.ofNullable(running).ifPresent(EmbeddedBroker::close);
    running = null;
  }

  @Override
  public void start() {
    if (running == null) {
      running = EmbeddedBroker.start(settings);
    }
  }

  @Override
  public boolean keepsMessages() {
    return settings.durable();
  }

  @Override
  public void reset() {
    stop();
    removeFiles(settings.data().resolve("broker"));
    start();
  }

  @Override
  public void killConnections() {
    Optional.ofNullable(running).ifPresent(EmbeddedBroker::closeConnections);
  }

  @Override
  public void close() {
    stop();
    removeFiles(settings.data());
  }

  private static void removeFiles(Path folder) {
    try {
      Folders.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("removal of " + folder, e);
    }
  }

  @Override
  public String toString() {
    return settings.durable() ? "embedded broker with store" : "embedded broker in memory";
  }
}

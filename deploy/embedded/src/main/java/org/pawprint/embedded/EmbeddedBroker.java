package org.pawprint.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.qpid.server.SystemLauncher;
import org.apache.qpid.server.model.ConfiguredObject;
import org.apache.qpid.server.model.Connection;
import org.apache.qpid.server.model.Port;
import org.apache.qpid.server.model.SystemConfig;

/**
 * An AMQP 0-9-1 broker of Pawprint's own on 127.0.0.1 with the virtual host {@value #VIRTUAL_HOST},
 * for one machine without RabbitMQ: Apache Qpid Broker-J inside this process. Not thread-safe.
 */
public final class EmbeddedBroker implements AutoCloseable {
  public static final String VIRTUAL_HOST = "pawprint";

  private static final String USER = "pawprint";
  private static final String CONFIGURATION = "broker.json";

  static {
    // Otherwise each connection and queue is reported at INFO, as many lines as there is work.
    System.setProperty("qpid.broker_status_updates", "false");
  }

  private final SystemLauncher launcher;
  private final StartupWatch watch;
  private final BrokerLogin login;

  private EmbeddedBroker(SystemLauncher launcher, StartupWatch watch, BrokerLogin login) {
    this.launcher = launcher;
    this.watch = watch;
    this.login = login;
  }

  /**
   * Starts the broker, generating its password at the first time; returns when its port is open.
   *
   * @throws EmbeddedServerException when the port is taken or the store cannot be opened
   */
  public static EmbeddedBroker start(BrokerSettings settings) {
    Secrets secrets = new Secrets(settings.data().resolve("secrets"), new SecureRandom());
    BrokerLogin login =
        new BrokerLogin(
            "127.0.0.1", settings.port(), VIRTUAL_HOST, USER, secrets.secret("broker-" + USER));
    StartupWatch watch = new StartupWatch();
    SystemLauncher launcher = new SystemLauncher(watch);
    try {
      launcher.startup(attributes(settings, login));
    } catch (Exception e) {
      throw failure(settings, e);
    }
    watch.fault().ifPresent(fault -> fail(launcher, settings, fault));
    return new EmbeddedBroker(launcher, watch, login);
  }

  public BrokerLogin login() {
    return login;
  }

  /** Cuts every client connection, as a failing network would; clients may connect again. */
  public void closeConnections() {
    SystemConfig<?> system = Objects.requireNonNull(watch.system(), "started");
    for (ConfiguredObject<?> port :
        system.getContainer().getChildren(Port.class).toArray(ConfiguredObject[]::new)) {
      for (Connection<?> connection : ((Port<?>) port).getConnections()) {
        connection.delete();
      }
    }
  }

  /** Closes all connections and the store. */
  @Override
  public void close() {
    launcher.shutdown();
  }

  private static Map<String, Object> attributes(BrokerSettings settings, BrokerLogin login)
      throws IOException {
    Path work = settings.work();
    Files.createDirectories(work);
    Map<String, String> context = new HashMap<>();
    context.put("qpid.work_dir", work.toString());
    context.put("broker.failStartupWithErroredChild", "true");
    context.put("pawprint.broker.user", login.user());
    context.put("pawprint.broker.password", login.password());
    context.put("pawprint.broker.port", Integer.toString(login.port()));
    context.put("pawprint.broker.node", settings.durable() ? "DERBY" : "Memory");
    context.put("pawprint.broker.host", settings.durable() ? "ProvidedStore" : "Memory");
    context.put("pawprint.broker.store", work.resolve("store").toString());
    return Map.of(
        "type",
        "Memory",
        "initialConfigurationLocation",
        configuration(work).toString(),
        "startupLoggedToSystemOut",
        false,
        "context",
        context);
  }

  /** A file, as the broker's own scheme for class path resources needs the system class loader. */
  private static Path configuration(Path work) throws IOException {
    Path copy = work.resolve(CONFIGURATION);
    try (InputStream resource = EmbeddedBroker.class.getResourceAsStream(CONFIGURATION)) {
      Files.copy(
          Objects.requireNonNull(resource, CONFIGURATION),
          copy,
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("configuration of the broker", e);
    }
    return copy;
  }

  private static void fail(SystemLauncher launcher, BrokerSettings settings, Throwable fault) {
    launcher.shutdown();
    throw failure(settings, fault);
  }

  private static EmbeddedServerException failure(BrokerSettings settings, Throwable fault) {
    return new EmbeddedServerException(
        "the embedded broker on 127.0.0.1:" + settings.port() + " does not start: " + fault, fault);
  }
}

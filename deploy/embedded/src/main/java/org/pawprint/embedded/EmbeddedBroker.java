package org.pawprint.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.DriverManager;
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
    BrokerLogin login = loginOf(settings.data(), settings.port());
    StartupWatch watch = new StartupWatch();
    SystemLauncher launcher = new SystemLauncher(watch);
    try {
      Files.createDirectories(settings.work());
      // Else the store's engine writes its log wherever the process was started.
      System.setProperty(
          "derby.stream.error.file", settings.work().resolve("derby.log").toString());
      Path configuration = configuration(settings, login);
      // A connection pool of this process may have set a limit for all drivers; the engine of the
      // store takes longer to start on a busy machine.
      int loginTimeout = DriverManager.getLoginTimeout();
      DriverManager.setLoginTimeout(0);
      try {
        launcher.startup(attributes(settings, configuration));
      } finally {
        DriverManager.setLoginTimeout(loginTimeout);
        Files.delete(configuration);
      }
    } catch (Exception e) {
      throw failure(settings, e);
    }
    watch.fault().ifPresent(fault -> fail(launcher, settings, fault));
    return new EmbeddedBroker(launcher, watch, login);
  }

  /** The login of the broker of an installation, whether it runs or not. */
  public static BrokerLogin loginOf(Path data, int port) {
    Secrets secrets = new Secrets(data.resolve("secrets"), new SecureRandom());
    return new BrokerLogin("127.0.0.1", port, VIRTUAL_HOST, USER, secrets.secret("broker-" + USER));
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

  private static Map<String, Object> attributes(BrokerSettings settings, Path configuration) {
    Path work = settings.work();
    Map<String, String> context = new HashMap<>();
    context.put("qpid.work_dir", work.toString());
    context.put("broker.failStartupWithErroredChild", "true");
    context.put("pawprint.broker.port", Integer.toString(settings.port()));
    context.put("pawprint.broker.store", work.resolve("store").toString());
    return Map.of(
        "type",
        "Memory",
        "initialConfigurationLocation",
        configuration.toString(),
        "startupLoggedToSystemOut",
        false,
        "context",
        context);
  }

  /**
   * A file for the moment of the start, readable by the owner only: the broker's own scheme for
   * class path resources needs the system class loader, and it looks neither types nor passwords up
   * in the context.
   */
  private static Path configuration(BrokerSettings settings, BrokerLogin login) throws IOException {
    try (InputStream resource = EmbeddedBroker.class.getResourceAsStream(CONFIGURATION)) {
      String template =
          new String(Objects.requireNonNull(resource, CONFIGURATION).readAllBytes(), UTF_8);
      Path file = Files.createTempFile(settings.work(), "broker", ".json");
      return Files.writeString(
          file,
          template
              .replace("@user@", login.user())
              .replace("@password@", login.password())
              .replace("@node type@", settings.durable() ? "DERBY" : "Memory")
              .replace("@host type@", settings.durable() ? "ProvidedStore" : "Memory"));
    }
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

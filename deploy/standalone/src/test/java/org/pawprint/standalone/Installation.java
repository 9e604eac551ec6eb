package org.pawprint.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.GetResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.pawprint.core.event.BrokerNames;
import org.pawprint.core.event.Lane;
import org.pawprint.embedded.BrokerLogin;
import org.pawprint.embedded.DatabaseRole;
import org.pawprint.embedded.EmbeddedPostgresServer;
import org.pawprint.embedded.Folders;
import org.pawprint.embedded.FreePorts;
import org.pawprint.embedded.PostgresSettings;
import org.pawprint.standalone.archive.DataFolder;
import org.pawprint.standalone.archive.Ports;
import org.pawprint.standalone.archive.RunningArchive;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A data folder and ten ports of its own, run in a child process or in this one. */
final class Installation implements AutoCloseable {
  static final String AUTHORITY = "pawprint.test";

  private static final String NOTICES = "test.notices";
  private static final Path CACHE =
      Path.of(System.getProperty("user.home")).resolve(".cache/pawprint");

  final DataFolder data;
  final Ports ports = new Ports(FreePorts.inARow(Ports.COUNT));
  final RunningArchive archive;

  Installation() {
    try {
      data = new DataFolder(Files.createTempDirectory("pawprint-installation-"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    archive = new RunningArchive(ports, data);
  }

  /** Starts it in this process. */
  Standalone start() throws IOException {
    return Standalone.start(
        new Standalone.Settings(ports, data, List.of(data.simulated()), AUTHORITY, CACHE),
        line -> {});
  }

  /**
   * Starts it in a process of its own.
   *
   * @param crashAt step at which that process dies as if killed; empty for none
   */
  Process startChild(String crashAt) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx512m",
            "-XX:TieredStopAtLevel=1",
            "-Dpawprint.crash-at=" + crashAt,
            "-cp",
            System.getProperty("java.class.path"),
            StandaloneInChild.class.getName(),
            data.root().toString(),
            CACHE.toString(),
            Integer.toString(ports.base()))
        .redirectError(data.root().resolve("child-errors.log").toFile())
        .start();
  }

  /** Waits until a child says that all services are up. */
  static void awaitUp(Process child) throws IOException {
    BufferedReader said =
        new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8));
    assertThat(said.readLine()).as("first word of the child").isEqualTo("up");
  }

  /** Ends a child in order. */
  static void stop(Process child) throws Exception {
    child.getOutputStream().close();
    assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
  }

  /** SQL as the owner of the catalogue. */
  JdbcClient sql() {
    return JdbcClient.create(
        new DriverManagerDataSource(
            "jdbc:postgresql://127.0.0.1:" + ports.postgres() + "/pawprint",
            DatabaseRole.OWNER.roleName(),
            data.secrets().secret("postgres-" + DatabaseRole.OWNER.roleName())));
  }

  long count(String fromWhere) {
    return sql().sql("SELECT count(*) FROM " + fromWhere).query(Long.class).single();
  }

  private Connection broker() throws Exception {
    BrokerLogin login = archive.broker();
    ConnectionFactory factory = new ConnectionFactory();
    factory.setHost(login.host());
    factory.setPort(login.port());
    factory.setVirtualHost(login.virtualHost());
    factory.setUsername(login.user());
    factory.setPassword(login.password());
    return factory.newConnection("pawprint-test");
  }

  /** Makes a durable queue that gets every notice, as a partner would. */
  void subscribeToNotices() throws Exception {
    try (Connection connection = broker();
        Channel channel = connection.createChannel()) {
      channel.queueDeclare(NOTICES, true, false, false, Map.of());
      channel.queueBind(NOTICES, BrokerNames.NOTICES_EXCHANGE, "#");
    }
  }

  /** Takes the notices that the partner has got, as JSON, repeats and all. */
  List<String> takeNotices() throws Exception {
    List<String> notices = new ArrayList<>();
    try (Connection connection = broker();
        Channel channel = connection.createChannel()) {
      GetResponse response = channel.basicGet(NOTICES, true);
      while (response != null) {
        notices.add(new String(response.getBody(), StandardCharsets.UTF_8));
        response = channel.basicGet(NOTICES, true);
      }
    }
    return notices;
  }

  /** Messages that wait in the archive's own queues. */
  int waiting() throws Exception {
    int waiting = 0;
    try (Connection connection = broker();
        Channel channel = connection.createChannel()) {
      for (Lane lane : Lane.values()) {
        waiting += channel.queueDeclarePassive(BrokerNames.reductionQueue(lane)).getMessageCount();
        waiting += channel.queueDeclarePassive(BrokerNames.stageQueue(lane)).getMessageCount();
      }
      return waiting + channel.queueDeclarePassive(BrokerNames.PARKED_QUEUE).getMessageCount();
    }
  }

  /** Files below a folder, relative to it. */
  static List<String> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  /** Ends a PostgreSQL that a killed process left, and removes the folder. */
  @Override
  public void close() throws IOException {
    EmbeddedPostgresServer.endStale(
        new PostgresSettings(data.root(), CACHE, ports.postgres(), true));
    Folders.delete(data.root());
  }
}

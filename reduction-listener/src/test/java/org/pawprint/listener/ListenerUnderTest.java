package org.pawprint.listener;

import static org.awaitility.Awaitility.await;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.GetResponse;
import com.rabbitmq.client.MessageProperties;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.pawprint.core.event.BrokerNames;
import org.pawprint.core.event.Lane;
import org.pawprint.core.event.StageCommand;
import org.pawprint.embedded.DatabaseLogin;
import org.pawprint.embedded.DatabaseRole;
import org.pawprint.embedded.Folders;
import org.pawprint.service.ServiceLauncher;
import org.pawprint.service.message.StageCommandCodec;
import org.pawprint.testkit.BrokerUnderTest;
import org.pawprint.testkit.TestDatabase;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A listener on a fresh database, an emptied broker, and folders of its own. */
final class ListenerUnderTest implements AutoCloseable {
  static final String TOKEN = "a-token-for-tests";
  static final Duration SOON = Duration.ofSeconds(30);

  final BrokerUnderTest broker;
  final TestDatabase database = TestDatabase.migrated();
  final Path folder;
  final Path root;

  /** A root whose files never change. */
  final Path release;

  final JdbcClient jdbc = JdbcClient.create(database.dataSource());
  private final StageCommandCodec codec = new StageCommandCodec();
  private final List<String> parked = new ArrayList<>();
  private ConfigurableApplicationContext application;

  ListenerUnderTest(BrokerUnderTest broker) {
    this.broker = broker;
    broker.reset();
    try {
      folder = Files.createTempDirectory("pawprint-listener-");
      root = Files.createDirectory(folder.resolve("paws"));
      release = Files.createDirectory(folder.resolve("release"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    application = launch();
    await().atMost(SOON).until(() -> hasQueue(BrokerNames.reductionQueue(Lane.BACKFILL)));
  }

  private ConfigurableApplicationContext launch() {
    DatabaseLogin login = database.login(DatabaseRole.LISTENER);
    Map<String, Object> settings = new HashMap<>();
    settings.put("server.port", 0);
    settings.put("management.server.port", 0);
    settings.put("spring.datasource.url", login.jdbcUrl());
    settings.put("spring.datasource.username", login.user());
    settings.put("spring.datasource.password", login.password());
    // The pool makes this the login timeout of every driver of the JVM, the broker's store
    // included.
    settings.put("spring.datasource.hikari.connection-timeout", 10_000);
    // A consumer that waits for the ledger's lock holds up the end of the application this long.
    settings.put("spring.datasource.hikari.data-source-properties.socketTimeout", 5);
    settings.put("spring.lifecycle.timeout-per-shutdown-phase", "5s");
    settings.put("spring.rabbitmq.host", broker.host());
    settings.put("spring.rabbitmq.port", broker.port());
    settings.put("spring.rabbitmq.virtual-host", broker.virtualHost());
    settings.put("spring.rabbitmq.username", broker.user());
    settings.put("spring.rabbitmq.password", broker.password());
    settings.put("pawprint.roots", root);
    settings.put("pawprint.immutable-roots", release);
    settings.put("pawprint.inbox", folder.resolve("inbox"));
    settings.put("pawprint.originals", folder.resolve("originals"));
    settings.put("pawprint.ops.token", TOKEN);
    settings.put("pawprint.listener.poll", "100ms");
    settings.put("pawprint.messaging.reconnect-every", "100ms");
    settings.put("pawprint.messaging.confirm-within", "3s");
    return ServiceLauncher.start(
        ReductionListenerApplication.class, ReductionListenerApplication.NAME, settings);
  }

  void stopApplication() {
    application.close();
  }

  void startApplication() {
    application = launch();
  }

  int port() {
    return application.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
  }

  int managementPort() {
    return application.getEnvironment().getRequiredProperty("local.management.port", Integer.class);
  }

  /** Writes a file below the root. */
  Path write(String name, byte[] bytes) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.resolveSibling("").normalize());
    return Files.write(file, bytes);
  }

  void publish(Lane lane, String event) throws Exception {
    publish(lane, event.getBytes(StandardCharsets.UTF_8));
  }

  void publish(Lane lane, byte[] body) throws Exception {
    try (Connection connection = broker.connect();
        Channel channel = connection.createChannel()) {
      channel.confirmSelect();
      channel.basicPublish(
          BrokerNames.EVENTS_EXCHANGE,
          BrokerNames.reductionRoutingKey(lane),
          true,
          MessageProperties.PERSISTENT_BASIC,
          body);
      channel.waitForConfirmsOrDie(10_000);
    }
  }

  /** The ledger's row of an event; empty when there is none. */
  Map<String, Object> row(String id) {
    return jdbc
        .sql("SELECT * FROM ledger.event WHERE event_id = ?")
        .param(id)
        .query()
        .listOfRows()
        .stream()
        .findFirst()
        .orElse(Map.of());
  }

  Map<String, Object> awaitState(String id, String state) {
    await().atMost(SOON).until(() -> row(id).get("state"), state::equals);
    return row(id);
  }

  /** Makes a waiting event due now. */
  void makeDue(String id) {
    jdbc.sql(
            "UPDATE ledger.event SET next_attempt_at = now() WHERE event_id = ? AND state = 'later'")
        .param(id)
        .update();
  }

  /** Does as catalogue-service would: the file of an event is catalogued. */
  void catalogued(Map<String, Object> row, String sha256, int revision, int revisionOfToday) {
    jdbc.sql(
            "INSERT INTO ledger.loader VALUES ('aaomega', ?) ON CONFLICT (name) DO UPDATE SET revision = excluded.revision")
        .param(revisionOfToday)
        .update();
    jdbc.sql(
            """
            INSERT INTO ledger.ingest_outcome (event_key, original_sha256, file_name, outcome, loader, loader_revision,
                                               spectra, millis, at)
            SELECT key, ?, regexp_replace(convert_from(raw, 'UTF8'), '(?s).*/([^/"]+[.]fits)".*', '\\1'), 'catalogued',
                   'aaomega', ?, 360, 5, now()
            FROM ledger.event WHERE key = ?
            """)
        .param(sha256)
        .param(revision)
        .param(row.get("key"))
        .update();
  }

  int depth(String queue) {
    return broker.queueDepth(queue);
  }

  /** Takes the stage commands that wait on a lane. */
  List<StageCommand> takeStaged(Lane lane) throws Exception {
    return take(BrokerNames.stageQueue(lane)).stream().map(codec::read).toList();
  }

  /** Takes the announcements of parked events, as JSON. */
  List<String> takeParked() throws Exception {
    return take(BrokerNames.PARKED_QUEUE).stream()
        .map(body -> new String(body, StandardCharsets.UTF_8))
        .toList();
  }

  /** All announcements of parked events since the listener started. */
  List<String> parkedSoFar() throws Exception {
    parked.addAll(takeParked());
    return parked;
  }

  List<byte[]> take(String queue) throws Exception {
    List<byte[]> bodies = new ArrayList<>();
    try (Connection connection = broker.connect();
        Channel channel = connection.createChannel()) {
      GetResponse response = channel.basicGet(queue, true);
      while (response != null) {
        bodies.add(response.getBody());
        response = channel.basicGet(queue, true);
      }
    }
    return bodies;
  }

  /** Paths of everything in the original store, relative to it. */
  List<String> originals() throws IOException {
    Path store = folder.resolve("originals");
    if (!Files.isDirectory(store)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(store)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> store.relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  boolean hasQueue(String queue) {
    try {
      return broker.queueDepth(queue) >= 0;
    } catch (UncheckedIOException e) {
      return false;
    }
  }

  @Override
  public void close() {
    application.close();
    database.close();
    try {
      Folders.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

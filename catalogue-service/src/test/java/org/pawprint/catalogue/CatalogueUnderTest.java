package org.pawprint.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.GetResponse;
import com.rabbitmq.client.MessageProperties;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.pawprint.core.event.BrokerNames;
import org.pawprint.core.event.Lane;
import org.pawprint.core.event.StageCommand.StagedFile;
import org.pawprint.core.identifier.Sha256;
import org.pawprint.embedded.DatabaseLogin;
import org.pawprint.embedded.DatabaseRole;
import org.pawprint.embedded.Folders;
import org.pawprint.service.ServiceLauncher;
import org.pawprint.service.message.StageCommandCodec;
import org.pawprint.store.file.OriginalDraft;
import org.pawprint.store.file.OriginalStore;
import org.pawprint.store.file.SegmentStore;
import org.pawprint.store.migration.CatalogueMigration;
import org.pawprint.testkit.BrokerUnderTest;
import org.pawprint.testkit.TestDatabase;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A catalogue-service on a fresh database, an emptied broker, and stores of its own. */
final class CatalogueUnderTest implements AutoCloseable {
  static final String TOKEN = "a-token-for-tests";
  static final String AUTHORITY = "pawprint.test";
  static final Duration SOON = Duration.ofSeconds(60);

  private static final String NOTICES = "test.notices";

  final BrokerUnderTest broker;
  final TestDatabase database = TestDatabase.migrated();
  final JdbcClient jdbc = JdbcClient.create(database.dataSource());
  final Path folder;
  final Path segments;
  private final OriginalStore originals;
  private final StageCommandCodec codec = new StageCommandCodec();
  private ConfigurableApplicationContext application;

  CatalogueUnderTest(BrokerUnderTest broker) {
    this.broker = broker;
    broker.reset();
    try {
      folder = Files.createTempDirectory("pawprint-catalogue-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    segments = folder.resolve("segments");
    originals = new OriginalStore(folder.resolve("originals"));
    CatalogueMigration.fixAuthority(jdbc, AUTHORITY);
    application = launch();
    await().atMost(SOON).until(this::listensToNotices);
  }

  private ConfigurableApplicationContext launch() {
    DatabaseLogin login = database.login(DatabaseRole.CATALOGUE);
    Map<String, Object> settings = new HashMap<>();
    settings.put("server.port", 0);
    settings.put("management.server.port", 0);
    settings.put("spring.datasource.url", login.jdbcUrl());
    settings.put("spring.datasource.username", login.user());
    settings.put("spring.datasource.password", login.password());
    settings.put("spring.datasource.hikari.connection-timeout", 1000);
    settings.put("spring.rabbitmq.host", broker.host());
    settings.put("spring.rabbitmq.port", broker.port());
    settings.put("spring.rabbitmq.virtual-host", broker.virtualHost());
    settings.put("spring.rabbitmq.username", broker.user());
    settings.put("spring.rabbitmq.password", broker.password());
    settings.put("pawprint.stores.originals", folder.resolve("originals"));
    settings.put("pawprint.stores.segments", segments);
    settings.put("pawprint.lanes.reconnect-every", "100ms");
    settings.put("pawprint.ops.token", TOKEN);
    return ServiceLauncher.start(
        CatalogueServiceApplication.class, CatalogueServiceApplication.NAME, settings);
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

  /** Puts a file into the original store, as the listener does. */
  StagedFile original(String name, byte[] bytes) throws IOException {
    try (OriginalDraft draft =
        originals.copy(Channels.newChannel(new ByteArrayInputStream(bytes)), bytes.length)) {
      draft.keep();
      return new StagedFile(name, draft.sha256().hex(), bytes.length);
    }
  }

  /** Removes a file from the original store. */
  void lose(StagedFile file) throws IOException {
    Files.delete(originals.path(new Sha256(file.sha256())));
  }

  /** Records the event as the listener does and sends its command; gives the event's key. */
  long send(Commands command) throws Exception {
    return send(command, command.id());
  }

  long send(Commands command, String collection) throws Exception {
    long key = record(command);
    publish(command, key, collection);
    return key;
  }

  /** Sends the command of an event that is recorded; needs no database. */
  void publish(Commands command, long key, String collection) throws Exception {
    sendRaw(command.lane(), codec.write(command.build(key, collection)));
  }

  /** Records the event as the listener does; gives its key. */
  long record(Commands command) {
    return jdbc.sql(
            """
            INSERT INTO ledger.event (source, event_id, lane, raw, received_at, last_seen_at, state, staged_at)
            VALUES (:source, :id, :lane, '', now(), now(), 'staged', now())
            ON CONFLICT (source, event_id) DO UPDATE SET deliveries = ledger.event.deliveries + 1
            RETURNING key
            """)
        .param("source", Commands.SOURCE)
        .param("id", command.id())
        .param("lane", command.lane().word())
        .query(Long.class)
        .single();
  }

  void sendRaw(Lane lane, byte[] body) throws Exception {
    try (Connection connection = broker.connect();
        Channel channel = connection.createChannel()) {
      channel.confirmSelect();
      channel.basicPublish(
          BrokerNames.STAGE_EXCHANGE, lane.word(), true, MessageProperties.PERSISTENT_BASIC, body);
      channel.waitForConfirmsOrDie(10_000);
    }
  }

  /** Waits until the ledger tells that state of an event. */
  Map<String, Object> awaitState(long eventKey, String state) {
    await().atMost(SOON).until(() -> entry(eventKey).get("state"), state::equals);
    return entry(eventKey);
  }

  /** What the ledger tells of an event. */
  Map<String, Object> entry(long eventKey) {
    return jdbc.sql("SELECT * FROM ledger.entry WHERE key = ?").param(eventKey).query().singleRow();
  }

  /** Outcomes of the files of an event, by file name. */
  List<Map<String, Object>> outcomes(long eventKey) {
    return jdbc.sql("SELECT * FROM ledger.ingest_outcome WHERE event_key = ? ORDER BY file_name")
        .param(eventKey)
        .query()
        .listOfRows();
  }

  /** The wide rows of a collection, all versions, by DID. */
  List<Map<String, Object>> rows(String collection) {
    return jdbc.sql(
            """
            SELECT o.*, g.path FROM catalogue.obscore o JOIN catalogue.segment g ON g.id = o.segment
            WHERE o.obs_collection = ? ORDER BY o.obs_publisher_did
            """)
        .param(collection)
        .query()
        .listOfRows();
  }

  long count(String fromWhere) {
    return jdbc.sql("SELECT count(*) FROM " + fromWhere).query(Long.class).single();
  }

  /** Segment files on disk, finished or not, by path relative to the store. */
  List<String> segmentFiles() throws IOException {
    if (!Files.isDirectory(segments)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(segments)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> segments.relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  /** Sweeps as the service does every hour, and as if a day had passed; gives how many went. */
  int sweep() throws IOException {
    return application
        .getBean(SegmentStore.class)
        .collectOrphans(Clock.systemUTC().instant().plus(Duration.ofDays(1)));
  }

  /** As when the disk of the segment store is not mounted; gives where its files are meanwhile. */
  Path takeSegmentsAway() throws IOException {
    Path aside = folder.resolve("segments-aside");
    Files.createDirectories(segments);
    Files.move(segments, aside);
    Files.createSymbolicLink(segments, folder.resolve("not-mounted"));
    return aside;
  }

  void bringSegmentsBack(Path aside) throws IOException {
    Files.delete(segments);
    Files.move(aside, segments);
  }

  /** Commands that wait in either lane. */
  int waiting() {
    return broker.queueDepth(BrokerNames.stageQueue(Lane.LIVE))
        + broker.queueDepth(BrokerNames.stageQueue(Lane.BACKFILL));
  }

  /** Takes the notices that partners have got, as JSON. */
  List<byte[]> takeNotices() throws Exception {
    return take(NOTICES);
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

  private boolean listensToNotices() {
    try (Connection connection = broker.connect();
        Channel channel = connection.createChannel()) {
      channel.queueDeclare(NOTICES, true, false, false, Map.of());
      channel.queueBind(NOTICES, BrokerNames.NOTICES_EXCHANGE, "#");
      channel.queueDeclarePassive(BrokerNames.stageQueue(Lane.BACKFILL));
      return true;
    } catch (Exception e) {
      return false;
    }
  }

  /** Queues are empty; catalogue, segments and change log hold each spectrum exactly once. */
  void assertConsistent() {
    await().atMost(SOON).untilAsserted(this::assertAtRest);
    assertThat(count("catalogue.spectrum"))
        .isEqualTo(count("catalogue.change WHERE kind = 'created'"));
    assertThat(
            count(
                "catalogue.spectrum s FULL JOIN catalogue.obscore o ON o.spectrum_id = s.id"
                    + " WHERE s.did IS DISTINCT FROM o.obs_publisher_did OR s.newest <> o.newest"))
        .as("identities and rows that do not belong together")
        .isZero();
    assertThat(
            count(
                "catalogue.segment g WHERE NOT EXISTS"
                    + " (SELECT FROM catalogue.obscore o WHERE o.segment = g.id)"))
        .as("segments without a spectrum")
        .isZero();
  }

  private void assertAtRest() throws IOException {
    assertThat(waiting()).isZero();
    assertThat(jdbc.sql("SELECT number FROM catalogue.change ORDER BY id").query(Long.class).set())
        .as("numbers of the changes, dense from 1")
        .containsExactlyInAnyOrderElementsOf(
            LongStream.rangeClosed(1, count("catalogue.change")).boxed().toList());
    assertThat(
            jdbc.sql("SELECT path FROM catalogue.segment WHERE state = 'live' ORDER BY path")
                .query(String.class)
                .list())
        .as("live segments, and all files on disk")
        .isEqualTo(segmentFiles());
    assertThat(count("catalogue.segment WHERE state <> 'live'")).isZero();
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

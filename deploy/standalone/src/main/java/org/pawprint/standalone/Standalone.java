package org.pawprint.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.pawprint.catalogue.CatalogueServiceApplication;
import org.pawprint.datalink.DatalinkApplication;
import org.pawprint.embedded.BrokerSettings;
import org.pawprint.embedded.DatabaseLogin;
import org.pawprint.embedded.DatabaseRole;
import org.pawprint.embedded.EmbeddedBroker;
import org.pawprint.embedded.EmbeddedPostgresServer;
import org.pawprint.embedded.PostgresSettings;
import org.pawprint.listener.ReductionListenerApplication;
import org.pawprint.service.ServiceLauncher;
import org.pawprint.ssa.SsaApiApplication;
import org.pawprint.standalone.archive.DataFolder;
import org.pawprint.standalone.archive.Ports;
import org.pawprint.store.migration.CatalogueMigration;
import org.springframework.core.NestedExceptionUtils;

/**
 * PostgreSQL, the broker and the four services in this process. Data, passwords and queues are
 * durable below the data folder. Close it to stop everything, consumers first and servers last.
 */
public final class Standalone implements AutoCloseable {

  /**
   * How to run.
   *
   * @param roots folders besides the inbox that publishers' files may come from
   * @param immutableRoots more such folders, whose files never change: they are read there and not
   *     copied
   * @param authority IVOA authority of the DIDs; fixed at the first start
   * @param cache folder for the unpacked PostgreSQL, may be shared
   * @param mappings folder of declared surveys
   */
  public record Settings(
      Ports ports,
      DataFolder data,
      List<Path> roots,
      List<Path> immutableRoots,
      String authority,
      Path cache,
      Optional<Path> mappings) {
    public Settings {
      roots = List.copyOf(roots);
      immutableRoots = List.copyOf(immutableRoots);
    }

    /** Without immutable roots, with the surveys of the release alone. */
    public Settings(Ports ports, DataFolder data, List<Path> roots, String authority, Path cache) {
      this(ports, data, roots, List.of(), authority, cache, Optional.empty());
    }
  }

  private record Service(Class<?> application, String name) {}

  private static final List<Service> SERVICES =
      List.of(
          new Service(ReductionListenerApplication.class, "reduction-listener"),
          new Service(CatalogueServiceApplication.class, "catalogue-service"),
          new Service(SsaApiApplication.class, "ssa-api"),
          new Service(DatalinkApplication.class, "datalink-service"));

  private final Deque<AutoCloseable> running = new ArrayDeque<>();

  private Standalone() {}

  /**
   * Starts everything; returns when all four services answer.
   *
   * @param progress receives a line per step
   * @throws IllegalStateException when a part does not start; what had started is stopped
   */
  public static Standalone start(Settings settings, Consumer<String> progress) throws IOException {
    // Read by logback.xml when the first logger is made, which is below.
    System.setProperty("pawprint.log", settings.data().root().resolve("pawprint.log").toString());
    Standalone standalone = new Standalone();
    try {
      standalone.startAll(settings, progress);
      return standalone;
    } catch (IOException | RuntimeException e) {
      standalone.close();
      throw e;
    }
  }

  private void startAll(Settings settings, Consumer<String> progress) throws IOException {
    DataFolder data = settings.data();
    for (Path folder : List.of(data.root(), data.originals(), data.segments(), data.inbox())) {
      Files.createDirectories(folder);
    }
    progress.accept("starting PostgreSQL and the broker in " + data.root());
    EmbeddedPostgresServer postgres =
        keep(
            EmbeddedPostgresServer.start(
                new PostgresSettings(
                    data.root(), settings.cache(), settings.ports().postgres(), true)));
    EmbeddedBroker broker =
        keep(EmbeddedBroker.start(BrokerSettings.durable(data.root(), settings.ports().broker())));
    migrate(postgres, settings.authority());
    Map<String, DatabaseLogin> logins = new LinkedHashMap<>();
    for (DatabaseRole role : DatabaseRole.values()) {
      if (role != DatabaseRole.OWNER) {
        logins.put(role.name(), postgres.login(DataFolder.DATABASE, role));
      }
    }
    progress.accept("starting reduction-listener, catalogue-service, ssa-api, datalink-service");
    Map<String, Object> variables =
        ServiceVariables.of(
            settings.ports(),
            data,
            data.opsToken(),
            settings.roots(),
            settings.immutableRoots(),
            logins,
            broker.login());
    settings.mappings().ifPresent(folder -> variables.put("PAWPRINT_MAPPINGS", folder));
    startServices(variables);
  }

  private static void migrate(EmbeddedPostgresServer postgres, String authority) {
    postgres.createDatabase(DataFolder.DATABASE);
    DatabaseLogin owner = postgres.login(DataFolder.DATABASE, DatabaseRole.OWNER);
    CatalogueMigration.run(owner.jdbcUrl(), owner.user(), owner.password(), authority);
  }

  /** Two at a time: a service's start is mostly one busy thread. */
  private void startServices(Map<String, Object> variables) {
    ExecutorService starters = Executors.newFixedThreadPool(2);
    try {
      List<Future<? extends AutoCloseable>> starting = new ArrayList<>();
      for (Service service : SERVICES) {
        starting.add(
            starters.submit(
                () -> ServiceLauncher.start(service.application(), service.name(), variables)));
      }
      for (Future<? extends AutoCloseable> service : starting) {
        keep(service.get());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the services started", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(
          "a service did not start: " + NestedExceptionUtils.getMostSpecificCause(e), e.getCause());
    } finally {
      starters.shutdown();
    }
  }

  private <T extends AutoCloseable> T keep(T part) {
    running.push(part);
    return part;
  }

  @Override
  public void close() {
    while (!running.isEmpty()) {
      try {
        running.pop().close();
      } catch (Exception e) {
        // The others must stop all the same.
        System.err.println("while stopping: " + e);
      }
    }
  }
}

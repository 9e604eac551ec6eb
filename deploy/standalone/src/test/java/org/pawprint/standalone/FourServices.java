package org.pawprint.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.pawprint.embedded.BrokerLogin;
import org.pawprint.embedded.DatabaseLogin;
import org.pawprint.embedded.DatabaseRole;
import org.pawprint.embedded.FreePorts;
import org.pawprint.standalone.archive.DataFolder;
import org.pawprint.standalone.archive.Ports;
import org.pawprint.standalone.archive.RunningArchive;
import org.pawprint.testkit.TestDatabase;

/**
 * The four services as processes of their own, on a database and a broker that the test brings.
 * Closing it ends every process, and so does the end of the test's JVM.
 */
final class FourServices implements AutoCloseable {
  static final String AUTHORITY = "four.example.org";

  /** The machine may be busy: a service alone is up in some five seconds. */
  private static final Duration PATIENCE = Duration.ofSeconds(180);

  private final Ports ports = new Ports(FreePorts.inARow(Ports.COUNT));
  private final DataFolder data;
  private final Path logs;
  private final Map<String, Object> variables;
  private final Map<ExecJar, Process> running = new EnumMap<>(ExecJar.class);
  private final HttpClient http = HttpClient.newHttpClient();

  /**
   * @param frames root that the publisher's files come from
   * @param logs folder for what the processes print
   */
  FourServices(DataFolder data, Path frames, Path logs, TestDatabase database, BrokerLogin broker)
      throws IOException {
    this.data = data;
    this.logs = logs;
    Map<String, DatabaseLogin> logins = new LinkedHashMap<>();
    for (DatabaseRole role : DatabaseRole.values()) {
      logins.put(role.name(), database.login(role));
    }
    this.variables =
        ServiceVariables.of(
            ports, data, data.opsToken(), List.of(frames), List.of(), logins, broker);
    for (Path folder : List.of(data.originals(), data.segments(), data.inbox(), frames)) {
      Files.createDirectories(folder);
    }
    Runtime.getRuntime().addShutdownHook(new Thread(this::close));
  }

  /** Runs the migration as a step of its own; gives its exit code. */
  int migrate(String authority) {
    Map<String, Object> all = new LinkedHashMap<>(variables);
    all.put("PAWPRINT_AUTHORITY", authority);
    Process step = ExecJar.CATALOGUE.run(all, logs.resolve("migrate.log"), "migrate");
    try {
      if (!step.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        throw new IllegalStateException("migrate does not end");
      }
      return step.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } finally {
      step.destroyForcibly();
    }
  }

  /** Starts those services; returns when all of them say that they are well. */
  void start(ExecJar... services) {
    for (ExecJar service : services) {
      running.put(service, service.run(variables, logs.resolve(service.serviceName() + ".log")));
    }
    for (ExecJar service : services) {
      Awaitility.await(service.serviceName())
          .atMost(PATIENCE)
          .pollInterval(Duration.ofMillis(200))
          .failFast("ended at its start, see " + logs, () -> !process(service).isAlive())
          .until(() -> healthy(service));
    }
  }

  /** Ends a service as {@code kill -9} does; returns when it is gone. */
  void kill(ExecJar service) {
    Process process = process(service);
    process.destroyForcibly();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    assertThat(process.isAlive()).isFalse();
  }

  Process process(ExecJar service) {
    Process process = running.get(service);
    if (process == null) {
      throw new IllegalStateException(service.serviceName() + " was not started");
    }
    return process;
  }

  Map<String, Object> variables() {
    return variables;
  }

  RunningArchive archive() {
    return new RunningArchive(ports, data);
  }

  private boolean healthy(ExecJar service) throws IOException, InterruptedException {
    Object port = variables.get("PAWPRINT_" + service.word() + "_MANAGEMENT_PORT");
    URI health = URI.create("http://127.0.0.1:" + port + "/actuator/health");
    try {
      return http.send(HttpRequest.newBuilder(health).build(), BodyHandlers.discarding())
              .statusCode()
          == 200;
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void close() {
    running.values().forEach(Process::destroyForcibly);
  }
}

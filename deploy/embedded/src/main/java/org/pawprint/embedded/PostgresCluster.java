package org.pawprint.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * One PostgreSQL data directory: made once, checked and configured at each start, started and
 * stopped by {@code pg_ctl}. The caller holds the lock of the installation.
 */
final class PostgresCluster {
  /** The superuser, used only to create roles and databases. */
  static final String ADMIN = "pawprint_admin";

  /** Password logins over loopback and nothing else: no sockets, no trust, no replication. */
  private static final String HOST_RULES =
      """
      # Written by Pawprint at each start.
      host all all 127.0.0.1/32 scram-sha-256
      """;

  private static final int TAIL_LINES = 12;

  private final PostgresSettings settings;
  private final PostgresBinaries binaries;
  private final PostgresUser user;
  private final Path directory;
  private final Path startLog;

  PostgresCluster(PostgresSettings settings, PostgresBinaries binaries, PostgresUser user) {
    this.settings = settings;
    this.binaries = binaries;
    this.user = user;
    this.directory = settings.cluster();
    this.startLog = directory.resolve("start.log");
  }

  /**
   * Makes the data directory unless it is there. It is made under another name first, so that an
   * interrupted start is simply repeated.
   */
  void createIfMissing(Secrets secrets) throws IOException {
    if (Files.exists(directory)) {
      return;
    }
    Path fresh = directory.resolveSibling("postgres.new");
    Folders.delete(fresh);
    Files.createDirectories(fresh);
    user.own(fresh);
    user.requireAccess(Path.of(binaries.program("initdb")), fresh);
    Path password = readablePassword(secrets);
    try {
      check("initdb", user.run(initdb(fresh, password)));
    } finally {
      Files.delete(password);
    }
    Files.move(fresh, directory, StandardCopyOption.ATOMIC_MOVE);
  }

  private List<String> initdb(Path target, Path password) {
    List<String> command =
        new ArrayList<>(
            List.of(
                binaries.program("initdb"),
                "--pgdata=" + target,
                "--username=" + ADMIN,
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                // Built in, so that a new C library of the machine never invalidates an index.
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C",
                "--no-instructions"));
    if (!settings.durable()) {
      command.add("--no-sync");
    }
    return command;
  }

  /** A copy of the superuser's password that initdb's user may read, for the moment of initdb. */
  private Path readablePassword(Secrets secrets) throws IOException {
    Path copy = Files.createTempFile("pawprint-initdb", "");
    Files.writeString(copy, secrets.secret("postgres-" + ADMIN) + "\n");
    user.own(copy);
    return copy;
  }

  /** Refuses a directory of another major version and writes the configuration. */
  void prepare() throws IOException {
    String version = Files.readString(directory.resolve("PG_VERSION")).strip();
    if (!version.equals(PostgresBinaries.MAJOR)) {
      throw new EmbeddedServerException(
          directory
              + " was made by PostgreSQL "
              + version
              + ", this Pawprint brings "
              + PostgresBinaries.MAJOR
              + ": use the release that made it, or move the data with pg_dump");
    }
    user.own(directory);
    user.requireAccess(Path.of(binaries.program("postgres")), directory);
    Files.writeString(directory.resolve("postgresql.conf"), settings.configuration());
    Files.writeString(directory.resolve("pg_hba.conf"), HOST_RULES);
  }

  /**
   * Ends a postmaster of this directory that outlived its Pawprint. A process that only has its old
   * number is left alone.
   */
  void endStalePostmaster() throws IOException {
    Path pidFile = directory.resolve("postmaster.pid");
    if (!Files.exists(pidFile)) {
      return;
    }
    List<String> lines = Files.readAllLines(pidFile);
    long pid = lines.isEmpty() ? 0 : parsePid(lines.get(0));
    if (isPostmasterHere(pid)) {
      stop();
    } else if (ProcessHandle.of(pid).isPresent()) {
      // PostgreSQL would take the stranger for its own and refuse to start.
      Files.delete(pidFile);
    }
  }

  private static long parsePid(String text) {
    try {
      return Long.parseLong(text.strip());
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  private boolean isPostmasterHere(long pid) throws IOException {
    Path commandLine = Path.of("/proc", Long.toString(pid), "cmdline");
    if (pid <= 0 || !Files.exists(commandLine)) {
      return false;
    }
    List<String> words =
        List.of(new String(Files.readAllBytes(commandLine), StandardCharsets.UTF_8).split("\0"));
    return words.get(0).endsWith("postgres") && words.contains(directory.toString());
  }

  void start() throws IOException {
    Files.deleteIfExists(startLog);
    Command.Result started =
        user.run(
            List.of(
                binaries.program("pg_ctl"),
                "start",
                "--pgdata=" + directory,
                "--log=" + startLog,
                "--wait",
                "--timeout=50"));
    if (!started.succeeded()) {
      throw new EmbeddedServerException(
          "PostgreSQL on 127.0.0.1:"
              + settings.port()
              + " does not start: "
              + started.output()
              + logTail());
    }
  }

  /** Ends the server after its running statements are cancelled; the data are then at rest. */
  void stop() {
    Command.Result stopped = pgCtlStop("fast");
    if (!stopped.succeeded() && pidFileExists()) {
      check("pg_ctl stop", pgCtlStop("immediate"));
    }
  }

  private boolean pidFileExists() {
    return Files.exists(directory.resolve("postmaster.pid"));
  }

  private Command.Result pgCtlStop(String mode) {
    return user.run(
        List.of(
            binaries.program("pg_ctl"),
            "stop",
            "--pgdata=" + directory,
            "--mode=" + mode,
            "--wait",
            "--timeout=50"));
  }

  private void check(String step, Command.Result result) {
    if (!result.succeeded()) {
      throw new EmbeddedServerException(
          step + " on " + directory + " ended with " + result.exitCode() + ": " + result.output());
    }
  }

  private String logTail() {
    StringBuilder tail = new StringBuilder();
    for (Path log : logs()) {
      try {
        List<String> lines = Files.readAllLines(log);
        lines
            .subList(Math.max(0, lines.size() - TAIL_LINES), lines.size())
            .forEach(line -> tail.append("\n  ").append(line));
      } catch (IOException e) {
        tail.append("\n  ").append(log).append(" is unreadable: ").append(e.getMessage());
      }
    }
    return tail.toString();
  }

  private List<Path> logs() {
    List<Path> logs = new ArrayList<>();
    if (Files.exists(startLog)) {
      logs.add(startLog);
    }
    Path folder = directory.resolve("log");
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        files
            .max((a, b) -> Long.compare(a.toFile().lastModified(), b.toFile().lastModified()))
            .ifPresent(logs::add);
      } catch (IOException e) {
        throw new UncheckedIOException("logs of " + directory, e);
      }
    }
    return logs;
  }
}

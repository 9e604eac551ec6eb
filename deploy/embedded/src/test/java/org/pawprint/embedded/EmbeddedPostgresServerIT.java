package org.pawprint.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EmbeddedPostgresServerIT {
  private static final Path CACHE = newFolder();

  private final Path data;
  private final int port = FreePorts.one();

  EmbeddedPostgresServerIT(@TempDir Path data) {
    this.data = data;
  }

  @AfterAll
  static void removePrograms() throws IOException {
    Folders.delete(CACHE);
  }

  private static Path newFolder() {
    try {
      return Files.createTempDirectory("pawprint-programs");
    } catch (IOException e) {
      throw new UncheckedIOException("folder for PostgreSQL's programs", e);
    }
  }

  @Test
  void keepsItsDataOverARestart() throws SQLException {
    try (EmbeddedPostgresServer first = EmbeddedPostgresServer.start(settings())) {
      first.createDatabase("pawprint");
      Sql.run(owner(first), "CREATE TABLE kept AS SELECT 42 AS answer");
    }

    try (EmbeddedPostgresServer second = EmbeddedPostgresServer.start(settings())) {
      second.createDatabase("pawprint");

      assertThat(Sql.value(owner(second), "SELECT answer FROM kept")).isEqualTo("42");
    }
  }

  @Test
  void lastsThroughTheKillOfItsProcess() throws Exception {
    Process child = childWithPostgres();
    child.destroyForcibly().waitFor();
    ProcessHandle orphan = postmaster();
    assertThat(orphan.isAlive()).isTrue();

    try (EmbeddedPostgresServer next = EmbeddedPostgresServer.start(settings())) {
      assertThat(Sql.value(owner(next), "SELECT word FROM kept")).isEqualTo("before the kill");
      assertThat(postmaster().pid()).isNotEqualTo(orphan.pid());
    }
  }

  @Test
  void leavesAServerOfALivingProcessAlone() throws Exception {
    Process child = childWithPostgres();
    ProcessHandle running = postmaster();

    assertThatThrownBy(() -> EmbeddedPostgresServer.start(settings()))
        .isInstanceOf(EmbeddedServerException.class)
        .hasMessageContaining("another Pawprint uses the data folder");
    assertThat(EmbeddedPostgresServer.endStale(settings())).isFalse();

    assertThat(running.isAlive()).isTrue();
    child.destroyForcibly().waitFor();
    assertThat(EmbeddedPostgresServer.endStale(settings())).isTrue();
    assertThatThrownBy(() -> new Socket("127.0.0.1", port)).isInstanceOf(ConnectException.class);
  }

  @Test
  void leavesAStrangerWithTheOldNumberAlone() throws Exception {
    EmbeddedPostgresServer.start(settings()).close();
    Process stranger = new ProcessBuilder("sleep", "60").start();
    Files.writeString(
        settings().cluster().resolve("postmaster.pid"),
        stranger.pid() + "\n" + settings().cluster() + "\n");

    EmbeddedPostgresServer.start(settings()).close();

    assertThat(stranger.isAlive()).isTrue();
    stranger.destroyForcibly();
  }

  @Test
  void asksEveryRoleForItsPassword() throws SQLException {
    try (EmbeddedPostgresServer server = EmbeddedPostgresServer.start(settings())) {
      server.createDatabase("pawprint");
      for (DatabaseRole role : DatabaseRole.values()) {
        DatabaseLogin login = server.login("pawprint", role);

        assertThat(Sql.value(login, "SELECT current_user")).isEqualTo(role.roleName());
        assertThatThrownBy(
                () -> DriverManager.getConnection(login.jdbcUrl(), login.user(), "guess"))
            .hasMessageContaining("password authentication failed");
        assertThatThrownBy(() -> DriverManager.getConnection(login.jdbcUrl(), login.user(), null))
            .hasMessageContaining("no password was provided");
      }
      assertThat(Sql.value(server.adminLogin("postgres"), ROLES_WITH_POWER))
          .isEqualTo("pawprint_admin");
    }
  }

  private static final String ROLES_WITH_POWER =
      "SELECT string_agg(rolname, ' ') FROM pg_roles"
          + " WHERE rolsuper OR rolcreaterole OR rolcreatedb OR rolreplication";

  @Test
  void listensOnLoopbackOnlyAndIsDurable() throws Exception {
    try (EmbeddedPostgresServer server =
        EmbeddedPostgresServer.start(new PostgresSettings(data, CACHE, port, true))) {
      DatabaseLogin admin = server.adminLogin("postgres");

      assertThat(Sql.value(admin, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(Sql.value(admin, "SHOW unix_socket_directories")).isEmpty();
      assertThat(Sql.value(admin, "SHOW fsync")).isEqualTo("on");
      assertThat(Sql.value(admin, "SHOW synchronous_commit")).isEqualTo("on");
      assertThat(Sql.value(admin, "SHOW data_checksums")).isEqualTo("on");
      for (InetAddress outside : outsideAddresses()) {
        try (Socket socket = new Socket()) {
          assertThatThrownBy(() -> socket.connect(new InetSocketAddress(outside, port), 2000))
              .as("connection to %s", outside)
              .isInstanceOf(IOException.class);
        }
      }
    }
  }

  @Test
  void keepsPasswordsToTheOwner() throws IOException {
    EmbeddedPostgresServer.start(settings()).close();

    Path secrets = data.resolve("secrets");
    assertThat(mode(secrets)).isEqualTo("rwx------");
    assertThat(mode(secrets.resolve("postgres-pawprint_owner"))).isEqualTo("rw-------");
    assertThat(mode(settings().cluster())).isEqualTo("rwx------");
  }

  @Test
  void refusesDataOfAnotherVersion() throws IOException {
    EmbeddedPostgresServer.start(settings()).close();
    Files.writeString(settings().cluster().resolve("PG_VERSION"), "17\n");

    assertThatThrownBy(() -> EmbeddedPostgresServer.start(settings()))
        .hasMessageContaining("was made by PostgreSQL 17, this Pawprint brings 18");
  }

  @Test
  void saysWhyItDoesNotStart() throws IOException {
    try (Socket taken = new Socket()) {
      taken.bind(new InetSocketAddress("127.0.0.1", 0));
      PostgresSettings settings = new PostgresSettings(data, CACHE, taken.getLocalPort(), true);

      assertThatThrownBy(() -> EmbeddedPostgresServer.start(settings))
          .isInstanceOf(EmbeddedServerException.class)
          .hasMessageContaining("Address already in use");
    }
  }

  @ParameterizedTest
  @MethodSource("waysToRun")
  void runsInEveryWayThisUserHas(PostgresUser way) throws Exception {
    Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx--x--x"));
    Files.setPosixFilePermissions(CACHE, PosixFilePermissions.fromString("rwx--x--x"));
    EmbeddedPostgresServer.start(settings()).close();

    try (EmbeddedPostgresServer server = EmbeddedPostgresServer.start(settings(), way)) {
      assertThat(Files.getAttribute(Path.of("/proc/" + postmaster().pid()), "unix:uid"))
          .isEqualTo(way.uid());
      server.createDatabase("pawprint");
      Sql.run(owner(server), "CREATE TABLE kept AS SELECT 42 AS answer");
    }

    try (EmbeddedPostgresServer usual = EmbeddedPostgresServer.start(settings())) {
      assertThat(Sql.value(owner(usual), "SELECT answer FROM kept")).isEqualTo("42");
    }
  }

  /** Root has three ways of not being root; anybody else is simply himself. */
  static List<PostgresUser> waysToRun() {
    PostgresUser usual = PostgresUser.detect();
    return usual.uid() == 0
        ? List.of(usual, PostgresUser.NOBODY_BY_SETPRIV, PostgresUser.NOBODY_BY_RUNUSER)
        : List.of(usual);
  }

  @Test
  void advisesWhereNobodyCannotReach() throws IOException {
    PostgresUser elsewhere = new PostgresUser(List.of("false"), 0, true);

    assertThatThrownBy(() -> elsewhere.requireAccess(Path.of("/bin/true"), settings().cluster()))
        .isInstanceOf(EmbeddedServerException.class)
        .hasMessageContaining("mode 711");
  }

  /** Without fsync, which none but {@link #listensOnLoopbackOnlyAndIsDurable} looks at. */
  private PostgresSettings settings() {
    return PostgresSettings.throwaway(data, CACHE, port);
  }

  private static DatabaseLogin owner(EmbeddedPostgresServer server) {
    return server.login("pawprint", DatabaseRole.OWNER);
  }

  private Process childWithPostgres() throws IOException {
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                PostgresInChild.class.getName(),
                data.toString(),
                CACHE.toString(),
                Integer.toString(port))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader said =
        new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8));
    assertThat(said.readLine()).isEqualTo("written");
    return child;
  }

  private ProcessHandle postmaster() throws IOException {
    Path pidFile = settings().cluster().resolve("postmaster.pid");
    long pid = Long.parseLong(Files.readAllLines(pidFile).get(0).strip());
    return ProcessHandle.of(pid).orElseThrow();
  }

  private static List<InetAddress> outsideAddresses() throws IOException {
    return NetworkInterface.networkInterfaces()
        .flatMap(NetworkInterface::inetAddresses)
        .filter(address -> !address.isLoopbackAddress())
        .toList();
  }

  private static String mode(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }
}

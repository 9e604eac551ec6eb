package org.pawprint.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.pawprint.embedded.EmbeddedPostgresServer;
import org.pawprint.embedded.Folders;
import org.pawprint.embedded.FreePorts;
import org.pawprint.embedded.PostgresSettings;

/** The one PostgreSQL of this JVM, started at first use and removed at its end. */
final class TestServer {
  private static final String PREFIX = "pawprint-test-postgres-";

  private TestServer() {}

  static EmbeddedPostgresServer get() {
    return Holder.SERVER;
  }

  private static final class Holder {
    static final EmbeddedPostgresServer SERVER = start();
  }

  private static EmbeddedPostgresServer start() {
    try {
      removeLeftovers();
      Path data = Files.createTempDirectory(PREFIX);
      EmbeddedPostgresServer server = EmbeddedPostgresServer.start(settings(data));
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, data)));
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL under test", e);
    }
  }

  private static PostgresSettings settings(Path data) {
    Path home = Path.of(System.getProperty("user.home"));
    return PostgresSettings.throwaway(data, home.resolve(".cache/pawprint"), FreePorts.one());
  }

  private static void stop(EmbeddedPostgresServer server, Path data) {
    server.close();
    try {
      Folders.delete(data);
    } catch (IOException e) {
      throw new UncheckedIOException("removal of " + data, e);
    }
  }

  /** A test process that was killed leaves a running server; the next one clears it away. */
  private static void removeLeftovers() throws IOException {
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    try (DirectoryStream<Path> found = Files.newDirectoryStream(temporary, PREFIX + "*")) {
      for (Path data : found) {
        if (isOwn(data)
            && Files.exists(data.resolve("postgres.lock"))
            && EmbeddedPostgresServer.endStale(settings(data))) {
          Folders.delete(data);
        }
      }
    }
  }

  private static boolean isOwn(Path folder) throws IOException {
    return Files.getOwner(folder).equals(Files.getOwner(Path.of("/proc/self")));
  }
}

package org.pawprint.standalone.backfill;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.pawprint.core.identifier.Sha256;
import org.pawprint.standalone.archive.RunningArchive;
import org.pawprint.standalone.backfill.BackfillEvent.Product;
import tools.jackson.databind.JsonNode;

/** Brings files that lie below no root into the archive's inbox, several at a time. */
final class Uploads implements AutoCloseable {
  private static final int AT_ONCE = 8;

  /**
   * A longer entry of a tar is sent on while it is read; a shorter one waits its turn in memory.
   */
  private static final long HELD_BYTES = 1 << 20;

  private static final int LONGEST_NAME = 200;

  private final RunningArchive archive;
  private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);

  Uploads(RunningArchive archive) {
    this.archive = archive;
  }

  /** Sends a file on disk. */
  Future<Product> send(Path file) {
    return threads.submit(
        () -> {
          try (InputStream in = Files.newInputStream(file)) {
            return send(String.valueOf(file.getFileName()), in);
          }
        });
  }

  /** Sends an entry of a tar; its content has been read when this returns. */
  Future<Product> send(Found.InTar entry) throws IOException {
    if (entry.bytes() > HELD_BYTES) {
      try {
        return CompletableFuture.completedFuture(send(entry.name(), entry.content()));
      } catch (RunningArchive.Refused e) {
        return CompletableFuture.failedFuture(e);
      }
    }
    byte[] content = entry.content().readNBytes((int) entry.bytes());
    return threads.submit(() -> send(entry.name(), new ByteArrayInputStream(content)));
  }

  private Product send(String name, InputStream content) throws IOException {
    JsonNode answer = archive.upload(plain(name), content);
    Sha256 digest = new Sha256(answer.path("sha256").asString());
    return new Product(
        URI.create(answer.path("uri").asString()),
        answer.path("bytes").asLong(),
        Optional.of(digest),
        digest.hex());
  }

  /** The last part of a name, in the letters that the inbox takes. */
  static String plain(String name) {
    String last = name.substring(name.lastIndexOf('/') + 1).replaceAll("[^A-Za-z0-9._+-]", "_");
    String begun = last.matches("[A-Za-z0-9].*") ? last : "f" + last;
    // The end says what kind of file it is.
    return begun.length() <= LONGEST_NAME
        ? begun
        : "f" + begun.substring(begun.length() - LONGEST_NAME + 1);
  }

  /** About how long the URI of an upload is. */
  static int uriLength(String name) {
    return 180 + Math.min(LONGEST_NAME, name.length());
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}

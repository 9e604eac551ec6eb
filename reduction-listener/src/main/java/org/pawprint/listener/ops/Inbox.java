package org.pawprint.listener.ops;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.UUID;
import org.pawprint.core.identifier.Sha256;

/**
 * Takes files that operators send, each as {@code <inbox>/<sha256>/<name>}: a second file of the
 * same name does not touch the first, and a repeat changes nothing.
 */
final class Inbox {
  private static final int BUFFER_BYTES = 1 << 16;

  private final Path folder;
  private final long largestBytes;

  Inbox(Path folder, long largestBytes) {
    this.folder = folder.toAbsolutePath().normalize();
    this.largestBytes = largestBytes;
  }

  /** A file in the inbox, as an event may announce it. */
  record Taken(URI uri, long bytes, String sha256) {}

  /**
   * Stores the stream; the file is durable when this returns.
   *
   * @throws OpsFault when it is longer than the limit
   */
  Taken take(String name, InputStream body) throws IOException {
    Path part = folder.resolve(".part-" + UUID.randomUUID());
    try {
      MessageDigest digest = Sha256.newDigest();
      long bytes = copy(body, part, digest);
      String sha256 = Sha256.of(digest).hex();
      Path place = Files.createDirectories(folder.resolve(sha256));
      Path file = place.resolve(name);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      sync(place);
      sync(folder);
      return new Taken(file.toUri(), bytes, sha256);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private long copy(InputStream body, Path part, MessageDigest digest) throws IOException {
    long bytes = 0;
    byte[] buffer = new byte[BUFFER_BYTES];
    try (FileChannel channel =
        FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
        bytes += read;
        if (bytes > largestBytes) {
          throw new OpsFault(413, "body", "more", "at most " + largestBytes + " bytes");
        }
        digest.update(buffer, 0, read);
        ByteBuffer chunk = ByteBuffer.wrap(buffer, 0, read);
        while (chunk.hasRemaining()) {
          channel.write(chunk);
        }
      }
      channel.force(true);
    }
    return bytes;
  }

  private static void sync(Path directory) throws IOException {
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}

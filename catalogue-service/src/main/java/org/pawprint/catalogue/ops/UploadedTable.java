package org.pawprint.catalogue.ops;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import org.pawprint.core.identifier.Sha256;

/**
 * An upload in a temporary file, gone when closed.
 *
 * @param sha256 of what came
 */
record UploadedTable(Path file, Sha256 sha256) implements Closeable {

  static UploadedTable of(InputStream body) throws IOException {
    Path file = Files.createTempFile("pawprint-table-", "");
    try {
      MessageDigest digest = Sha256.newDigest();
      try (OutputStream out = new DigestOutputStream(Files.newOutputStream(file), digest)) {
        body.transferTo(out);
      }
      return new UploadedTable(file, Sha256.of(digest));
    } catch (IOException e) {
      Files.deleteIfExists(file);
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(file);
  }
}

package org.pawprint.standalone.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.pawprint.embedded.Secrets;

/** The folder of an installation: stores, inbox, embedded servers, secrets. */
public record DataFolder(Path root) {
  /** Name of the database. */
  public static final String DATABASE = "pawprint";

  private static final String OPS_TOKEN = "ops-token";

  public DataFolder {
    root = root.toAbsolutePath().normalize();
  }

  public Path originals() {
    return root.resolve("originals");
  }

  public Path segments() {
    return root.resolve("segments");
  }

  /** Root into which files are uploaded. */
  public Path inbox() {
    return root.resolve("inbox");
  }

  /** Root in which the simulator writes its frames. */
  public Path simulated() {
    return root.resolve("simulated");
  }

  public Secrets secrets() {
    return new Secrets(root.resolve("secrets"), new SecureRandom());
  }

  /**
   * Fails unless an archive has run here; so that a client makes no secrets of its own, which no
   * archive knows.
   */
  void requireInstallation() throws IOException {
    if (!Files.exists(root.resolve(OPS_TOKEN))) {
      throw new IOException(
          "no archive has run in "
              + root
              + "; run this where it runs, or give its folder by --data");
    }
  }

  /** The operators' token, made at the first start, in {@code <data>/ops-token}. */
  public String opsToken() throws IOException {
    Path file = root.resolve(OPS_TOKEN);
    if (!Files.exists(file)) {
      Files.createDirectories(root);
      Path fresh =
          Files.createTempFile(
              root,
              "token",
              "",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(fresh, secrets().secret(OPS_TOKEN) + "\n");
      Files.move(fresh, file);
    }
    return Files.readString(file).strip();
  }
}

package org.pawprint.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;

/**
 * Passwords made once and kept one per file, readable by the owner of the process only (mode 600 in
 * a folder of mode 700).
 */
public final class Secrets {
  private static final int BYTES = 24;
  private static final Set<PosixFilePermission> OWNER_FILE =
      PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> OWNER_FOLDER =
      PosixFilePermissions.fromString("rwx------");

  private final Path folder;
  private final SecureRandom random;

  public Secrets(Path folder, SecureRandom random) {
    this.folder = folder;
    this.random = random;
  }

  /**
   * The secret of this name, generated at the first call: 32 characters of {@code [A-Za-z0-9_-]}.
   */
  public String secret(String name) {
    Path file = folder.resolve(name);
    try {
      if (!Files.exists(file)) {
        generate(file);
      }
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("secret " + file, e);
    }
  }

  /** Where the secret of this name lives, for messages and for PostgreSQL's initdb. */
  Path file(String name) {
    secret(name);
    return folder.resolve(name);
  }

  private void generate(Path file) throws IOException {
    Files.createDirectories(folder);
    Files.setPosixFilePermissions(folder, OWNER_FOLDER);
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    // Complete before it has its name, so that a crash never leaves half a password.
    Path fresh =
        Files.createTempFile(folder, "new", "", PosixFilePermissions.asFileAttribute(OWNER_FILE));
    Files.writeString(fresh, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes) + "\n");
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
  }
}

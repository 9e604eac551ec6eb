package org.pawprint.embedded;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked from the class path once and kept in a cache folder. */
final class PostgresBinaries {
  /** Major version of the programs; must be that of the dependency. */
  static final String MAJOR = "18";

  /** Whatever the umask: the programs may run under another user than Pawprint. */
  private static final Set<PosixFilePermission> EVERYBODY =
      PosixFilePermissions.fromString("rwxr-xr-x");

  private static final Set<PosixFilePermission> PLAIN_FILE =
      PosixFilePermissions.fromString("rw-r--r--");

  private final Path home;

  private PostgresBinaries(Path home) {
    this.home = home;
  }

  /**
   * The programs below {@code cache}, unpacked there unless an equal archive was before. Several
   * processes may do this at once: each unpacks aside and the first rename wins.
   */
  static PostgresBinaries in(Path cache) {
    URL archive = archive();
    try {
      Path home = cache.resolve("postgres-" + MAJOR + "-" + digest(archive).substring(0, 16));
      if (!Files.isDirectory(home)) {
        Files.createDirectories(cache);
        Path aside = Files.createTempDirectory(cache, "unpacking");
        unpack(archive, aside);
        openFolders(aside);
        // Else a power cut now could leave empty files under the final name.
        Command.run(List.of("sync", "-f", aside.toString()), Duration.ofSeconds(60));
        install(aside, home);
      }
      return new PostgresBinaries(home);
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL's programs into " + cache, e);
    }
  }

  String program(String name) {
    return home.resolve("bin").resolve(name).toString();
  }

  private static void install(Path aside, Path home) throws IOException {
    try {
      Files.move(aside, home, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      if (!Files.isDirectory(home)) {
        throw e;
      }
      Folders.delete(aside);
    }
  }

  private static URL archive() {
    String name = "/postgres-linux-" + processor() + ".txz";
    URL found = PostgresBinaries.class.getResource(name);
    if (found == null) {
      throw new EmbeddedServerException(
          "no embedded PostgreSQL for "
              + System.getProperty("os.name")
              + " "
              + System.getProperty("os.arch")
              + " (looked for "
              + name
              + "): point Pawprint to an existing PostgreSQL");
    }
    return found;
  }

  private static String processor() {
    String arch = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
    return switch (arch) {
      case "amd64", "x86_64" -> "x86_64";
      case "aarch64", "arm64" -> "arm_64";
      default -> arch;
    };
  }

  private static String digest(URL archive) throws IOException {
    try (DigestInputStream in =
        new DigestInputStream(archive.openStream(), MessageDigest.getInstance("SHA-256"))) {
      in.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(in.getMessageDigest().digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static void unpack(URL archive, Path folder) throws IOException {
    try (InputStream raw = archive.openStream();
        TarArchiveInputStream tar =
            new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(raw, 1 << 16)))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
          throw new IOException("entry outside the archive: " + entry.getName());
        }
        write(entry, tar, target);
      }
    }
  }

  private static void openFolders(Path root) throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      for (Path folder : all.filter(path -> Files.isDirectory(path, NOFOLLOW_LINKS)).toList()) {
        Files.setPosixFilePermissions(folder, EVERYBODY);
      }
    }
  }

  private static void write(TarArchiveEntry entry, InputStream content, Path target)
      throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(Objects.requireNonNull(target.getParent()));
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(content, target);
    boolean program = (entry.getMode() & 0100) != 0;
    Files.setPosixFilePermissions(target, program ? EVERYBODY : PLAIN_FILE);
  }
}

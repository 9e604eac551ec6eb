package org.pawprint.standalone.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pawprint.standalone.archive.Claim;
import org.pawprint.standalone.archive.DataFolder;
import org.pawprint.standalone.archive.Ports;
import org.pawprint.standalone.archive.RunningArchive;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Where a standalone lives: the options of every command that runs or addresses one. */
final class StandaloneOptions {
  private static final Path HOME = Path.of("pawprint-data");

  /** What no shell reads as anything else. */
  private static final Pattern PLAIN = Pattern.compile("[\\w./+:@%-]+");

  @Option(
      names = "--port-base",
      scope = ScopeType.INHERIT,
      paramLabel = "B",
      defaultValue = "" + Ports.DEFAULT_BASE,
      description =
          "First of ten ports on 127.0.0.1: ssa-api B, datalink-service B+1, reduction-listener"
              + " B+2, catalogue-service B+3, broker B+4, PostgreSQL B+5, management B+6 to B+9"
              + " (default ${DEFAULT-VALUE}).")
  private int portBase;

  @Option(
      names = "--data",
      scope = ScopeType.INHERIT,
      paramLabel = "DIR",
      description =
          "Folder of the installation: databases, stores, secrets, ops-token (default:"
              + " pawprint-data/serve; demo: a fresh pawprint-data/demo).")
  private @Nullable Path data;

  /**
   * The ports from the base given.
   *
   * @throws IOException when the base is out of range
   */
  Ports ports() throws IOException {
    try {
      return new Ports(portBase);
    } catch (IllegalArgumentException e) {
      throw new IOException("--port-base: " + e.getMessage(), e);
    }
  }

  boolean namesData() {
    return data != null;
  }

  /** These options as another command takes them in a shell. */
  String words() {
    String base = "--port-base " + portBase;
    return data == null ? base : base + " --data " + quoted(data.toString());
  }

  private static String quoted(String word) {
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }

  /** The folder given, else the one of that name below {@code pawprint-data}. */
  DataFolder data(String name) {
    return new DataFolder(data != null ? data : HOME.resolve(name));
  }

  /**
   * That folder for a run of this process, emptied unless it was given.
   *
   * @throws IOException in words for the user, when another process has the folder or a port
   */
  Claim fresh(String name) throws IOException {
    Claim claim = Claim.of(data(name), ports());
    if (!namesData()) {
      claim.empty();
    }
    return claim;
  }

  /** Unpacked programs, shared by all installations of this checkout. */
  Path cache() {
    return HOME.resolve("runtime").toAbsolutePath();
  }

  /**
   * The archive that runs there: the folder given, else the one of serve or demo that wrote its
   * token last.
   */
  RunningArchive running() throws IOException {
    return new RunningArchive(ports(), data != null ? new DataFolder(data) : latest());
  }

  private static DataFolder latest() {
    DataFolder serve = new DataFolder(HOME.resolve("serve"));
    DataFolder demo = new DataFolder(HOME.resolve("demo"));
    long served = serve.root().resolve("ops-token").toFile().lastModified();
    long demoed = demo.root().resolve("ops-token").toFile().lastModified();
    return served >= demoed ? serve : demo;
  }
}

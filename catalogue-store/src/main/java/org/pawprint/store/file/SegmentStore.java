package org.pawprint.store.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Pack files of many spectra: {@code <root>/yyyy/mm/dd/<name>-<random>.fits}, ordinary FITS files
 * that any astronomer can open. A segment is registered as {@code writing} before its first byte
 * and becomes {@code live} in the transaction that refers to it. Safe for concurrent use.
 */
public final class SegmentStore {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy/MM/dd");

  private final Path root;
  private final Directories directories;
  private final JdbcClient jdbc;
  private final Clock clock;

  /**
   * @param root folder of the store; created with the first segment
   */
  public SegmentStore(Path root, JdbcClient jdbc, Clock clock) {
    this.root = root.toAbsolutePath().normalize();
    this.directories = new Directories(this.root);
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Begins a segment; its spectra are collected in memory and written by {@link
   * SegmentDraft#finish}.
   *
   * @param name begins the file name, for people
   */
  public SegmentDraft begin(String name) {
    String day = DAY.format(clock.instant().atOffset(ZoneOffset.UTC));
    String random = UUID.randomUUID().toString().substring(0, 8);
    return new SegmentDraft(this, day + "/" + name + "-" + random + ".fits");
  }

  /** Registers the segment as being written and gives the place for its bytes. */
  Path register(String path) throws IOException {
    Path file = root.resolve(path);
    directories.ensure(file.resolveSibling("").normalize());
    jdbc.sql("INSERT INTO catalogue.segment (path, state) VALUES (:path, 'writing')")
        .param("path", path)
        .update();
    return file;
  }

  /**
   * Removes segments that nothing refers to and that a crash left behind.
   *
   * @param before segments begun before this go
   * @return how many went
   */
  public int collectOrphans(Instant before) throws IOException {
    List<String> orphans =
        jdbc.sql(
                "SELECT path FROM catalogue.segment WHERE state = 'writing' AND created_at < :before")
            .param("before", before.atOffset(ZoneOffset.UTC))
            .query(String.class)
            .list();
    for (String path : orphans) {
      discard(path);
    }
    return orphans.size();
  }

  /** Removes a segment at once that no transaction will ever refer to. */
  public void discard(String path) throws IOException {
    Files.deleteIfExists(root.resolve(path));
    Files.deleteIfExists(SegmentDraft.unfinished(root.resolve(path)));
    jdbc.sql("DELETE FROM catalogue.segment WHERE path = :path AND state = 'writing'")
        .param("path", path)
        .update();
  }

  /**
   * Tries whether the next segment could be written.
   *
   * @throws IOException when not
   */
  public void probe() throws IOException {
    Files.createDirectories(root);
    Files.deleteIfExists(Files.createTempFile(root, "probe", ""));
  }
}

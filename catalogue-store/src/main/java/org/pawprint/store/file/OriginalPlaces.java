package org.pawprint.store.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pawprint.core.identifier.Sha256;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Originals that are read where their survey keeps them, below a root that an operator declared
 * immutable. A file there that has another size than it had is no original any more. Safe for
 * concurrent use.
 */
public final class OriginalPlaces {
  private static final String REGISTER =
      """
      INSERT INTO catalogue.original_place AS p (sha256, path, bytes)
      SELECT * FROM unnest(:sha256::text[], :path::text[], :bytes::bigint[])
      ON CONFLICT (sha256) DO UPDATE SET path = excluded.path, bytes = excluded.bytes, registered_at = now()
      WHERE p.path <> excluded.path OR p.bytes <> excluded.bytes
      """;
  private static final String FIND =
      "SELECT sha256, path, bytes FROM catalogue.original_place WHERE sha256 = ANY (:sha256)";

  private final @Nullable JdbcClient jdbc;

  private OriginalPlaces(@Nullable JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public static OriginalPlaces in(JdbcClient jdbc) {
    return new OriginalPlaces(jdbc);
  }

  /** For a store that holds everything itself. */
  static OriginalPlaces none() {
    return new OriginalPlaces(null);
  }

  /**
   * An original that stays where it is.
   *
   * @param path absolute
   */
  public record Place(Sha256 original, Path path, long bytes) {}

  /** Makes these files originals, durably; each digest once. */
  public void register(Collection<Place> places) {
    if (jdbc == null) {
      throw new IllegalStateException("this store has no register of places");
    }
    Map<Sha256, Place> distinct = new HashMap<>();
    places.forEach(place -> distinct.put(place.original(), place));
    // In one order everywhere, so that two writers never wait for each other.
    List<Place> sorted =
        distinct.values().stream()
            .sorted((a, b) -> a.original().hex().compareTo(b.original().hex()))
            .toList();
    if (sorted.isEmpty()) {
      return;
    }
    jdbc.sql(REGISTER)
        .param("sha256", sorted.stream().map(p -> p.original().hex()).toArray(String[]::new))
        .param("path", sorted.stream().map(p -> p.path().toString()).toArray(String[]::new))
        .param("bytes", sorted.stream().map(Place::bytes).toArray(Long[]::new))
        .update();
  }

  /** Where those of the originals lie that are registered and still have their size. */
  Map<Sha256, Path> of(Collection<Sha256> originals) {
    Map<Sha256, Path> paths = new HashMap<>();
    if (jdbc == null || originals.isEmpty()) {
      return paths;
    }
    jdbc.sql(FIND)
        .param("sha256", originals.stream().map(Sha256::hex).toArray(String[]::new))
        .query(
            row -> {
              Path path = Path.of(row.getString("path"));
              if (hasSize(path, row.getLong("bytes"))) {
                paths.put(new Sha256(row.getString("sha256")), path);
              }
            });
    return paths;
  }

  private static boolean hasSize(Path path, long bytes) {
    try {
      return Files.isRegularFile(path) && Files.size(path) == bytes;
    } catch (IOException e) {
      return false;
    }
  }
}

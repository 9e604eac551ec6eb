package org.pawprint.standalone.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import tools.jackson.databind.JsonNode;

/** Gives a collection the table in which its survey keeps positions and redshifts. */
public final class TargetTableUpload {
  private final RunningArchive archive;

  public TargetTableUpload(RunningArchive archive) {
    this.archive = archive;
  }

  /**
   * What came of it.
   *
   * @param changed false when the collection had this very table before
   * @param rows rows of the table
   * @param columns JSON: which column is read as what
   */
  public record Given(boolean changed, long rows, String columns) {}

  /**
   * Uploads a table; what is catalogued from now on is joined with it.
   *
   * @param columns names of columns by {@code key}, {@code ra}, {@code dec}, {@code redshift},
   *     {@code rv} and {@code name}; what is missing is found by UCD or name
   */
  public Given give(Path table, String collection, Map<String, String> columns) throws IOException {
    if (!Files.isReadable(table)) {
      throw new IOException("cannot read " + table);
    }
    Map<String, String> parameters = new LinkedHashMap<>(columns);
    parameters.put("file", String.valueOf(table.getFileName()));
    JsonNode answer = archive.cataloguePut(path(collection), parameters, table);
    JsonNode kept = answer.path("table");
    return new Given(
        answer.path("changed").asBoolean(),
        kept.path("rows").asLong(),
        kept.path("columns").asString());
  }

  /**
   * Applies the collection's table to what is in the catalogue already.
   *
   * @param seen told how many rows have been looked at, from time to time
   * @return how many rows changed
   */
  public long apply(String collection, LongConsumer seen) throws IOException {
    long changed = 0;
    long all = 0;
    Optional<String> after = Optional.of("0");
    while (after.isPresent()) {
      JsonNode answer =
          archive.cataloguePost(path(collection) + "/apply?after=" + after.get(), Map.of());
      changed += answer.path("changed").asLong();
      all += answer.path("seen").asLong();
      seen.accept(all);
      after =
          answer.path("after").isNumber()
              ? Optional.of(answer.path("after").asString())
              : Optional.empty();
    }
    return changed;
  }

  private static String path(String collection) {
    return "/ops/catalogues/" + RunningArchive.encode(collection);
  }
}

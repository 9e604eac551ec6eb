package org.pawprint.store.catalogue;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lists the reductions of a collection, every version, for comparison with a publisher's list. */
public final class HeldReductions {
  private static final String PAGE =
      """
      SELECT id, source, reduction_key, version_number, original_sha256, state, spectra
      FROM catalogue.reduction WHERE collection = :collection AND id > :after
      ORDER BY id LIMIT :limit
      """;

  /**
   * One version of a reduction.
   *
   * @param id rises in the order of the list
   * @param reductionKey the publisher's id, with {@code #} and the file's name where it has several
   *     files; {@code file:} and the digest for a bare file
   * @param versionNumber the publisher's, if it numbers
   * @param state newest, superseded or withdrawn
   */
  public record Held(
      long id,
      String source,
      String reductionKey,
      @Nullable Long versionNumber,
      String originalSha256,
      String state,
      int spectra) {}

  private final JdbcClient jdbc;

  public HeldReductions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A page of the list, after the id of the last one of the page before. */
  public List<Held> page(String collection, Optional<Long> after, int limit) {
    return jdbc.sql(PAGE)
        .param("collection", collection)
        .param("after", after.orElse(0L))
        .param("limit", limit)
        .query(Held.class)
        .list();
  }
}

package org.pawprint.store.catalogue;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Numbered changes of which the partners have not been told. */
public final class NoticeOutbox {

  /**
   * One notice: changes of one kind that follow on one another, of one reduction, or of the bare
   * files of one collection that came in one batch.
   *
   * @param kind created, superseded, withdrawn or released
   * @param silent changes of a replay that say nothing new
   * @param reason why they were withdrawn, where that was said
   */
  public record Notice(
      String kind,
      String source,
      String collection,
      String reductionKey,
      String version,
      long count,
      long firstChange,
      long lastChange,
      boolean silent,
      @Nullable String reason,
      Instant at) {}

  private static final String PENDING =
      """
      SELECT c.kind, r.source, r.collection, min(r.reduction_key) AS reduction_key,
             min(coalesce(r.version_number::text, to_char(r.version_time AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), left(r.original_sha256, 12))) AS version,
             count(*) AS count, min(c.number) AS first_change, max(c.number) AS last_change, c.silent,
             min(c.reason) AS reason, max(c.at) AS at
      FROM catalogue.change c JOIN catalogue.reduction r ON r.id = c.reduction
      WHERE c.number > (SELECT noticed FROM catalogue.change_counter)
        AND c.number <= (SELECT noticed FROM catalogue.change_counter) + :most
      GROUP BY c.kind, c.silent, r.source, r.collection,
               CASE WHEN r.reduction_key LIKE 'file:%' THEN c.at END,
               CASE WHEN r.reduction_key NOT LIKE 'file:%' THEN r.id END
      ORDER BY min(c.number)
      """;

  private final JdbcClient jdbc;

  public NoticeOutbox(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Notices for the next changes in order, at most so many changes. */
  public List<Notice> pending(int most) {
    return jdbc.sql(PENDING).param("most", most).query(Notice.class).list();
  }

  /** Everything up to this number is confirmed by the broker. */
  public void noticed(long upTo) {
    jdbc.sql("UPDATE catalogue.change_counter SET noticed = greatest(noticed, :upTo)")
        .param("upTo", upTo)
        .update();
  }
}

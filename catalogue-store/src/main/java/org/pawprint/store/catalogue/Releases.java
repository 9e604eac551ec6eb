package org.pawprint.store.catalogue;

import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes rows public whose release date has passed. Readers see them from that moment by their
 * policy; this says so, once: the right becomes {@code public}, and that is the mark by which no
 * other instance and no later run finds the row again. The change has its number in the same
 * transaction: to a client that asks again, the row is either released by its date or a numbered
 * change.
 */
public final class Releases {
  private static final String RELEASE =
      """
      WITH due AS (
        SELECT spectrum_id FROM catalogue.obscore
        WHERE data_rights <> 'public' AND obs_release_date <= :now
        ORDER BY obs_release_date LIMIT :most FOR UPDATE SKIP LOCKED),
      released AS (
        UPDATE catalogue.obscore o SET data_rights = 'public', last_modified = :now
        FROM due WHERE o.spectrum_id = due.spectrum_id RETURNING o.spectrum_id),
      told AS (
        INSERT INTO catalogue.change (kind, spectrum_id, reduction, silent, at)
        SELECT 'released', s.id, s.reduction, false, :now
        FROM released JOIN catalogue.spectrum s ON s.id = released.spectrum_id
        WHERE s.newest ORDER BY s.id)
      SELECT count(*) FROM released
      """;

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final ChangeSequencer sequencer;

  public Releases(JdbcClient jdbc, TransactionTemplate transaction) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.sequencer = new ChangeSequencer(jdbc, transaction);
  }

  /**
   * Releases the next rows that are due; only those of the newest versions are told of.
   *
   * @param most at most so many
   * @return how many it were
   */
  public int release(Instant now, int most) {
    Integer count =
        transaction.execute(
            status -> {
              Integer released =
                  jdbc.sql(RELEASE)
                      .param("now", now.atOffset(ZoneOffset.UTC))
                      .param("most", most)
                      .query(Integer.class)
                      .single();
              if (released > 0) {
                sequencer.number();
              }
              return released;
            });
    return count == null ? 0 : count;
  }
}

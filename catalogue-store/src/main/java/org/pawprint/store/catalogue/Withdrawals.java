package org.pawprint.store.catalogue;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Withdraws spectra for good, by an operator's order: a tombstone stays under their names, the
 * change log and a notice tell of it. Doing it again changes nothing.
 */
public final class Withdrawals {
  private static final String WITHDRAW =
      """
      WITH gone AS (
        SELECT s.id FROM catalogue.spectrum s JOIN catalogue.reduction r ON r.id = s.reduction
        WHERE NOT s.tombstone AND (%s) ORDER BY s.id LIMIT :most),
      marked AS (
        UPDATE catalogue.spectrum s
        SET newest = false, state = 'withdrawn', tombstone = true, withdrawn_because = :reason
        FROM gone WHERE s.id = gone.id RETURNING s.id, s.reduction),
      hidden AS (
        UPDATE catalogue.obscore o SET newest = false, last_modified = :at
        FROM marked WHERE o.spectrum_id = marked.id),
      told AS (
        INSERT INTO catalogue.change (kind, spectrum_id, reduction, silent, reason, at)
        SELECT 'withdrawn', id, reduction, false, :reason, :at FROM marked ORDER BY id)
      SELECT reduction FROM marked
      """;

  private static final String NOTHING_LEFT_OF =
      """
      UPDATE catalogue.reduction r SET state = 'withdrawn'
      WHERE r.id IN (:reductions)
        AND NOT EXISTS (SELECT FROM catalogue.spectrum s WHERE s.reduction = r.id AND NOT s.tombstone)
      """;

  private static final String COUNT =
      """
      SELECT count(*) FROM catalogue.spectrum s JOIN catalogue.reduction r ON r.id = s.reduction
      WHERE NOT s.tombstone AND (%s)
      """;

  private final JdbcClient jdbc;
  private final TransactionOperations transactions;
  private final Clock clock;

  public Withdrawals(JdbcClient jdbc, TransactionOperations transactions, Clock clock) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** How many spectra are still to be withdrawn, in all their versions. */
  public long left(WithdrawalScope scope) {
    return jdbc.sql(COUNT.formatted(scope.condition()))
        .params(scope.parameters())
        .query(Long.class)
        .single();
  }

  /**
   * Withdraws the next of them in one transaction, which no writer of the catalogue overlaps.
   *
   * @param most at most so many spectra
   * @return how many it were; fewer than {@code most} when none is left
   */
  public int withdraw(WithdrawalScope scope, String reason, int most) {
    Integer withdrawn =
        transactions.execute(
            status -> {
              jdbc.sql(ReductionLocks.ALONE).query().listOfRows();
              List<Long> reductions =
                  jdbc.sql(WITHDRAW.formatted(scope.condition()))
                      .params(scope.parameters())
                      .param("reason", reason)
                      .param("most", most)
                      .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                      .query(Long.class)
                      .list();
              if (!reductions.isEmpty()) {
                jdbc.sql(NOTHING_LEFT_OF)
                    .param("reductions", reductions.stream().distinct().toList())
                    .update();
              }
              return reductions.size();
            });
    return withdrawn == null ? 0 : withdrawn;
  }
}

package org.pawprint.store.backfill;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Begins backfills, takes them up again, and moves their cursors. */
public final class BackfillRuns {
  private static final String COLUMNS =
      "id, what, collection, started_at, resumed, ended_at, place, files";
  private static final String BEGIN =
      "INSERT INTO ledger.backfill_run (what, collection) VALUES (:what, :collection) RETURNING "
          + COLUMNS;
  private static final String TAKE_UP =
      """
      UPDATE ledger.backfill_run SET resumed = resumed + 1 WHERE id = (
        SELECT max(id) FROM ledger.backfill_run
        WHERE what = :what AND collection IS NOT DISTINCT FROM :collection AND ended_at IS NULL)
      RETURNING\s"""
          + COLUMNS;

  /** Batches are made anew from the cursor on; one that comes out the same is opened again. */
  private static final String LEAVE_OPEN_BATCHES =
      "UPDATE ledger.backfill_batch SET state = 'left' WHERE run = :run AND state = 'open'";

  private static final String ADVANCE =
      """
      UPDATE ledger.backfill_run SET place = :place, files = :files WHERE id = :run AND ended_at IS NULL
      """;
  private static final String END_BATCH =
      "UPDATE ledger.backfill_batch SET state = 'ended' WHERE id = :batch AND run = :run";
  private static final String FIND =
      "SELECT " + COLUMNS + " FROM ledger.backfill_run WHERE id = :run";
  private static final String LATEST =
      "SELECT " + COLUMNS + " FROM ledger.backfill_run ORDER BY id DESC LIMIT :most";

  private final JdbcClient jdbc;
  private final TransactionOperations transactions;

  public BackfillRuns(JdbcClient jdbc, TransactionOperations transactions) {
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  /** Begins a run. */
  public BackfillRun begin(String what, Optional<String> collection) {
    return run(BEGIN, what, collection).single();
  }

  /** The newest unfinished run over the same files, ready to go on from its cursor. */
  public Optional<BackfillRun> takeUp(String what, Optional<String> collection) {
    return transactions.execute(
        status -> {
          Optional<BackfillRun> run = run(TAKE_UP, what, collection).optional();
          run.ifPresent(r -> jdbc.sql(LEAVE_OPEN_BATCHES).param("run", r.id()).update());
          return run;
        });
  }

  private JdbcClient.MappedQuerySpec<BackfillRun> run(
      String sql, String what, Optional<String> collection) {
    return jdbc.sql(sql)
        .param("what", what)
        .param("collection", collection.orElse(null), Types.VARCHAR)
        .query(BackfillRuns::row);
  }

  /**
   * Moves the cursor past a batch that has ended.
   *
   * @param place of the last file of the batch
   * @param files up to there
   */
  public void advance(long run, long batch, String place, long files) {
    transactions.executeWithoutResult(
        status -> {
          jdbc.sql(END_BATCH).param("batch", batch).param("run", run).update();
          jdbc.sql(ADVANCE).param("run", run).param("place", place).param("files", files).update();
        });
  }

  public Optional<BackfillRun> find(long run) {
    return jdbc.sql(FIND).param("run", run).query(BackfillRuns::row).optional();
  }

  /** The newest runs first. */
  public List<BackfillRun> latest(int most) {
    return jdbc.sql(LATEST).param("most", most).query(BackfillRuns::row).list();
  }

  private static BackfillRun row(ResultSet row, int number) throws SQLException {
    return new BackfillRun(
        row.getLong("id"),
        row.getString("what"),
        Optional.ofNullable(row.getString("collection")),
        row.getTimestamp("started_at").toInstant(),
        row.getInt("resumed"),
        Optional.ofNullable(row.getTimestamp("ended_at")).map(Timestamp::toInstant),
        Optional.ofNullable(row.getString("place")),
        row.getLong("files"));
  }
}

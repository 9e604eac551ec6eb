package org.pawprint.store.backfill;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.pawprint.store.backfill.BackfillReport.Parked;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Makes the report of a run from the ledger, and keeps it when the run ends. */
public final class BackfillReports {
  /** The same bytes under several names are counted once, as the catalogue has them once. */
  private static final String TOTALS =
      """
      WITH file AS (
        SELECT state, collection, loader, spectra,
               row_number() OVER (PARTITION BY coalesce(original_sha256, batch || ' ' || position) ORDER BY batch, position) AS copy
        FROM ledger.backfill_file WHERE run = :run)
      SELECT CASE WHEN state = 'catalogued' AND copy > 1 THEN 'already' ELSE state END AS state,
             collection, loader, count(*) AS files, coalesce(sum(spectra) FILTER (WHERE copy = 1), 0) AS spectra
      FROM file GROUP BY 1, 2, 3
      """;

  private static final String PARKED =
      """
      SELECT name, reason FROM (
        SELECT batch, position, name, coalesce(reason, 'no reason recorded') AS reason
        FROM ledger.backfill_file WHERE run = :run AND state = 'parked'
        UNION ALL
        SELECT 0, 0, name, reason FROM ledger.backfill_aside WHERE run = :run AND parked) p
      ORDER BY name
      """;
  private static final String NOT_ANNOUNCED =
      "SELECT name, reason FROM ledger.backfill_aside WHERE run = :run AND NOT parked ORDER BY name";
  private static final String END =
      """
      UPDATE ledger.backfill_run SET ended_at = coalesce(ended_at, now()), report = :report::jsonb WHERE id = :run
      """;
  private static final String STORED =
      "SELECT report::text FROM ledger.backfill_run WHERE id = :run AND report IS NOT NULL";

  private final JdbcClient jdbc;
  private final TransactionOperations transactions;

  public BackfillReports(JdbcClient jdbc, TransactionOperations transactions) {
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  /** The account as of now. */
  public BackfillReport report(long run) {
    return transactions.execute(status -> make(run));
  }

  private BackfillReport make(long run) {
    List<Parked> parked = list(PARKED, run);
    Map<String, Long> states = new TreeMap<>();
    Map<String, Long> byCollection = new TreeMap<>();
    Map<String, Long> byLoader = new TreeMap<>();
    long[] announced = {0};
    jdbc.sql(TOTALS)
        .param("run", run)
        .query(
            row -> {
              long files = row.getLong("files");
              String state = row.getString("state");
              announced[0] += state.equals("parked") ? 0 : files;
              states.merge(state, files, Long::sum);
              if (state.equals("catalogued") || state.equals("already")) {
                byCollection.merge(row.getString("collection"), row.getLong("spectra"), Long::sum);
                byLoader.merge(row.getString("loader"), files, Long::sum);
              }
            });
    return new BackfillReport(
        announced[0] + parked.size(),
        byCollection.values().stream().mapToLong(Long::longValue).sum(),
        states.getOrDefault("catalogued", 0L),
        states.getOrDefault("already", 0L),
        states.getOrDefault("waiting", 0L),
        parked,
        byCollection,
        byLoader,
        list(NOT_ANNOUNCED, run));
  }

  private List<Parked> list(String sql, long run) {
    List<Parked> files = new ArrayList<>();
    jdbc.sql(sql)
        .param("run", run)
        .query(
            row -> {
              files.add(new Parked(row.getString("name"), row.getString("reason")));
            });
    return files;
  }

  /** Ends a run and keeps its report, JSON as the operator got it. */
  public void end(long run, String report) {
    jdbc.sql(END).param("run", run).param("report", report).update();
  }

  /** The report of a run that has ended. */
  public Optional<String> stored(long run) {
    return jdbc.sql(STORED).param("run", run).query(String.class).optional();
  }
}

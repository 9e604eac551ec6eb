package org.pawprint.store.catalogue;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import javax.sql.DataSource;

/**
 * Brings reductions into the catalogue: identities, rows, changes and the outcome of their files in
 * one transaction. Repeating a commit changes nothing; the order of arrival of versions does not
 * matter. Thread-safe.
 */
public final class CatalogueWriter {
  private final DataSource dataSource;
  private final Clock clock;

  public CatalogueWriter(DataSource dataSource, Clock clock) {
    this.dataSource = dataSource;
    this.clock = clock;
  }

  /**
   * Whether the database refused the values of a row, so that trying the same again is no use; any
   * other failure may be gone the next time. By class of SQLSTATE (PostgreSQL manual, appendix
   * "Error Codes"): data exception, integrity constraint, program limit exceeded.
   */
  public static boolean refusesValues(SQLException e) {
    String state = e.getSQLState();
    return state != null
        && (state.startsWith("22") || state.startsWith("23") || state.startsWith("54"));
  }

  /**
   * Commits all arrivals or none.
   *
   * @return the outcomes as recorded, in the order of the arrivals
   * @throws SQLException when the database refuses or is away; nothing was changed then
   */
  public List<FileOutcome> commit(List<Arrival> arrivals) throws SQLException {
    // PostgreSQL keeps microseconds; an instant we compare later must not carry more.
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      try {
        List<FileOutcome> outcomes = commit(connection, arrivals, now);
        connection.commit();
        return outcomes;
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(true);
      }
    }
  }

  /**
   * How many spectra each entry has in the catalogue where its very version is there, so that the
   * caller need not write them again; their own spectra are not looked at.
   */
  public List<Optional<Integer>> known(List<ReductionEntry> entries) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      return new KnownReductions(connection).already(entries);
    }
  }

  /** Records outcomes that bring no rows: parked files, and those to be tried again. */
  public void record(Collection<FileOutcome> outcomes) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      new OutcomeRows(connection).upsert(outcomes, clock.instant());
    }
  }

  private static List<FileOutcome> commit(
      Connection connection, List<Arrival> arrivals, Instant now) throws SQLException {
    lock(connection, arrivals);
    KnownReductions known = new KnownReductions(connection);
    List<ReductionEntry> entries = arrivals.stream().map(Arrival::reduction).toList();
    List<Optional<Integer>> already = known.already(entries);
    List<ReductionEntry> fresh = new ArrayList<>();
    List<FileOutcome> outcomes = new ArrayList<>();
    for (int i = 0; i < arrivals.size(); i++) {
      FileOutcome outcome = arrivals.get(i).outcome();
      outcomes.add(already.get(i).map(outcome::already).orElse(outcome));
      if (already.get(i).isEmpty()) {
        fresh.add(entries.get(i));
      }
    }
    if (!fresh.isEmpty()) {
      SupersessionPlan plan = known.plan(fresh);
      new CatalogueRows(connection, now).write(plan);
    }
    new OutcomeRows(connection).upsert(outcomes, now);
    return outcomes;
  }

  /** In rising order, so that two writers never wait for each other. */
  private static void lock(Connection connection, List<Arrival> arrivals) throws SQLException {
    TreeSet<Long> locks = new TreeSet<>();
    for (Arrival arrival : arrivals) {
      ReductionEntry r = arrival.reduction();
      locks.add(ReductionLocks.of(r.collection(), r.source() + "\n" + r.key()));
      r.supersedes()
          .ifPresent(key -> locks.add(ReductionLocks.of(r.collection(), r.source() + "\n" + key)));
      r.spectra().stream()
          .map(s -> s.did().obsId())
          .distinct()
          .forEach(obsId -> locks.add(ReductionLocks.of(r.collection(), "obs_id\n" + obsId)));
    }
    ReductionLocks.take(connection, locks);
  }
}

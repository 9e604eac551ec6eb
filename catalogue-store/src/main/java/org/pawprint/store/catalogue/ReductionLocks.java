package org.pawprint.store.catalogue;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.SortedSet;

/**
 * Advisory locks of the transactions that decide which spectra are the newest: writers of the same
 * exposure queue up. A bounded number of locks per collection serves any batch, and a large batch
 * of one collection does not hold up another.
 */
final class ReductionLocks {
  /**
   * Nobody else writes until the transaction ends. A statement of its own, before any other lock.
   */
  static final String ALONE = "SELECT pg_advisory_xact_lock(7201, 0)";

  private static final String BESIDE_OTHERS = "SELECT pg_advisory_xact_lock_shared(7201, 0);";

  private static final int BUCKETS = 256;

  /** Above the keys of all other advisory locks here. */
  private static final int SPACE = 1 << 30;

  private ReductionLocks() {}

  /** The lock of a reduction or an exposure of a collection. */
  static long of(String collection, String name) {
    long space = SPACE | (collection.hashCode() & SPACE - 1);
    return space << 32 | Math.floorMod(name.hashCode(), BUCKETS);
  }

  /** In rising order, so that two writers never wait for each other. */
  static void take(Connection connection, SortedSet<Long> locks) throws SQLException {
    // One statement per lock: within a single SELECT the order of evaluation is not promised.
    StringBuilder statements = new StringBuilder(BESIDE_OTHERS);
    for (long lock : locks) {
      statements.append("SELECT pg_advisory_xact_lock(").append(lock >> 32);
      statements.append(", ").append((int) lock).append(");");
    }
    try (Statement lock = connection.createStatement()) {
      lock.execute(statements.toString());
    }
  }
}

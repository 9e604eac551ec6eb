package org.pawprint.store.catalogue;

import java.sql.Connection;
import java.sql.PreparedStatement;
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

  private static final String BESIDE_OTHERS = "SELECT pg_advisory_xact_lock_shared(7201, 0)";

  /** The subquery sorts, and OFFSET keeps it apart, so that the locks are taken in its order. */
  private static final String IN_ORDER =
      """
      SELECT pg_advisory_xact_lock((key >> 32)::integer, (key & 2147483647)::integer)
      FROM (SELECT key FROM unnest(?::bigint[]) AS key ORDER BY key OFFSET 0) AS sorted
      """;

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
    try (Statement shared = connection.createStatement()) {
      shared.execute(BESIDE_OTHERS);
    }
    try (PreparedStatement each = connection.prepareStatement(IN_ORDER)) {
      each.setArray(1, connection.createArrayOf("bigint", locks.toArray()));
      each.execute();
    }
  }
}

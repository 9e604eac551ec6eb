package org.pawprint.store.catalogue;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.SortedSet;

/**
 * Advisory locks of the transactions that decide which spectra are the newest: writers of the same
 * exposure queue up. A bounded number of locks serves any batch; all take them in rising order.
 */
final class ReductionLocks {
  private static final int BUCKETS = 256;

  /**
   * Takes every lock, in order, in one statement: nobody else writes until the transaction ends.
   */
  static final String TAKE_ALL =
      """
      DO $$ BEGIN
        FOR bucket IN 0..%d LOOP PERFORM pg_advisory_xact_lock(7201, bucket); END LOOP;
      END $$
      """
          .formatted(BUCKETS - 1);

  private ReductionLocks() {}

  static int bucket(String a, String b, String c) {
    return Math.floorMod((a + "\n" + b + "\n" + c).hashCode(), BUCKETS);
  }

  static void take(Connection connection, SortedSet<Integer> buckets) throws SQLException {
    // One statement per lock: within a single SELECT the order of evaluation is not promised.
    try (var lock = connection.prepareStatement("SELECT pg_advisory_xact_lock(7201, ?)")) {
      for (int bucket : buckets) {
        lock.setInt(1, bucket);
        lock.execute();
      }
    }
  }
}

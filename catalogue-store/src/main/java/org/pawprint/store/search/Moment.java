package org.pawprint.store.search;

import java.time.Instant;
import java.util.regex.Pattern;

/**
 * The catalogue as it was at one moment, which a later page of a listing goes back to.
 *
 * @param at time of the database
 * @param snapshot the transactions that were visible, as PostgreSQL writes a {@code pg_snapshot}
 * @param lastSpectrum highest key of a spectrum
 */
public record Moment(Instant at, String snapshot, long lastSpectrum) {
  private static final Pattern SNAPSHOT = Pattern.compile("\\d{1,19}:\\d{1,19}:[\\d,]{0,2000}");

  public Moment {
    if (!SNAPSHOT.matcher(snapshot).matches()) {
      throw new IllegalArgumentException("'" + snapshot + "' is no pg_snapshot");
    }
  }

  /** First transaction that had not begun. */
  long nextTransaction() {
    return Long.parseLong(snapshot.split(":")[1]);
  }
}

package org.pawprint.store.search;

import java.util.List;
import java.util.Optional;
import org.pawprint.core.sky.SkyPosition;

/**
 * A search for rows.
 *
 * @param conditions all must hold; none means every row
 * @param nearestTo rows come by rising distance from it; without it in no particular order
 * @param limit most rows to return, at least 1
 */
public record ObsCoreQuery(
    List<Condition> conditions, Optional<SkyPosition> nearestTo, long limit) {
  public ObsCoreQuery {
    conditions = List.copyOf(conditions);
    if (limit < 1) {
      throw new IllegalArgumentException("limit " + limit + " is below 1");
    }
  }
}

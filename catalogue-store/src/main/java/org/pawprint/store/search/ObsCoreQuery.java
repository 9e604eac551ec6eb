package org.pawprint.store.search;

import java.util.List;
import java.util.Optional;
import org.pawprint.core.sky.SkyPosition;

/**
 * A search for rows.
 *
 * @param conditions all must hold; none means every row
 * @param nearestTo rows come by rising distance from it, else in the order in which they were
 *     catalogued
 * @param start of a later page, or empty for the first
 * @param limit most rows to return, at least 1
 */
public record ObsCoreQuery(
    Versions versions,
    List<Condition> conditions,
    Optional<SkyPosition> nearestTo,
    Optional<PageStart> start,
    long limit) {
  public ObsCoreQuery {
    conditions = List.copyOf(conditions);
    if (limit < 1) {
      throw new IllegalArgumentException("limit " + limit + " is below 1");
    }
  }
}

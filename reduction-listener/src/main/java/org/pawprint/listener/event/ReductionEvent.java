package org.pawprint.listener.event;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pawprint.core.event.Lane;

/**
 * A valid announcement of a finished reduction: the schema holds, and so do the rules of its lane.
 *
 * @param source CloudEvents source; with {@code id} the duplicate key
 * @param time when the reduction ended; a bare survey file has none
 * @param replay an operator sent it again
 * @param reductionId the publisher's id; empty for a bare survey file in backfill
 * @param rights {@code public}, {@code secure} or {@code proprietary}
 * @param facts the other scalar values of {@code data}, by their JSON names; those of the quality
 *     summary with the prefix {@code quality.}
 * @param products 1 to 500 files
 */
public record ReductionEvent(
    Lane lane,
    String source,
    String id,
    Optional<Instant> time,
    Optional<String> traceparent,
    boolean replay,
    Optional<String> reductionId,
    Optional<Long> reductionVersion,
    Optional<String> collection,
    Optional<String> supersedes,
    String rights,
    Optional<Instant> releaseDate,
    Map<String, String> facts,
    List<Product> products) {
  public ReductionEvent {
    facts = Map.copyOf(facts);
    products = List.copyOf(products);
  }
}

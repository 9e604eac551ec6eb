package org.pawprint.store.backfill;

import java.time.Instant;
import java.util.Optional;

/**
 * A backfill, a row of {@code ledger.backfill_run}.
 *
 * @param what folder, tar or manifest, as the operator named it
 * @param place cursor: every file up to here has its outcome; empty at the start
 * @param files how many files that are
 * @param resumed how often it was taken up again
 */
public record BackfillRun(
    long id,
    String what,
    Optional<String> collection,
    Instant startedAt,
    int resumed,
    Optional<Instant> endedAt,
    Optional<String> place,
    long files) {}

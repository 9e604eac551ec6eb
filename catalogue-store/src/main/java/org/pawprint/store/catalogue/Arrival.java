package org.pawprint.store.catalogue;

/**
 * A reduction that enters the catalogue together with the outcome of its file.
 *
 * @param outcome as it is if the reduction is new; the catalogue turns it into {@code ALREADY}
 *     where this very version is there
 */
public record Arrival(ReductionEntry reduction, FileOutcome outcome) {}

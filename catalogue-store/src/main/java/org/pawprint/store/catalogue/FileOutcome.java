package org.pawprint.store.catalogue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.pawprint.core.identifier.Sha256;

/**
 * What became of one file of an event, a row of {@code ledger.ingest_outcome}.
 *
 * @param spectra spectra and cubes of this file in the catalogue, new or already there
 * @param notCatalogued sky, guide, broken and unallocated fibres
 * @param step where it ended, for {@code LATER} and {@code PARKED}
 * @param reason in words an operator understands, likewise
 * @param nextAttempt for {@code LATER}
 */
public record FileOutcome(
    long eventKey,
    Sha256 original,
    String fileName,
    Result result,
    Optional<String> loader,
    int loaderRevision,
    Optional<String> collection,
    int spectra,
    int notCatalogued,
    Optional<String> step,
    Optional<String> reason,
    Optional<Instant> nextAttempt,
    Duration took) {

  /** The words of the column {@code outcome}. */
  public enum Result {
    CATALOGUED,
    ALREADY,
    LATER,
    PARKED
  }

  /** The same file, found to be catalogued before with that many spectra. */
  public FileOutcome already(int spectraThere) {
    return new FileOutcome(
        eventKey,
        original,
        fileName,
        Result.ALREADY,
        loader,
        loaderRevision,
        collection,
        spectraThere,
        notCatalogued,
        step,
        reason,
        nextAttempt,
        took);
  }
}

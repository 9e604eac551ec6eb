package org.pawprint.store.backfill;

import java.util.List;
import java.util.Map;

/**
 * The account of every file of a run.
 *
 * @param files announced, and those that should have been and could not be read
 * @param spectra of these files in the catalogue, new or already there
 * @param catalogued files that this run brought into the catalogue
 * @param already files that were there, or are a second copy of one of this run
 * @param waiting files without outcome; 0 at the end of a run
 * @param byCollection spectra by collection
 * @param byLoader files by the loader that read them
 * @param notAnnounced files that are no candidates
 */
public record BackfillReport(
    long files,
    long spectra,
    long catalogued,
    long already,
    long waiting,
    List<Parked> parked,
    Map<String, Long> byCollection,
    Map<String, Long> byLoader,
    List<Parked> notAnnounced) {
  /** A file and why it is not in the catalogue. */
  public record Parked(String file, String reason) {}
}

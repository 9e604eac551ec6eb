package org.pawprint.store.catalogue;

/**
 * Another spectrum that belongs to a given one.
 *
 * @param of key of the given spectrum
 * @param spectrum the other one
 */
public record RelatedSpectrum(long of, Relation relation, StoredSpectrum spectrum) {

  /** How the other spectrum stands to the given one. */
  public enum Relation {
    /** Same target in the same exposure, newest version, another arm or band. */
    OTHER_BAND,
    /**
     * Same target, exposure and band, newest version, made in another way: normalised, combined,
     * spliced, another aperture.
     */
    SIBLING,
    /** Same target at another time, newest version, in the same band if in the same collection. */
    OTHER_EPOCH,
    /** The same spectrum in a later reduction. */
    NEWER_VERSION,
    /** The same spectrum in an earlier reduction. */
    OLDER_VERSION
  }
}

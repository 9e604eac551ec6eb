package org.pawprint.catalogue.survey.gama;

import org.pawprint.core.fits.FitsFile;
import org.pawprint.core.fits.FitsHeader;
import org.pawprint.core.fits.UnreadableFits;

/**
 * An origin whose own files, without GAMA's cards, have the same layout and tell whose they are.
 */
interface OwnFiles extends Origin {

  /** Whether the file is one that the survey itself published. */
  boolean published(FitsFile fits);

  /**
   * Target, exposure, place and redshift by the survey's own cards.
   *
   * @throws UnreadableFits when a card that names the spectrum is absent
   */
  Identity identity(FitsHeader header);
}

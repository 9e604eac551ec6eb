package org.pawprint.catalogue.survey;

import org.pawprint.core.obscore.ObsCoreRow;

/** What a loader found in a file and what gets a row of the catalogue. */
public sealed interface LoadedEntry permits LoadedSpectrum, LoadedCube {

  /** {@code <spectrum>} of the DID. */
  String name();

  /**
   * What the file tells; must hold {@code obs_id}. Identity, rights, collection and creation
   * columns are filled in by the pipeline.
   */
  ObsCoreRow row();
}

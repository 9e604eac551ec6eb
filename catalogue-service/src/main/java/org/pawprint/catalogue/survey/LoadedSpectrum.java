package org.pawprint.catalogue.survey;

import org.pawprint.core.obscore.ObsCoreRow;
import org.pawprint.core.spectrum.Spectrum;

/**
 * One spectrum as its loader made it.
 *
 * @param name {@code <spectrum>} of the DID: arm and pivot, or slit row where there is no pivot
 * @param row what the file tells; must hold {@code obs_id}. Identity, rights, collection and
 *     creation columns are filled in by the pipeline
 */
public record LoadedSpectrum(String name, ObsCoreRow row, Spectrum spectrum) {

  /** The same spectrum with another row beside it. */
  public LoadedSpectrum with(ObsCoreRow other) {
    return new LoadedSpectrum(name, other, spectrum);
  }
}

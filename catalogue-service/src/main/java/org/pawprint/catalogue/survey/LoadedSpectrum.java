package org.pawprint.catalogue.survey;

import java.util.Optional;
import org.pawprint.core.obscore.ObsCoreRow;
import org.pawprint.core.spectrum.SkyPlace;
import org.pawprint.core.spectrum.Spectrum;

/**
 * One spectrum as its loader made it.
 *
 * @param name {@code <spectrum>} of the DID: arm and pivot, or slit row where there is no pivot
 * @param sky where the file has the sky that was subtracted from it
 */
public record LoadedSpectrum(String name, ObsCoreRow row, Spectrum spectrum, Optional<SkyPlace> sky)
    implements LoadedEntry {

  /** One whose file does not have its sky. */
  public LoadedSpectrum(String name, ObsCoreRow row, Spectrum spectrum) {
    this(name, row, spectrum, Optional.empty());
  }

  LoadedSpectrum with(ObsCoreRow other) {
    return new LoadedSpectrum(name, other, spectrum, sky);
  }
}

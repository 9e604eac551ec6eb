package org.pawprint.catalogue.survey;

import org.pawprint.core.obscore.ObsCoreRow;
import org.pawprint.core.spectrum.Spectrum;

/**
 * One spectrum as its loader made it.
 *
 * @param name {@code <spectrum>} of the DID: arm and pivot, or slit row where there is no pivot
 */
public record LoadedSpectrum(String name, ObsCoreRow row, Spectrum spectrum)
    implements LoadedEntry {}

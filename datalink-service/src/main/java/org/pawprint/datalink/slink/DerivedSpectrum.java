package org.pawprint.datalink.slink;

import org.pawprint.core.obscore.ObsCoreRow;
import org.pawprint.core.spectrum.Spectrum;
import org.pawprint.core.spectrum.derive.Derivation;
import org.pawprint.store.catalogue.StoredSpectrum;

/**
 * A spectrum made on request.
 *
 * @param row its metadata: the parent's, as far as they hold for it; it has no DID of its own
 * @param parent the first of its parents
 */
public record DerivedSpectrum(
    Spectrum spectrum, ObsCoreRow row, StoredSpectrum parent, Derivation derivation) {}

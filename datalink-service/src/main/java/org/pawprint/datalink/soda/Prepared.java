package org.pawprint.datalink.soda;

import org.pawprint.core.obscore.ObsCoreRow;
import org.pawprint.core.spectrum.ObservedWavelength;
import org.pawprint.core.spectrum.Spectrum;
import org.pawprint.store.catalogue.StoredSpectrum;

/**
 * A spectrum on its way.
 *
 * @param parent what it is made of
 * @param row of the parent, changed where a part of it was taken
 * @param spectrum the numbers so far
 * @param stretch by which its wavelengths are to be multiplied for those observed
 */
record Prepared(StoredSpectrum parent, ObsCoreRow row, Spectrum spectrum, double stretch) {
  ObservedWavelength observed() {
    return new ObservedWavelength(spectrum.medium(), stretch);
  }

  Prepared with(Spectrum other) {
    return new Prepared(parent, row, other, stretch);
  }

  Prepared with(Spectrum other, double itsStretch) {
    return new Prepared(parent, row, other, itsStretch);
  }
}

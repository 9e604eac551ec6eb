package org.pawprint.datalink.soda;

import java.util.OptionalDouble;
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
 * @param redshift by which it has been shifted; empty as long as it has not
 */
record Prepared(
    StoredSpectrum parent,
    ObsCoreRow row,
    Spectrum spectrum,
    double stretch,
    OptionalDouble redshift) {

  /** As it is in the archive. */
  static Prepared of(StoredSpectrum parent, ObsCoreRow row, Spectrum spectrum, double stretch) {
    return new Prepared(parent, row, spectrum, stretch, OptionalDouble.empty());
  }

  ObservedWavelength observed() {
    return new ObservedWavelength(spectrum.medium(), stretch);
  }

  Prepared with(Spectrum other) {
    return new Prepared(parent, row, other, stretch, redshift);
  }

  /** Shifted by a redshift. */
  Prepared shifted(Spectrum other, double itsStretch, double by) {
    return new Prepared(parent, row, other, itsStretch, OptionalDouble.of(by));
  }
}

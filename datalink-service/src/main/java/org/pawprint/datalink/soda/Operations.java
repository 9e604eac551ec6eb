package org.pawprint.datalink.soda;

import java.util.Optional;
import java.util.OptionalDouble;
import org.pawprint.core.dali.Interval;
import org.pawprint.core.soda.Words;
import org.pawprint.core.spectrum.Medium;
import org.pawprint.core.spectrum.VelocityFrame;
import org.pawprint.core.spectrum.derive.Combination;
import org.pawprint.core.spectrum.derive.Continuum;
import org.pawprint.core.spectrum.derive.RebinGrid;
import org.pawprint.core.spectrum.derive.Smoothing;
import org.pawprint.core.spectrum.derive.Splice;

/**
 * What is to be done, in the order in which it is done: with each spectrum, with all of them, with
 * the one that comes of it.
 */
record Operations(Each each, All all, One one) {

  /**
   * @param band vacuum wavelengths in metres
   */
  record Each(
      Optional<Interval> band,
      Optional<VelocityFrame> specsys,
      Optional<Medium> medium,
      OptionalDouble redshift,
      Optional<Words.Frame> frame) {}

  /** At most one of the two. */
  record All(Optional<Combination> coadd, Optional<Splice> splice) {
    boolean several() {
      return coadd.isPresent() || splice.isPresent();
    }
  }

  record One(
      Optional<RebinGrid> rebin,
      Optional<Smoothing> smooth,
      Optional<Continuum> normalise,
      Optional<Words.FluxCalibration> fluxcalib) {}
}

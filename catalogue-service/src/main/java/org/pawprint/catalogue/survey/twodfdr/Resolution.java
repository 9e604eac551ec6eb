package org.pawprint.catalogue.survey.twodfdr;

import org.pawprint.core.obscore.ObsCoreRow;
import org.pawprint.core.spectrum.SpectralAxis;

/** Resolving power of a setup of the spectrograph. */
@FunctionalInterface
public interface Resolution {
  /** The header does not tell. */
  Resolution UNKNOWN = (row, axis) -> {};

  /** Sets the columns of spectral resolution that are known for a spectrum on this axis. */
  void describe(ObsCoreRow.Builder row, SpectralAxis axis);
}

package org.pawprint.store.catalogue;

import java.util.Optional;
import org.pawprint.core.spectrum.SkyPlace;
import org.pawprint.core.spectrum.SpectralAxis;
import org.pawprint.core.spectrum.TabulatedAxis;
import org.pawprint.store.file.SegmentSlice;
import org.pawprint.store.file.SliceArrays;

/**
 * Where the numbers of a spectrum are.
 *
 * @param slice of a segment, with flux, sigma and mask
 * @param axis how its wavelengths are kept
 * @param sky where the original has the sky that was subtracted; empty where it has none
 */
public record StoredPixels(SegmentSlice slice, StoredAxis axis, Optional<SkyPlace> sky) {
  /**
   * Its wavelengths.
   *
   * @param arrays what the segment holds at {@link #slice}
   */
  public SpectralAxis axis(SliceArrays arrays) {
    double[] angstrom = arrays.angstrom();
    return angstrom == null ? axis.axis(slice.pixels()) : new TabulatedAxis(angstrom);
  }
}

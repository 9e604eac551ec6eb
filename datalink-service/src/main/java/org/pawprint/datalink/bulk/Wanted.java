package org.pawprint.datalink.bulk;

import java.util.Optional;
import org.pawprint.core.spectrum.ErrorKind;
import org.pawprint.core.spectrum.Medium;
import org.pawprint.core.spectrum.Spectrum;
import org.pawprint.store.catalogue.PackedSpectrum;
import org.pawprint.store.catalogue.StoredAxis;
import org.pawprint.store.catalogue.StoredPixels;
import org.pawprint.store.file.SegmentSlice;
import org.pawprint.store.file.SliceArrays;

/**
 * A spectrum of the answer.
 *
 * @param id as submitted
 * @param facts what the catalogue knows of it
 * @param stored where its numbers are
 * @param grid onto which it is brought; empty where it stays as it is stored
 */
record Wanted(String id, PackedSpectrum facts, StoredPixels stored, Optional<CommonGrid> grid) {
  SegmentSlice slice() {
    return stored.slice();
  }

  /** Length of its arrays in the answer. */
  int pixels() {
    return grid.map(CommonGrid::pixels).orElse(slice().pixels());
  }

  boolean hasSigma() {
    return slice().hasSigma();
  }

  /** Medium of its wavelengths in the answer. */
  Medium medium() {
    return grid.isPresent() ? Medium.VACUUM : facts.medium();
  }

  /** How its wavelengths in the answer follow from its number of pixels, where they do. */
  StoredAxis axis() {
    return grid.map(CommonGrid::axis).map(StoredAxis::of).orElse(stored.axis());
  }

  /** Bytes of its arrays, as read or as answered, whichever are more. */
  int mostBytes() {
    return Math.max(slice().bytes(), RawPixels.layout(pixels(), hasSigma()).bytes());
  }

  /** The numbers for the answer. */
  RawPixels answered(RawPixels read) {
    return grid.map(onto -> RawPixels.of(onto.onto(spectrum(read.arrays())))).orElse(read);
  }

  private Spectrum spectrum(SliceArrays arrays) {
    return new Spectrum(
        stored.axis(arrays),
        facts.medium(),
        facts.frame(),
        arrays.flux(),
        arrays.sigma(),
        arrays.mask(),
        facts.fluxUnit(),
        hasSigma() ? ErrorKind.SIGMA : ErrorKind.NONE);
  }
}

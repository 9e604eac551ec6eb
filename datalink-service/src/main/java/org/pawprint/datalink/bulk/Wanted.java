package org.pawprint.datalink.bulk;

import org.pawprint.store.catalogue.PackedSpectrum;
import org.pawprint.store.catalogue.StoredPixels;
import org.pawprint.store.file.SegmentSlice;

/**
 * A spectrum of the answer.
 *
 * @param id as submitted
 * @param pixels where its numbers are
 */
record Wanted(String id, PackedSpectrum spectrum, StoredPixels pixels) {
  SegmentSlice slice() {
    return pixels.slice();
  }
}

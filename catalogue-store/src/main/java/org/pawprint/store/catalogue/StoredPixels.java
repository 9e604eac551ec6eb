package org.pawprint.store.catalogue;

import org.pawprint.store.file.SegmentSlice;

/**
 * Where the numbers of a spectrum are.
 *
 * @param slice of a segment, with flux, sigma and mask
 * @param axis how its wavelengths are kept
 */
public record StoredPixels(SegmentSlice slice, StoredAxis axis) {}

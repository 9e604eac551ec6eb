package org.pawprint.store.file;

import org.jspecify.annotations.Nullable;

/**
 * What a segment holds of one spectrum. The arrays have one length, are fresh and belong to the
 * receiver.
 *
 * @param sigma one standard deviation, or null where there are no errors
 * @param mask bits of {@link org.pawprint.core.spectrum.MaskBit}
 * @param angstrom wavelengths, or null where the catalogue keeps the axis as three numbers
 */
@SuppressWarnings("ArrayRecordComponent") // carried from reader to spectrum, never compared
public record SliceArrays(
    float[] flux, float @Nullable [] sigma, byte[] mask, double @Nullable [] angstrom) {}

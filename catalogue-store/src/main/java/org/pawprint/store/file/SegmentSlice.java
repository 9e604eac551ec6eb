package org.pawprint.store.file;

/**
 * Where one spectrum lies: flux (float32), then sigma (float32) if present, then mask (uint8), then
 * wavelengths in ångström (float64) if tabulated; big-endian, without gaps.
 *
 * @param segment path relative to the segment store
 * @param offset byte at which the flux begins
 * @param pixels length of each array
 */
public record SegmentSlice(
    String segment, long offset, int pixels, boolean hasSigma, boolean hasWavelength) {

  /** Bytes of the slice. */
  public int bytes() {
    return bytes(pixels, hasSigma, hasWavelength);
  }

  static int bytes(int pixels, boolean hasSigma, boolean hasWavelength) {
    return pixels * (4 + (hasSigma ? 4 : 0) + 1 + (hasWavelength ? 8 : 0));
  }

  /** The column {@code layout}: 1 sigma, 2 wavelength. */
  public int layout() {
    return (hasSigma ? 1 : 0) | (hasWavelength ? 2 : 0);
  }

  public static SegmentSlice of(String segment, long offset, int pixels, int layout) {
    return new SegmentSlice(segment, offset, pixels, (layout & 1) != 0, (layout & 2) != 0);
  }
}

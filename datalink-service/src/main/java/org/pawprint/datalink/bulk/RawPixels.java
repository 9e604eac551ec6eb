package org.pawprint.datalink.bulk;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.pawprint.core.spectrum.Spectrum;
import org.pawprint.store.file.SegmentReader;
import org.pawprint.store.file.SegmentSlice;
import org.pawprint.store.file.SliceArrays;

/**
 * The numbers of one spectrum as a segment has them: big-endian, which is how FITS and VOTable want
 * them too. Every buffer given out has a position of its own.
 *
 * @param slice how they are laid out
 */
record RawPixels(ByteBuffer bytes, SegmentSlice slice) {
  /** The layout of numbers that come from no segment. */
  static SegmentSlice layout(int pixels, boolean hasSigma) {
    return new SegmentSlice("", 0, pixels, hasSigma, false);
  }

  /** Flux, sigma and mask, without the wavelengths. */
  static RawPixels of(Spectrum spectrum) {
    float[] sigma = spectrum.sigma();
    SegmentSlice layout = layout(spectrum.length(), sigma != null);
    ByteBuffer bytes = ByteBuffer.allocate(layout.bytes());
    put(spectrum.flux(), bytes);
    if (sigma != null) {
      put(sigma, bytes);
    }
    bytes.put(spectrum.mask());
    return new RawPixels(bytes.flip(), layout);
  }

  private static void put(float[] values, ByteBuffer bytes) {
    bytes.asFloatBuffer().put(values);
    bytes.position(bytes.position() + Float.BYTES * values.length);
  }

  ByteBuffer flux() {
    return bytes.slice(0, Float.BYTES * slice.pixels());
  }

  Optional<ByteBuffer> sigma() {
    int floats = Float.BYTES * slice.pixels();
    return slice.hasSigma() ? Optional.of(bytes.slice(floats, floats)) : Optional.empty();
  }

  ByteBuffer mask() {
    return bytes.slice(maskStart(), slice.pixels());
  }

  /** Ångström, float64; empty where the catalogue keeps the axis. */
  Optional<ByteBuffer> wavelengths() {
    int start = maskStart() + slice.pixels();
    return slice.hasWavelength()
        ? Optional.of(bytes.slice(start, Double.BYTES * slice.pixels()))
        : Optional.empty();
  }

  private int maskStart() {
    return Float.BYTES * slice.pixels() * (slice.hasSigma() ? 2 : 1);
  }

  SliceArrays arrays() {
    return SegmentReader.arrays(bytes.duplicate(), slice);
  }
}

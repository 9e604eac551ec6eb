package org.pawprint.datalink.bulk;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.pawprint.store.file.SegmentReader;
import org.pawprint.store.file.SegmentSlice;
import org.pawprint.store.file.SliceArrays;

/**
 * The numbers of one spectrum as its segment has them: big-endian, which is how FITS and VOTable
 * want them too. Every buffer given out has a position of its own.
 */
record RawPixels(ByteBuffer bytes, SegmentSlice slice) {
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

package org.pawprint.datalink.bulk;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.pawprint.core.spectrum.SpectralAxis;
import org.pawprint.store.catalogue.StoredAxis;

/**
 * Wavelengths in ångström as float64, big-endian. Those of the axis met last are kept, since the
 * spectra of a frame or a survey share theirs. Not for use by several threads.
 */
final class Wavelengths {
  private @Nullable StoredAxis lastAxis;
  private ByteBuffer last = ByteBuffer.allocate(0);

  /** A buffer with a position of its own. */
  ByteBuffer of(Wanted wanted, RawPixels pixels) {
    return pixels.wavelengths().orElseGet(() -> ofAxis(wanted));
  }

  private ByteBuffer ofAxis(Wanted wanted) {
    StoredAxis axis = wanted.axis();
    int length = wanted.pixels();
    if (!axis.equals(lastAxis) || last.capacity() != Double.BYTES * length) {
      SpectralAxis angstrom = axis.axis(length);
      last = ByteBuffer.allocate(Double.BYTES * length);
      last.asDoubleBuffer().put(angstrom.toArray());
      lastAxis = axis;
    }
    return last.duplicate();
  }
}

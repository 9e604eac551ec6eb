package org.pawprint.store.catalogue;

import org.pawprint.core.spectrum.LinearAxis;
import org.pawprint.core.spectrum.LogAxis;
import org.pawprint.core.spectrum.SpectralAxis;
import org.pawprint.core.spectrum.TabulatedAxis;

/**
 * How the row keeps the axis: three numbers where a WCS is exact; a tabulated axis lies in the
 * segment instead and leaves them 0.
 */
public record StoredAxis(Kind kind, double crpix, double crval, double cdelt) {

  private static final int FEW_PIXELS = 2;

  /** The kinds, as the column {@code axis_kind} spells them in lower case. */
  public enum Kind {
    LINEAR,
    LOG,
    TABULATED
  }

  public static StoredAxis of(SpectralAxis axis) {
    if (axis instanceof LinearAxis a) {
      return new StoredAxis(Kind.LINEAR, a.crpix(), a.crval(), a.cdelt());
    }
    if (axis instanceof LogAxis a) {
      return new StoredAxis(Kind.LOG, a.crpix(), a.crval(), a.cdelt());
    }
    return new StoredAxis(Kind.TABULATED, 0, 0, 0);
  }

  /** An axis of this kind with a few pixels, for what depends on no more than that. */
  public SpectralAxis standIn() {
    return kind == Kind.TABULATED ? new TabulatedAxis(new double[] {5000, 5001}) : axis(FEW_PIXELS);
  }

  /**
   * The axis again, for a spectrum of that many pixels.
   *
   * @throws IllegalStateException for a tabulated axis, whose numbers are in the segment
   */
  public SpectralAxis axis(int length) {
    return switch (kind) {
      case LINEAR -> new LinearAxis(crpix, crval, cdelt, length);
      case LOG -> new LogAxis(crpix, crval, cdelt, length);
      case TABULATED -> throw new IllegalStateException("a tabulated axis is in the segment");
    };
  }
}

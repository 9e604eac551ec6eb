package org.pawprint.core.spectrum.derive;

import org.pawprint.core.spectrum.SpectralAxis;

/**
 * Pixels as bins, in ångström: their edges lie midway between centres, and at both ends, and at a
 * gap, as far out as half the step on the other side.
 */
final class Bins {
  /** A step of so many times both of its neighbours is a gap, as between two arms. */
  private static final double GAP = 4;

  private final double[] lower;
  private final double[] upper;

  private Bins(double[] lower, double[] upper) {
    this.lower = lower;
    this.upper = upper;
  }

  static Bins of(SpectralAxis axis) {
    double[] centres = axis.toArray();
    int last = centres.length - 1;
    double[] lower = new double[last + 1];
    double[] upper = new double[last + 1];
    lower[0] = centres[0] - (centres[1] - centres[0]) / 2;
    upper[last] = centres[last] + (centres[last] - centres[last - 1]) / 2;
    for (int i = 1; i <= last; i++) {
      double before = i > 1 ? centres[i - 1] - centres[i - 2] : Double.POSITIVE_INFINITY;
      double after = i < last ? centres[i + 1] - centres[i] : Double.POSITIVE_INFINITY;
      double step = centres[i] - centres[i - 1];
      boolean gap = step > GAP * Math.max(before, after);
      upper[i - 1] = centres[i - 1] + (gap ? before : step) / 2;
      lower[i] = gap ? centres[i] - after / 2 : upper[i - 1];
    }
    return new Bins(lower, upper);
  }

  double lower(int pixel) {
    return lower[pixel];
  }

  double upper(int pixel) {
    return upper[pixel];
  }

  double width(int pixel) {
    return upper[pixel] - lower[pixel];
  }

  double first() {
    return lower[0];
  }

  double last() {
    return upper[upper.length - 1];
  }
}

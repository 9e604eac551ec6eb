package org.pawprint.catalogue.survey.galah;

import static org.pawprint.core.obscore.ObsCoreColumn.EM_RESOLUTION;
import static org.pawprint.core.obscore.ObsCoreColumn.EM_RES_POWER;
import static org.pawprint.core.obscore.ObsCoreColumn.EM_RES_POWER_MAX;
import static org.pawprint.core.obscore.ObsCoreColumn.EM_RES_POWER_MIN;

import java.util.Optional;
import org.pawprint.core.fits.FitsHdu;
import org.pawprint.core.obscore.ObsCoreRow;

/**
 * Resolving power by the measured profile of pipeline 6, the full width at half maximum of a line
 * at each pixel, in ångström.
 *
 * @param width in the middle of the band, in ångström
 * @param power there
 * @param least over the band
 * @param greatest over the band
 */
record LineProfile(double width, double power, double least, double greatest) {
  private static final double METRES_PER_ANGSTROM = 1e-10;

  /** Empty where it was not measured: then the HDU holds a single 0. */
  static Optional<LineProfile> of(FitsHdu hdu, ArmImage image) {
    if (hdu.shape().length != 1 || hdu.shape()[0] != image.length()) {
      return Optional.empty();
    }
    float[] widths = hdu.floatRow(0);
    int middle = widths.length / 2;
    double least = Double.POSITIVE_INFINITY;
    double greatest = 0;
    for (int i = 0; i < widths.length; i++) {
      if (widths[i] > 0) {
        double power = image.axis().angstrom(i) / widths[i];
        least = Math.min(least, power);
        greatest = Math.max(greatest, power);
      }
    }
    return widths[middle] > 0
        ? Optional.of(
            new LineProfile(
                widths[middle], image.axis().angstrom(middle) / widths[middle], least, greatest))
        : Optional.empty();
  }

  void describe(ObsCoreRow.Builder row) {
    row.set(EM_RES_POWER, power)
        .set(EM_RES_POWER_MIN, least)
        .set(EM_RES_POWER_MAX, greatest)
        .set(EM_RESOLUTION, width * METRES_PER_ANGSTROM);
  }
}

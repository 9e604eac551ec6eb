package org.pawprint.datalink.soda;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.pawprint.core.fits.FitsFile;
import org.pawprint.core.fits.FitsHdu;
import org.pawprint.core.fits.FitsHeader;
import org.pawprint.core.fits.HduKind;
import org.pawprint.core.obscore.ObsCoreColumn;
import org.pawprint.core.obscore.ObsCoreRow;
import org.pawprint.core.spectrum.ErrorKind;
import org.pawprint.core.spectrum.LinearAxis;
import org.pawprint.core.spectrum.ObservedWavelength;
import org.pawprint.core.spectrum.SpectralAxis;
import org.pawprint.core.spectrum.derive.NotDerivable;

/**
 * The images of a cube in its original file, found by what the catalogue says of their shape: the
 * primary one is the flux, and one of the same shape that calls itself variance, or is the next,
 * the variance where there is one.
 */
record CubeFile(FitsHdu flux, Optional<FitsHdu> variance, int columns, int rows, int length) {
  private static final List<String> VARIANCE = List.of("VARIANCE", "VAR", "", "PRIMARY");

  /** Ångström in the units in which headers give wavelengths: Å, nm, µm, m. */
  private static final double[] SCALES = {1, 10, 1e4, 1e10};

  /** Of a wavelength; far less than a pixel, far more than rounding. */
  private static final double TOLERANCE = 1e-6;

  /**
   * @throws NotDerivable when the file is not what the row says
   */
  static CubeFile of(FitsFile file, ObsCoreRow row) {
    long[] shape = {
      number(row, ObsCoreColumn.S_XEL1),
      number(row, ObsCoreColumn.S_XEL2),
      number(row, ObsCoreColumn.EM_XEL)
    };
    FitsHdu flux = file.primary();
    if (!Arrays.equals(flux.shape(), shape) || shape[0] * shape[1] > Integer.MAX_VALUE) {
      throw unlike("its shape is %s".formatted(Arrays.toString(flux.shape())));
    }
    boolean stated =
        row.text(ObsCoreColumn.ERROR_KIND).filter(ErrorKind.VARIANCE.term()::equals).isPresent();
    return new CubeFile(
        flux,
        stated ? variance(file, shape) : Optional.empty(),
        (int) shape[0],
        (int) shape[1],
        (int) shape[2]);
  }

  private static long number(ObsCoreRow row, ObsCoreColumn column) {
    return row.number(column).orElse(0.0).longValue();
  }

  private static Optional<FitsHdu> variance(FitsFile file, long[] shape) {
    return file.hdus().stream()
        .skip(1)
        .filter(hdu -> hdu.kind() == HduKind.IMAGE && Arrays.equals(hdu.shape(), shape))
        .filter(hdu -> VARIANCE.contains(hdu.name().toUpperCase(Locale.ROOT)))
        .findFirst();
  }

  /**
   * The wavelengths by the cards of the third axis (FITS-4.0 8.1), in the unit in which they are
   * those of the catalogue. Without CRPIX3 the first plane is meant.
   *
   * @throws NotDerivable when there is no such unit
   */
  SpectralAxis axis(ObsCoreRow row, ObservedWavelength observed) {
    FitsHeader header = flux.header();
    double step = header.number("CD3_3").orElse(header.number("CDELT3").orElse(Double.NaN));
    double value = header.number("CRVAL3").orElse(Double.NaN);
    double reference = header.number("CRPIX3").orElse(1);
    for (double scale : SCALES) {
      if (step * scale > 0 && (value + (1 - reference) * step) * scale > 0) {
        LinearAxis axis = new LinearAxis(reference, value * scale, step * scale, length);
        if (fits(axis.first(), row, ObsCoreColumn.EM_MIN, observed)
            && fits(axis.last(), row, ObsCoreColumn.EM_MAX, observed)) {
          return axis;
        }
      }
    }
    throw unlike("its wavelengths begin at " + value);
  }

  private static boolean fits(
      double angstrom, ObsCoreRow row, ObsCoreColumn limit, ObservedWavelength observed) {
    double wanted = row.number(limit).orElse(Double.NaN);
    return Math.abs(observed.metres(angstrom) / wanted - 1) < TOLERANCE;
  }

  private static NotDerivable unlike(String found) {
    return new NotDerivable("the file of this cube is not as it was catalogued: " + found);
  }
}

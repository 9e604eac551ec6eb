package org.pawprint.catalogue.survey.gama;

import java.util.Optional;
import org.pawprint.catalogue.survey.Pixels;
import org.pawprint.core.fits.FitsFile;
import org.pawprint.core.fits.FitsHdu;
import org.pawprint.core.fits.HduKind;
import org.pawprint.core.fits.UnreadableFits;

/** The images of a file: of one axis, with what belongs to the flux in extensions, and others. */
final class Extensions {
  private Extensions() {}

  /** Whether it is an image with rows, and no table, which has two axes as well. */
  static boolean hasRows(FitsHdu hdu) {
    return hdu.shape().length == 2
        && (hdu.kind() == HduKind.PRIMARY || hdu.kind() == HduKind.IMAGE);
  }

  /**
   * The flux.
   *
   * @throws UnreadableFits when the primary HDU has not one axis
   */
  static float[] flux(FitsFile fits) {
    FitsHdu primary = fits.primary();
    if (primary.shape().length != 1) {
      throw primary.header().unreadable("NAXIS", "1, a single spectrum");
    }
    return primary.floatRow(0);
  }

  /** The flux with the errors of the image VARIANCE, or without any where there is none. */
  static Pixels pixels(FitsFile fits, float[] flux) {
    return beside(fits, "VARIANCE", flux.length)
        .map(variance -> Pixels.ofVariance(flux, variance.floatRow(0)))
        .orElseGet(() -> Pixels.withoutErrors(flux));
  }

  /**
   * An image of that name with a pixel for each of the flux; empty when there is none.
   *
   * @throws UnreadableFits when it has another length
   */
  static Optional<FitsHdu> beside(FitsFile fits, String name, int length) {
    Optional<FitsHdu> found = fits.hdu(name).filter(hdu -> hdu.kind() == HduKind.IMAGE);
    found.ifPresent(
        hdu -> {
          if (hdu.shape().length != 1 || hdu.shape()[0] != length) {
            throw hdu.header().unreadable("NAXIS1", length + " pixels, as the flux");
          }
        });
    return found;
  }
}

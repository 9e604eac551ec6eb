package org.pawprint.catalogue.survey.sami;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.pawprint.catalogue.survey.CubeHdu;
import org.pawprint.catalogue.survey.WavelengthUnit;
import org.pawprint.core.fits.FitsFile;
import org.pawprint.core.fits.FitsHdu;
import org.pawprint.core.fits.FitsHeader;
import org.pawprint.core.spectrum.SpectralAxis;

/**
 * The HDUs of a cube, binned or not.
 *
 * @param flux the primary image
 * @param variance of the same shape
 * @param binMask for each spaxel the number of its bin; 0 where it is in none
 */
record SamiCube(CubeHdu flux, FitsHdu variance, Optional<FitsHdu> binMask) {

  /**
   * Empty unless INSTRUME names SAMI and a VARIANCE image is as large as the primary one. The maps
   * of fitted lines and kinematics come from SAMI, too, and some have three axes, but no variance.
   */
  static Optional<SamiCube> in(FitsFile fits) {
    boolean sami =
        fits.primary()
            .header()
            .text("INSTRUME")
            .filter(name -> name.toUpperCase(Locale.ROOT).contains("SAMI"))
            .isPresent();
    Optional<CubeHdu> flux = CubeHdu.of(fits.primary());
    if (!sami || flux.isEmpty()) {
      return Optional.empty();
    }
    return fits.hdu("VARIANCE")
        .filter(flux.get()::sameShape)
        .map(variance -> new SamiCube(flux.get(), variance, fits.hdu("BIN_MASK")));
  }

  FitsHeader header() {
    return flux.hdu().header();
  }

  /** Reference pixel in mid-array; the unit is ångström (Data Central, "Core data products"). */
  SpectralAxis axis() {
    return flux.axis(WavelengthUnit.ANGSTROM, OptionalDouble.empty());
  }
}

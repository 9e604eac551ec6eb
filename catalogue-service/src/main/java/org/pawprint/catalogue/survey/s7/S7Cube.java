package org.pawprint.catalogue.survey.s7;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.pawprint.catalogue.survey.CubeHdu;
import org.pawprint.catalogue.survey.WavelengthRange;
import org.pawprint.catalogue.survey.WavelengthUnit;
import org.pawprint.core.fits.FitsFile;
import org.pawprint.core.fits.FitsHdu;
import org.pawprint.core.fits.FitsHeader;
import org.pawprint.core.fits.HduKind;
import org.pawprint.core.spectrum.SpectralAxis;

/**
 * The HDUs of a cube as PyWiFeS writes it: flux, then variance of the same shape. It names no HDU,
 * since it makes each as a primary one.
 */
record S7Cube(CubeHdu flux, FitsHdu variance) {
  private static final String INSTRUMENT = "WIFES";
  private static final List<String> VARIANCE = List.of("", "PRIMARY", "VAR", "VARIANCE");

  /** The survey's gratings, B3000 and R7000, see 3500 to 7000 Å; WiFeS has others. */
  private static final WavelengthRange RANGE = new WavelengthRange(3200, 7200);

  /** Empty unless INSTRUME is WiFeS and the first two HDUs are cubes of one shape. */
  static Optional<S7Cube> in(FitsFile fits) {
    boolean wifes =
        fits.primary()
            .header()
            .text("INSTRUME")
            .filter(name -> name.toUpperCase(Locale.ROOT).equals(INSTRUMENT))
            .isPresent();
    Optional<CubeHdu> flux = CubeHdu.of(fits.primary());
    if (!wifes || flux.isEmpty() || fits.hdus().size() < 2) {
      return Optional.empty();
    }
    FitsHdu second = fits.hdus().get(1);
    boolean variance =
        second.kind() == HduKind.IMAGE
            && flux.get().sameShape(second)
            && VARIANCE.contains(second.name().toUpperCase(Locale.ROOT));
    FitsHeader header = fits.primary().header();
    if (!variance || header.number("CRVAL3").isEmpty() || header.number("CDELT3").isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new S7Cube(flux.get(), second));
  }

  FitsHeader header() {
    return flux.hdu().header();
  }

  /** PyWiFeS means the first plane where it writes no CRPIX3, and ångström. */
  SpectralAxis axis() {
    return RANGE.require(
        header(), "CRVAL3", flux.axis(WavelengthUnit.ANGSTROM, OptionalDouble.of(1)));
  }
}

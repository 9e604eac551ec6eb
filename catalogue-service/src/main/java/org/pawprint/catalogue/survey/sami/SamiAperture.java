package org.pawprint.catalogue.survey.sami;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pawprint.core.fits.FitsFile;
import org.pawprint.core.fits.FitsHdu;
import org.pawprint.core.fits.FitsHeader;

/**
 * The HDUs of a spectrum summed over an aperture.
 *
 * @param flux the primary image, of one axis
 * @param variance of the same length
 */
record SamiAperture(FitsHdu flux, FitsHdu variance) {

  /** Nothing names the survey; these cards together are written by its aperture code alone. */
  private static final List<String> CARDS =
      List.of("NAME", "CATARA", "CATADEC", "DROPFACT", "IFUPROBE", "RADIUS", "ELLIP", "N_SPAX");

  /** Radii of the fixed apertures in arcsec, as the survey's file names spell them. */
  private static final List<String> ARCSEC = List.of("1.4", "2", "3", "4");

  private static final Pattern IN_NAME =
      Pattern.compile("_spectrum_(re[a-z0-9-]*)_(?:blue|red)", Pattern.CASE_INSENSITIVE);

  /** A radius is a number that the aperture code computed, not one it was given. */
  private static final double TOLERANCE = 0.01;

  static Optional<SamiAperture> in(FitsFile fits) {
    FitsHdu flux = fits.primary();
    if (flux.shape().length != 1 || !CARDS.stream().allMatch(flux.header()::has)) {
      return Optional.empty();
    }
    return fits.hdu("VARIANCE")
        .filter(variance -> Arrays.equals(variance.shape(), flux.shape()))
        .map(variance -> new SamiAperture(flux, variance));
  }

  FitsHeader header() {
    return flux.header();
  }

  int length() {
    return (int) flux.shape()[0];
  }

  /**
   * The aperture as the survey names it: {@code 1-4-arcsec}, {@code 2-arcsec}, {@code 3-kpc} …, by
   * RADIUS in spaxels; {@code re} or what the file name makes of it for the apertures of one
   * effective radius, of which there are two kinds since DR3.
   */
  String label(String fileName) {
    double spaxels = header().requiredNumber("RADIUS");
    if (header().number("ELLIP").orElse(0) == 0) {
      double arcsec = spaxels * SamiRows.SPAXEL_ARCSEC;
      for (String fixed : ARCSEC) {
        if (Math.abs(arcsec - Double.parseDouble(fixed)) < TOLERANCE) {
          return fixed.replace('.', '-') + "-arcsec";
        }
      }
      double kpc = header().number("KPC_SIZE").orElse(Double.NaN);
      if (Math.abs(spaxels / kpc - 1.5) < TOLERANCE) {
        return "3-kpc";
      }
    }
    Matcher named = IN_NAME.matcher(fileName);
    return named.find() ? named.group(1).toLowerCase(Locale.ROOT) : "re";
  }
}

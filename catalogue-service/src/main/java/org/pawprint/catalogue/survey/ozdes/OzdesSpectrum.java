package org.pawprint.catalogue.survey.ozdes;

import java.util.Optional;
import org.pawprint.catalogue.survey.ExposureTimes;
import org.pawprint.core.fits.FitsFile;
import org.pawprint.core.fits.FitsHdu;
import org.pawprint.core.fits.FitsHeader;
import org.pawprint.core.fits.HduKind;

/**
 * The HDUs of one spectrum.
 *
 * @param name {@code combined}, or what follows {@code SPECTRUM_}: the MJD of the epoch
 * @param variance of the same length; some releases may lack it
 * @param badPixels of the same length, 0 where good
 */
record OzdesSpectrum(
    String name, FitsHdu flux, Optional<FitsHdu> variance, Optional<FitsHdu> badPixels) {
  static final String COMBINED = "combined";

  static OzdesSpectrum combined(FitsFile fits) {
    return new OzdesSpectrum(
        COMBINED, fits.primary(), image(fits, "VARIANCE"), image(fits, "BADPIX"));
  }

  static OzdesSpectrum epoch(FitsFile fits, FitsHdu flux, String mjd) {
    return new OzdesSpectrum(
        mjd, flux, image(fits, "VARIANCE_" + mjd), image(fits, "BADPIX_" + mjd));
  }

  private static Optional<FitsHdu> image(FitsFile fits, String name) {
    return fits.hdu(name).filter(hdu -> hdu.kind() == HduKind.IMAGE);
  }

  FitsHeader header() {
    return flux.header();
  }

  boolean isCombined() {
    return name.equals(COMBINED);
  }

  /** When an epoch was exposed; a co-add has no times of its own. */
  ExposureTimes times() {
    return isCombined() ? ExposureTimes.UNKNOWN : ExposureTimes.of(header());
  }

  /** Whether the survey let an epoch into the co-add; INCOADD is absent from older files. */
  boolean isInCoAdd() {
    return header().logical("INCOADD").orElse(true);
  }

  /** QC is {@code ok} or {@code backup}; an epoch left out of the co-add is no better. */
  boolean isDoubted() {
    boolean ok = header().text("QC").map(qc -> qc.equalsIgnoreCase("ok")).orElse(true);
    return !ok || !isInCoAdd();
  }
}

package org.pawprint.catalogue.survey.gama;

import static org.pawprint.core.obscore.ObsCoreColumn.ALT_TARGET_NAME;
import static org.pawprint.core.obscore.ObsCoreColumn.EM_SNR;
import static org.pawprint.core.obscore.ObsCoreColumn.FIBRE;
import static org.pawprint.core.obscore.ObsCoreColumn.FIELD_NAME;
import static org.pawprint.core.obscore.ObsCoreColumn.OBS_CREATOR_NAME;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.pawprint.catalogue.survey.DataPaper;
import org.pawprint.catalogue.survey.Pixels;
import org.pawprint.catalogue.survey.ZeroRuns;
import org.pawprint.core.fits.FitsFile;
import org.pawprint.core.fits.FitsHdu;
import org.pawprint.core.fits.FitsHeader;
import org.pawprint.core.fits.FitsTable;
import org.pawprint.core.fits.HduKind;

/**
 * Spectra of the WiggleZ Dark Energy Survey as GAMA serves them (Drinkwater et al. 2010, MNRAS 401,
 * 1429).
 *
 * <ul>
 *   <li>HDUs: the flux in the primary, VARIANCE, and a table of one row, whose signal-to-noise
 *       ratio is kept.
 *   <li>Wavelength: ångström in air, linear, CDELT1; the reference pixel lies between two pixels.
 *       Topocentric, as 2dfdr leaves them.
 *   <li>Flux: counts. Error: variance. Blanks: runs of zeros, see {@link ZeroRuns}.
 *   <li>Times: none. DATE is that of the processing, and no card tells the exposure.
 * </ul>
 */
final class WigglezOrigin implements Origin {

  @Override
  public String survey() {
    return "WiggleZ";
  }

  @Override
  public Optional<DataPaper> paper() {
    return Optional.of(DataPaper.WIGGLEZ);
  }

  @Override
  public Pattern named() {
    return Pattern.compile("WIGGLEZ");
  }

  @Override
  public List<Part> parts(FitsFile fits) {
    FitsHeader header = fits.primary().header();
    Flux flux = Flux.of(header);
    Facts facts =
        new Facts(header, Instrument.AAOMEGA_ANY, OriginTimes.UNKNOWN, flux)
            .set(OBS_CREATOR_NAME, survey())
            .text(ALT_TARGET_NAME, "OBJECT")
            .text(FIELD_NAME, "OBS_ID")
            .number(FIBRE, "FIBRE");
    OptionalDouble snr = snr(fits);
    if (snr.isPresent() && snr.getAsDouble() > 0) {
      facts.set(EM_SNR, snr.getAsDouble());
    }
    Pixels pixels = pixels(fits);
    return List.of(
        Part.observed(
            Part.ONLY, pixels, OriginAxis.linear(header, pixels.flux().length), flux, facts.row()));
  }

  private static Pixels pixels(FitsFile fits) {
    float[] flux = Extensions.flux(fits);
    ZeroRuns.blank(flux);
    return Extensions.pixels(fits, flux);
  }

  private static OptionalDouble snr(FitsFile fits) {
    for (FitsHdu hdu : fits.hdus()) {
      if (hdu.kind() == HduKind.BINTABLE) {
        FitsTable table = hdu.table();
        if (table.rows() == 1 && table.has("snr")) {
          return table.number("snr", 0);
        }
      }
    }
    return OptionalDouble.empty();
  }
}

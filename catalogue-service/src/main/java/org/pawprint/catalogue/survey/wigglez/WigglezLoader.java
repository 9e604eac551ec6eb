package org.pawprint.catalogue.survey.wigglez;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.pawprint.catalogue.survey.DataPaper;
import org.pawprint.catalogue.survey.LoadedFile;
import org.pawprint.catalogue.survey.LoadedSpectrum;
import org.pawprint.catalogue.survey.LoaderFacts;
import org.pawprint.catalogue.survey.Pixels;
import org.pawprint.catalogue.survey.SpectralWcs;
import org.pawprint.catalogue.survey.SurveyFile;
import org.pawprint.catalogue.survey.SurveyLoader;
import org.pawprint.catalogue.survey.WavelengthRange;
import org.pawprint.catalogue.survey.WavelengthUnit;
import org.pawprint.catalogue.survey.ZeroRuns;
import org.pawprint.core.fits.FitsFile;
import org.pawprint.core.fits.FitsHdu;
import org.pawprint.core.fits.FitsHeader;
import org.pawprint.core.fits.HduKind;
import org.pawprint.core.fits.UnreadableFits;
import org.pawprint.core.spectrum.Medium;
import org.pawprint.core.spectrum.SpectralAxis;
import org.pawprint.core.spectrum.Spectrum;
import org.pawprint.core.spectrum.VelocityFrame;

/**
 * Files of the WiggleZ Dark Energy Survey, as the team made them and as the final data release
 * (Drinkwater et al. 2018, MNRAS 474, 4151) has them.
 *
 * <ul>
 *   <li>HDUs: the primary with the flux, VARIANCE, and a table of one row with redshift, quality,
 *       position and photometry; the last two may be missing.
 *   <li>Wavelength: ångström in air, linear, centre of the pixel; the reference pixel lies between
 *       two pixels in mid-array. 2dfdr's, hence topocentric unless SPECSYS says otherwise.
 *   <li>Flux: in BUNIT (the release: 1e-16 erg/s/cm²/Å). Files without are older and hold counts.
 *   <li>Error: variance; zero means none.
 *   <li>Redshift: of the table, with its quality qop; at 1 and 2 kept and marked {@code
 *       redshift_doubted}.
 *   <li>Blanks: runs of zeros (see {@link ZeroRuns}) and NaN. No mask of bad pixels.
 *   <li>DATE is when the file was made; most files have no card that tells when and how long the
 *       galaxy was observed.
 * </ul>
 */
public final class WigglezLoader implements SurveyLoader {
  private static final Pattern COLLABORATION = Pattern.compile("(?i).*\\bwigglez\\b.*");

  /** AAOmega sees 3700 to 10,000 Å. */
  private static final WavelengthRange RANGE = new WavelengthRange(3000, 12_000);

  /**
   * What a file without BUNIT holds, by GAMA's table of its spectra. In the release's unit a galaxy
   * of 22nd magnitude would be a thousand times too bright.
   */
  private static final String COUNTS = "count";

  @Override
  public String name() {
    return "wigglez";
  }

  @Override
  public int revision() {
    return 1;
  }

  @Override
  public String defaultCollection() {
    return "wigglez_final";
  }

  @Override
  public LoaderFacts facts() {
    return new LoaderFacts(
        "WiggleZ, final release and the team's own files: one galaxy a file",
        "REFCODE 2018MNRAS.474.4151D, or ORIGIN naming WiggleZ, or GALEXID, VARIANCE and a table with redshift and"
            + " qop; no GAMANAME",
        "air",
        "topocentric unless SPECSYS says otherwise",
        "variance",
        "Drinkwater et al. 2018; a real file");
  }

  /** REFCODE or ORIGIN names the survey, or the table is WiggleZ's; GAMA's copies have GAMANAME. */
  @Override
  public boolean recognises(FitsFile fits) {
    FitsHdu flux = fits.primary();
    FitsHeader header = flux.header();
    if (flux.shape().length != 1 || header.has("GAMANAME")) {
      return false;
    }
    return header
            .text("REFCODE")
            .map(code -> code.contains(DataPaper.WIGGLEZ.bibcode()))
            .orElse(false)
        || header.text("ORIGIN").map(o -> COLLABORATION.matcher(o).matches()).orElse(false)
        || (header.has("OBJECT")
            && header.has("GALEXID")
            && variance(fits).isPresent()
            && WigglezTarget.table(fits).isPresent());
  }

  private static Optional<FitsHdu> variance(FitsFile fits) {
    return fits.hdu("VARIANCE").filter(hdu -> hdu.kind() == HduKind.IMAGE);
  }

  @Override
  public LoadedFile load(SurveyFile file) {
    FitsHeader header = file.fits().primary().header();
    try {
      WigglezRow row = new WigglezRow(header, WigglezTarget.of(file.fits()));
      Spectrum spectrum = spectrum(file.fits());
      return new LoadedFile(
          List.of(new LoadedSpectrum(row.spectrumName(), row.of(spectrum), spectrum)),
          0,
          List.of());
    } catch (IllegalArgumentException e) {
      return new LoadedFile(List.of(), 0, List.of(String.valueOf(e.getMessage())));
    }
  }

  private static Spectrum spectrum(FitsFile fits) {
    FitsHeader header = fits.primary().header();
    float[] flux = fits.primary().floatRow(0);
    ZeroRuns.blank(flux);
    Pixels pixels =
        variance(fits)
            .map(variance -> Pixels.ofVariance(flux, variance.floatRow(0)))
            .orElseGet(() -> Pixels.withoutErrors(flux));
    return pixels.on(
        axis(header, flux.length), Medium.AIR, frame(header), header.text("BUNIT").orElse(COUNTS));
  }

  private static SpectralAxis axis(FitsHeader header, int length) {
    WavelengthUnit unit = WavelengthUnit.ofHeader(header, WavelengthUnit.ANGSTROM);
    return RANGE.require(header, "CRVAL1", SpectralWcs.of(header).linear(header, unit, length));
  }

  /**
   * @throws UnreadableFits when SPECSYS is there and names no frame of FITS
   */
  private static VelocityFrame frame(FitsHeader header) {
    Optional<String> specsys = header.text("SPECSYS").map(s -> s.toUpperCase(Locale.ROOT));
    if (specsys.isEmpty()) {
      return VelocityFrame.TOPOCENTRIC;
    }
    for (VelocityFrame frame : VelocityFrame.values()) {
      if (frame.specsys().equals(specsys.get())) {
        return frame;
      }
    }
    throw header.unreadable("SPECSYS", "a velocity frame of FITS, e.g. TOPOCENT");
  }
}

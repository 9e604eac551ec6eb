package org.pawprint.catalogue.survey.twodfgrs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.pawprint.catalogue.survey.LoadedFile;
import org.pawprint.catalogue.survey.LoadedSpectrum;
import org.pawprint.catalogue.survey.LoaderFacts;
import org.pawprint.catalogue.survey.Pixels;
import org.pawprint.catalogue.survey.SpectralWcs;
import org.pawprint.catalogue.survey.SubtractedSky;
import org.pawprint.catalogue.survey.SurveyFile;
import org.pawprint.catalogue.survey.SurveyLoader;
import org.pawprint.catalogue.survey.WavelengthRange;
import org.pawprint.catalogue.survey.WavelengthUnit;
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
 * Object files of the 2dF Galaxy Redshift Survey.
 *
 * <ul>
 *   <li>Data model: final data release of 2003, 2dfgrs.net, "Database description".
 *   <li>HDUs: the primary is a sky chart of the object; every image named SPECTRUM is one
 *       observation, in the order of time. About half of the files hold the chart alone.
 *   <li>Wavelength: ångström in air, linear about CRPIX1 in mid-array, centre of the pixel, another
 *       scale in each observation; topocentric, as Z (measured) and Z_HELIO differ by the motion of
 *       the Earth.
 *   <li>Flux: first row, counts, not calibrated; there is no BUNIT.
 *   <li>Error: second row, variance; zero or below means none. The third row is the sky.
 *   <li>Blanks: −2.5e30 in flux and variance. There is no mask of bad pixels.
 *   <li>Departures: no CTYPE1; positions in radians, those of the observations in FK4 B1950; a
 *       redshift of −9 means none.
 * </ul>
 *
 * <p>Spectra of the survey as GAMA serves them have other keywords and are not read here.
 */
public final class TwoDfgrsLoader implements SurveyLoader {
  private static final Set<String> IMAGES = Set.of("SKYCHART", "SPECTRUM");

  /** The spectrographs of 2dF with 300B cover 3600 to 8000 Å. */
  private static final WavelengthRange RANGE = new WavelengthRange(3000, 10_000);

  /** The release gives reduced counts. */
  private static final String FLUX_UNIT = "count";

  private static final int SKY_ROW = 2;

  private static final Pixels.Blank BLANK = flux -> flux < -1e30f;

  @Override
  public String name() {
    return "2dfgrs";
  }

  @Override
  public int revision() {
    return 1;
  }

  @Override
  public String defaultCollection() {
    return "2dfgrs_fdr";
  }

  @Override
  public LoaderFacts facts() {
    return new LoaderFacts(
        "2dFGRS object files: a sky chart and every observation of the object",
        "IMAGE SKYCHART or SPECTRUM in the primary, with SEQNUM or SPFILE and without GAMANAME",
        "air",
        "topocentric",
        "variance",
        "2dfgrs.net, final data release; a real file");
  }

  @Override
  public boolean recognises(FitsFile fits) {
    FitsHeader header = fits.primary().header();
    Optional<String> image = header.text("IMAGE").map(text -> text.toUpperCase(Locale.ROOT));
    return image.filter(IMAGES::contains).isPresent()
        && (header.has("SEQNUM") || header.has("SPFILE"))
        && !header.has("GAMANAME");
  }

  @Override
  public LoadedFile load(SurveyFile file) {
    FitsHeader object = file.fits().primary().header();
    List<LoadedSpectrum> spectra = new ArrayList<>();
    List<String> rejected = new ArrayList<>();
    for (FitsHdu hdu : file.fits().hdus()) {
      if (isSpectrum(hdu)) {
        try {
          spectra.add(loaded(object, hdu));
        } catch (UnreadableFits | IllegalArgumentException e) {
          rejected.add("observation in HDU " + hdu.index() + ": " + e.getMessage());
        }
      }
    }
    if (spectra.isEmpty() && rejected.isEmpty()) {
      rejected.add(
          "only the sky chart of %s (SEQNUM %s), the survey took no spectrum of this object"
              .formatted(
                  object.text("NAME").orElse("an object"),
                  object.text("SEQNUM").orElse("unknown")));
    }
    return new LoadedFile(spectra, 0, rejected);
  }

  private static boolean isSpectrum(FitsHdu hdu) {
    boolean image = hdu.kind() == HduKind.IMAGE || hdu.kind() == HduKind.PRIMARY;
    return image
        && (hdu.name().equalsIgnoreCase("SPECTRUM")
            || hdu.header().text("IMAGE").orElse("").equalsIgnoreCase("SPECTRUM"));
  }

  private static LoadedSpectrum loaded(FitsHeader object, FitsHdu hdu) {
    Observation observation = new Observation(object, hdu.header());
    Spectrum spectrum = spectrum(hdu);
    return new LoadedSpectrum(
        observation.spectrumName(),
        observation.row(spectrum),
        spectrum,
        SubtractedSky.in(hdu, SKY_ROW, spectrum.length()));
  }

  private static Spectrum spectrum(FitsHdu hdu) {
    FitsHeader header = hdu.header();
    Pixels pixels = Pixels.ofVariance(hdu.floatRow(0), hdu.floatRow(1), BLANK);
    SpectralAxis axis =
        SpectralWcs.of(header)
            .linear(
                header,
                WavelengthUnit.ofHeader(header, WavelengthUnit.ANGSTROM),
                pixels.flux().length);
    return pixels.on(
        RANGE.require(header, "CRVAL1", axis),
        Medium.AIR,
        VelocityFrame.TOPOCENTRIC,
        header.text("BUNIT").orElse(FLUX_UNIT));
  }
}

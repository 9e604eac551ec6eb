package org.pawprint.catalogue.survey.ozdes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.pawprint.catalogue.survey.ExposureTimes;
import org.pawprint.catalogue.survey.LoadedFile;
import org.pawprint.catalogue.survey.LoadedSpectrum;
import org.pawprint.catalogue.survey.LoaderFacts;
import org.pawprint.catalogue.survey.Pixels;
import org.pawprint.catalogue.survey.SpectralWcs;
import org.pawprint.catalogue.survey.SurveyFile;
import org.pawprint.catalogue.survey.SurveyLoader;
import org.pawprint.catalogue.survey.WavelengthRange;
import org.pawprint.catalogue.survey.WavelengthUnit;
import org.pawprint.core.fits.FitsFile;
import org.pawprint.core.fits.FitsHdu;
import org.pawprint.core.fits.FitsHeader;
import org.pawprint.core.fits.UnreadableFits;
import org.pawprint.core.obscore.ObsCoreRow;
import org.pawprint.core.spectrum.MaskBit;
import org.pawprint.core.spectrum.Medium;
import org.pawprint.core.spectrum.SpectralAxis;
import org.pawprint.core.spectrum.Spectrum;
import org.pawprint.core.spectrum.VelocityFrame;

/**
 * Files of the OzDES data releases 1 and 2: the co-added spectrum of one object and its epochs.
 *
 * <ul>
 *   <li>Data model: docs.datacentral.org.au/ozdes/overview/dr2 and the survey's FAQ.
 *   <li>HDUs: the primary with the co-add, VARIANCE, BADPIX; for each epoch SPECTRUM_mjd,
 *       VARIANCE_mjd, BADPIX_mjd, found by name. Others are ignored, VARIANCE and BADPIX may be
 *       missing.
 *   <li>Wavelength: ångström in air, linear about pixel 2470 of 5000, centre of the pixel. Each HDU
 *       has its own; with dichroic x6700 (January 2019) it lies about 1000 Å further to the red.
 *   <li>Frame: heliocentric (FAQ), although DO_HELIO is F: that card is a request to redshifting
 *       programs.
 *   <li>Flux: normalised counts per ångström, not calibrated, not even relatively.
 *   <li>Error: variance, whose unit has the wrong power of ångström in its BUNIT; NaN also where
 *       the flux is valid.
 *   <li>Blanks: NaN. BADPIX is 1 where a pixel is bad.
 *   <li>Redshift: Z of the co-add, below -9 where there is none. At QOP 1 and 2 it is "not to be
 *       used for science" (DR2), or that of a transient and not of its host (FAQ). Data Central
 *       serves it all the same, and so do we, marked {@code redshift_doubted} in every row of the
 *       object: a search by redshift finds it, and who wants none of it asks for that bit.
 * </ul>
 */
public final class OzdesLoader implements SurveyLoader {
  /** AAOmega with 580V and 385R behind either dichroic sees 3700 to 9900 Å. */
  private static final WavelengthRange RANGE = new WavelengthRange(3000, 12_000);

  /** The survey's FAQ, for files without BUNIT; spelt as in those that have it. */
  private static final String FLUX_UNIT = "count / Angstrom";

  @Override
  public String name() {
    return "ozdes";
  }

  @Override
  public int revision() {
    return 1;
  }

  @Override
  public String defaultCollection() {
    return "ozdes_dr2";
  }

  @Override
  public LoaderFacts facts() {
    return new LoaderFacts(
        "OzDES DR1 and DR2: the co-add of an object and all its epochs",
        "SOURCE, and REFERENC naming ozdes, or VERCOADD and QOP, or an HDU SPECTRUM_mjd with ORIGTARG",
        "air",
        "heliocentric",
        "variance",
        "docs.datacentral.org.au/ozdes: DR2, FAQ");
  }

  /** By the reference to the survey, the version of its co-adds, or an epoch's HDU. */
  @Override
  public boolean recognises(FitsFile fits) {
    FitsHeader header = fits.primary().header();
    if (header.text("SOURCE").isEmpty() || fits.primary().shape().length > 1) {
      return false;
    }
    boolean refers =
        header
            .text("REFERENC")
            .map(r -> r.toLowerCase(Locale.ROOT).contains("ozdes"))
            .orElse(false);
    return refers
        || (header.has("VERCOADD") && header.has("QOP"))
        || fits.hdus().stream().anyMatch(OzdesLoader::isOzdesEpoch);
  }

  private static boolean isOzdesEpoch(FitsHdu hdu) {
    return OzdesFile.isEpoch(hdu) && hdu.header().has("ORIGTARG");
  }

  @Override
  public LoadedFile load(SurveyFile survey) {
    OzdesFile file = OzdesFile.of(survey.fits());
    OzdesRows rows = new OzdesRows(file);
    List<String> rejected = new ArrayList<>();
    Map<OzdesSpectrum, ExposureTimes> times = times(file, rejected);
    List<LoadedSpectrum> spectra = new ArrayList<>();
    for (OzdesSpectrum one : file.spectra()) {
      ExposureTimes exposure = times.get(one);
      if (exposure != null) {
        try {
          Spectrum spectrum = spectrum(file, one);
          ObsCoreRow row =
              one.isCombined()
                  ? rows.combined(one, inCoAdd(times), spectrum)
                  : rows.epoch(one, exposure, spectrum);
          spectra.add(new LoadedSpectrum(one.name(), row, spectrum));
        } catch (UnreadableFits | IllegalArgumentException e) {
          rejected.add(one.name() + ": " + e.getMessage());
        }
      }
    }
    return new LoadedFile(spectra, 0, rejected);
  }

  /** Times of every spectrum; an epoch whose dates are none is rejected and missing here. */
  private static Map<OzdesSpectrum, ExposureTimes> times(OzdesFile file, List<String> rejected) {
    Map<OzdesSpectrum, ExposureTimes> times = new LinkedHashMap<>();
    for (OzdesSpectrum one : file.spectra()) {
      try {
        times.put(one, one.times());
      } catch (UnreadableFits e) {
        rejected.add(one.name() + ": " + e.getMessage());
      }
    }
    return times;
  }

  private static List<ExposureTimes> inCoAdd(Map<OzdesSpectrum, ExposureTimes> times) {
    return times.entrySet().stream()
        .filter(entry -> !entry.getKey().isCombined() && entry.getKey().isInCoAdd())
        .map(Map.Entry::getValue)
        .toList();
  }

  private static Spectrum spectrum(OzdesFile file, OzdesSpectrum one) {
    float[] flux = one.flux().floatRow(0);
    SpectralAxis axis = axis(file, one, flux.length);
    Pixels pixels =
        one.variance()
            .map(variance -> Pixels.ofVariance(flux, variance.floatRow(0)))
            .orElseGet(() -> Pixels.withoutErrors(flux));
    one.badPixels().ifPresent(bad -> pixels.mark(bad.doubleRow(0), MaskBit.BAD_PIXEL));
    return pixels.on(axis, Medium.AIR, VelocityFrame.HELIOCENTRIC, unit(file, one));
  }

  /**
   * Its own wavelengths; an epoch without any lies on the grid of the co-add, if it is as long.
   *
   * @throws UnreadableFits when there are none, or none that AAOmega can see
   */
  private static SpectralAxis axis(OzdesFile file, OzdesSpectrum one, int length) {
    boolean asCoAdd =
        !one.header().has("CRVAL1")
            && file.combined().filter(c -> c.flux().elements() == length).isPresent();
    FitsHeader header = asCoAdd ? file.header() : one.header();
    WavelengthUnit unit = WavelengthUnit.ofHeader(header, WavelengthUnit.ANGSTROM);
    return RANGE.require(header, "CRVAL1", SpectralWcs.of(header).linear(header, unit, length));
  }

  private static String unit(OzdesFile file, OzdesSpectrum one) {
    Optional<String> own = one.header().text("BUNIT");
    return own.or(() -> file.header().text("BUNIT")).orElse(FLUX_UNIT);
  }
}

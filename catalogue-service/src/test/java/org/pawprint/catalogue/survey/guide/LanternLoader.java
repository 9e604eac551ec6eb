package org.pawprint.catalogue.survey.guide;

import java.util.List;
import java.util.Optional;
import org.pawprint.catalogue.survey.LoadedFile;
import org.pawprint.catalogue.survey.LoadedSpectrum;
import org.pawprint.catalogue.survey.LoaderFacts;
import org.pawprint.catalogue.survey.Pixels;
import org.pawprint.catalogue.survey.RowDerivation;
import org.pawprint.catalogue.survey.SpectralWcs;
import org.pawprint.catalogue.survey.SurveyFile;
import org.pawprint.catalogue.survey.SurveyLoader;
import org.pawprint.catalogue.survey.WavelengthUnit;
import org.pawprint.core.fits.FitsFile;
import org.pawprint.core.fits.FitsHdu;
import org.pawprint.core.fits.FitsHeader;
import org.pawprint.core.obscore.ObsCoreColumn;
import org.pawprint.core.obscore.ObsCoreRow;
import org.pawprint.core.spectrum.Medium;
import org.pawprint.core.spectrum.SpectralAxis;
import org.pawprint.core.spectrum.Spectrum;
import org.pawprint.core.spectrum.VelocityFrame;
import org.pawprint.core.time.ExposureWindow;

// guide: loader
/**
 * The Lantern survey, data release 1: one spectrum per file.
 *
 * <ul>
 *   <li>Data model: lantern.example/dr1/files, version 1.2.
 *   <li>HDUs: the primary image (flux) and SIGMA.
 *   <li>Wavelength: ångström in air, linear, centre of the pixel, heliocentric.
 *   <li>Flux: BUNIT. Error: sigma; zero means none.
 *   <li>Blanks: NaN, and −999 at the edges.
 * </ul>
 */
final class LanternLoader implements SurveyLoader {
  private static final float BLANK = -999;

  @Override
  public String name() {
    return "lantern";
  }

  @Override
  public int revision() {
    return 1;
  }

  @Override
  public String defaultCollection() {
    return "lantern_dr1";
  }

  @Override
  public LoaderFacts facts() {
    return new LoaderFacts(
        "Lantern DR1, one spectrum per file",
        "SURVEY is Lantern, and an image SIGMA",
        "air",
        "heliocentric",
        "sigma",
        "lantern.example/dr1/files 1.2");
  }

  /** By content alone: a file may have any name. */
  @Override
  public boolean recognises(FitsFile fits) {
    return fits.primary().header().text("SURVEY").filter("Lantern"::equals).isPresent()
        && fits.hdu("SIGMA").isPresent();
  }

  @Override
  public LoadedFile load(SurveyFile file) {
    FitsHdu flux = file.fits().primary();
    FitsHeader header = flux.header();
    SpectralAxis axis =
        SpectralWcs.of(header)
            .linear(
                header,
                WavelengthUnit.ofHeader(header, WavelengthUnit.ANGSTROM),
                (int) flux.shape()[0]);
    Optional<FitsHdu> sigma = file.fits().hdu("SIGMA");
    Pixels pixels =
        sigma.isPresent()
            ? Pixels.ofSigma(flux.floatRow(0), sigma.get().floatRow(0), f -> f == BLANK)
            : Pixels.withoutErrors(flux.floatRow(0), f -> f == BLANK);
    // A missing unit parks the file: units are never guessed.
    String unit = header.text("BUNIT").orElseThrow(() -> header.unreadable("BUNIT", "a unit"));
    Spectrum spectrum = pixels.on(axis, Medium.AIR, VelocityFrame.HELIOCENTRIC, unit);
    return new LoadedFile(
        List.of(new LoadedSpectrum("1", row(header, spectrum), spectrum)), 0, List.of());
  }

  private static ObsCoreRow row(FitsHeader header, Spectrum spectrum) {
    ExposureWindow exposure =
        ExposureWindow.of(
            header.text("UTDATE").orElseThrow(() -> header.unreadable("UTDATE", "a date")),
            header.text("UTSTART").orElseThrow(() -> header.unreadable("UTSTART", "a time")),
            header.text("UTEND").orElseThrow(() -> header.unreadable("UTEND", "a time")));
    ObsCoreRow told =
        ObsCoreRow.builder()
            .set(ObsCoreColumn.OBS_ID, header.text("LANT_ID").orElse("unnamed"))
            .set(ObsCoreColumn.TARGET_NAME, header.text("OBJECT").orElse(null))
            .set(ObsCoreColumn.CALIB_LEVEL, 2)
            .set(ObsCoreColumn.FACILITY_NAME, "UKST")
            .set(ObsCoreColumn.INSTRUMENT_NAME, "Lantern")
            .set(ObsCoreColumn.S_RA, header.requiredNumber("RA"))
            .set(ObsCoreColumn.S_DEC, header.requiredNumber("DEC"))
            .set(ObsCoreColumn.T_MIN, exposure.startMjd())
            .set(ObsCoreColumn.T_MAX, exposure.endMjd())
            .set(ObsCoreColumn.O_UCD, "phot.flux.density;em.wl")
            .build();
    // Limits in vacuum metres, quality, region and the rest follow alike for every survey.
    return RowDerivation.complete(told, spectrum);
  }
}
// guide: end

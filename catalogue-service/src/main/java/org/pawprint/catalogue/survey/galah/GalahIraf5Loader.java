package org.pawprint.catalogue.survey.galah;

import org.pawprint.catalogue.survey.LoadedFile;
import org.pawprint.catalogue.survey.LoaderFacts;
import org.pawprint.catalogue.survey.SurveyFile;
import org.pawprint.catalogue.survey.SurveyLoader;
import org.pawprint.core.fits.FitsFile;

/**
 * Spectra of the GALAH survey by versions 5 of its IRAF pipeline (data releases 2 and 3): a star in
 * one of the four arms of HERMES.
 *
 * <ul>
 *   <li>Data model: docs.datacentral.org.au/galah/dr3/galah-dr3-spectra; PIPE_VER is a number (5.3)
 *       or a text ({@code extract5.1.py}).
 *   <li>HDUs: the primary flux, {@code input_sigma}, and a nameless one over its continuum, which
 *       files of four HDUs lack. {@code no_sky_subspectrum} and {@code no_sky_sigma}, before the
 *       subtraction of sky, are not catalogued.
 *   <li>Wavelength: ångström in air, linear, each HDU with its own; the flux barycentric, the
 *       normalised spectrum at rest with the star, whose velocity is the ratio of the two.
 *   <li>Flux: counts, not calibrated; BUNIT is absent.
 *   <li>Error: {@code input_sigma} is relative, of the flux and of the normalised spectrum; zero or
 *       below means none.
 *   <li>Blanks: NaN. There is no mask of bad pixels.
 *   <li>Departures: MEANRA and MEANDEC are the centre of the field, and nothing tells the star but
 *       the name of the file; lengths and steps differ between HDUs, and single ones are broken.
 * </ul>
 */
public final class GalahIraf5Loader implements SurveyLoader {
  @Override
  public String name() {
    return "galah-iraf5";
  }

  @Override
  public int revision() {
    return 1;
  }

  @Override
  public String defaultCollection() {
    return "galah_dr3";
  }

  @Override
  public LoaderFacts facts() {
    return new LoaderFacts(
        "GALAH, pipeline 5: a star in one of four arms, flux and normalised",
        "INSTRUME HERMES-2dF, SPECTID of an arm, a primary image of one axis, and an image input_sigma",
        "air",
        "barycentric; normalised at rest with the star",
        "relative",
        "Data Central, GALAH DR3 spectra; a real file");
  }

  @Override
  public boolean recognises(FitsFile fits) {
    return ArmImage.isStar(fits)
        && fits.hdu(Iraf5Star.ERRORS).filter(ArmImage::isSpectrum).isPresent();
  }

  @Override
  public LoadedFile load(SurveyFile file) {
    return new Iraf5Star(file).load();
  }
}

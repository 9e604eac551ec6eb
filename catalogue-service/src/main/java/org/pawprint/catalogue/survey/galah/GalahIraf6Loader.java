package org.pawprint.catalogue.survey.galah;

import org.pawprint.catalogue.survey.LoadedFile;
import org.pawprint.catalogue.survey.LoaderFacts;
import org.pawprint.catalogue.survey.SurveyFile;
import org.pawprint.catalogue.survey.SurveyLoader;
import org.pawprint.core.fits.FitsFile;

/**
 * Spectra of the GALAH survey by version 6.0 of its IRAF pipeline (data release 4): a star in one
 * of the four arms of HERMES.
 *
 * <ul>
 *   <li>Data model: www.galah-survey.org/dr4/the_spectra and the pipeline's own notes; PIPE_VER
 *       6.0.
 *   <li>HDUs: the primary flux, {@code normalized}, {@code relative_error} and {@code
 *       resolution_profile}, all on the same pixels; {@code sky}, {@code teluric}, {@code
 *       scattered} and {@code cross_talk} are already taken out of the flux and not catalogued; the
 *       place of the sky is kept. All are present even where they hold nothing.
 *   <li>Wavelength: ångström in air, linear; barycentric unless {@link Iraf6Header#frame} finds
 *       otherwise.
 *   <li>Flux: {@code counts}, not calibrated.
 *   <li>Error: {@code relative_error} is of the flux and of the normalised spectrum; zero or below
 *       means none.
 *   <li>Blanks: NaN; an HDU of zeros alone holds nothing. There is no mask of bad pixels.
 *   <li>Departures: unknown values are the text {@code None}; EXPOSED is the total and UTDATE the
 *       mean date and time; OBJECT is the field, not the star; BUNIT and CUNIT1 are in the plural.
 * </ul>
 */
public final class GalahIraf6Loader implements SurveyLoader {
  @Override
  public String name() {
    return "galah-iraf6";
  }

  @Override
  public int revision() {
    return 1;
  }

  @Override
  public String defaultCollection() {
    return "galah_dr4";
  }

  @Override
  public LoaderFacts facts() {
    return new LoaderFacts(
        "GALAH, pipeline 6: a star in one of four arms, flux and normalised",
        "INSTRUME HERMES-2dF, SPECTID of an arm, a primary image of one axis, and images normalized and relative_error",
        "air",
        "barycentric unless BARYEFF or DOPCOR01 says otherwise",
        "relative",
        "galah-survey.org, DR4 spectra; the pipeline's notes");
  }

  @Override
  public boolean recognises(FitsFile fits) {
    return ArmImage.isStar(fits)
        && fits.hdu(Iraf6Star.ERRORS).filter(ArmImage::isSpectrum).isPresent()
        && fits.hdu(Iraf6Star.NORMALISED).filter(ArmImage::isSpectrum).isPresent();
  }

  @Override
  public LoadedFile load(SurveyFile file) {
    return new Iraf6Star(file).load();
  }
}

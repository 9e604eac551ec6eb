package org.pawprint.catalogue.survey.hermes;

import org.pawprint.catalogue.survey.LoadedFile;
import org.pawprint.catalogue.survey.LoaderFacts;
import org.pawprint.catalogue.survey.SurveyFile;
import org.pawprint.catalogue.survey.SurveyLoader;
import org.pawprint.catalogue.survey.twodfdr.FrameReader;
import org.pawprint.core.fits.FitsFile;

/**
 * Frames of 2dF with HERMES as reduced by 2dfdr, single or combined, one arm a file.
 *
 * <ul>
 *   <li>Data model: 2dfdr, the layout of AAOmega; it has no version.
 *   <li>HDUs: the primary image with a row per fibre, VARIANCE, WAVELENGTH and SKY where there are
 *       any, and the table FIBRES; in any order, others are ignored.
 *   <li>Wavelength: ångström in air, linear about a reference pixel in mid-array, centre of the
 *       pixel; a WAVELENGTH image overrules.
 *   <li>Flux: counts, not calibrated, unless BUNIT names another unit.
 *   <li>Error: variance; zero or below means none.
 *   <li>Blanks: NaN. There is no mask of bad pixels.
 *   <li>Departures: the cards of axis 2 mean nothing; RA and DEC of the fibres are in radians;
 *       GRATANGL, CAMANGL and GRATID are zero.
 * </ul>
 */
public final class HermesLoader implements SurveyLoader {
  private static final FrameReader FRAMES = new FrameReader(new HermesInstrument());

  @Override
  public String name() {
    return "hermes";
  }

  @Override
  public int revision() {
    return 1;
  }

  /** As for AAOmega: Data Central's name for what the pipeline makes of the AAT archive. */
  @Override
  public String defaultCollection() {
    return "aat_archive";
  }

  @Override
  public LoaderFacts facts() {
    return new LoaderFacts(
        "2dF/HERMES frames of 2dfdr, one of four arms a file",
        "a table FIBRES (NAME, RA, DEC, TYPE) with a row per row of the primary image; INSTRUME HERMES-2dF",
        "air; vacuum with VACUUM = T",
        "topocentric unless SPECSYS says otherwise",
        "variance",
        "2dfdr manual; cards of a real GALAH file");
  }

  @Override
  public boolean recognises(FitsFile fits) {
    return FRAMES.recognises(fits);
  }

  @Override
  public LoadedFile load(SurveyFile file) {
    return FRAMES.load(file);
  }
}

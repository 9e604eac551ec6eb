package org.pawprint.catalogue.survey.aaomega;

import org.pawprint.catalogue.survey.LoadedFile;
import org.pawprint.catalogue.survey.LoaderFacts;
import org.pawprint.catalogue.survey.SurveyFile;
import org.pawprint.catalogue.survey.SurveyLoader;
import org.pawprint.catalogue.survey.twodfdr.FrameReader;
import org.pawprint.core.fits.FitsFile;

/**
 * Frames of 2dF with AAOmega as reduced by 2dfdr, single, combined or spliced, and cuts and co-adds
 * of them in the same layout (runz, Marz).
 *
 * <ul>
 *   <li>Data model: 2dfdr, as in the AAO's manual and in real files; it has no version.
 *   <li>HDUs: the primary image with a row per fibre, VARIANCE, WAVELENGTH and SKY where there are
 *       any, and the table FIBRES; in any order, others are ignored.
 *   <li>Wavelength: ångström in air, linear about a reference pixel in mid-array, centre of the
 *       pixel; a WAVELENGTH image overrules (see {@code FrameAxes}).
 *   <li>Flux: counts, not calibrated, unless BUNIT names another unit.
 *   <li>Error: variance; zero or below means none.
 *   <li>Blanks: NaN. There is no mask of bad pixels.
 *   <li>Departures: CUNIT1 has the comment of axis 2 or, from SWarp, the unit {@code deg}; the
 *       cards of axis 2 mean nothing; RA and DEC of the fibres are in radians.
 * </ul>
 */
public final class AaomegaLoader implements SurveyLoader {
  private static final FrameReader FRAMES = new FrameReader(new AaomegaInstrument());

  @Override
  public String name() {
    return "aaomega";
  }

  @Override
  public int revision() {
    return 1;
  }

  /** Data Central's name for what the pipeline makes of the AAT archive. */
  @Override
  public String defaultCollection() {
    return "aat_archive";
  }

  @Override
  public LoaderFacts facts() {
    return new LoaderFacts(
        "2dF/AAOmega frames of 2dfdr: single, combined, spliced; cuts and co-adds of them",
        "a table FIBRES (NAME, RA, DEC, TYPE) with a row per row of the primary image; INSTRUME AAOMEGA-2dF, or none"
            + " and VARIANCE and PIVOT",
        "air; vacuum with VACUUM = T",
        "topocentric unless SPECSYS says otherwise",
        "variance",
        "2dfdr manual; real files of Marz and OzDES");
  }

  /** Also frames that lack INSTRUME: co-adds of AAOmega by SWarp have lost it. */
  @Override
  public boolean recognises(FitsFile fits) {
    return FRAMES.recognises(fits) || FrameReader.isUnnamedFrame(fits);
  }

  @Override
  public LoadedFile load(SurveyFile file) {
    return FRAMES.load(file);
  }
}

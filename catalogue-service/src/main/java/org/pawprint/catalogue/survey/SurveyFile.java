package org.pawprint.catalogue.survey;

import java.util.Map;
import org.pawprint.core.fits.FitsFile;

/**
 * One original, open, with what the event says of it.
 *
 * @param name file name as announced; for people and for surveys whose names carry meaning
 * @param content FITS or VOTable
 * @param facts of the event (kind, arm, run, programme, …); empty for a bare file
 */
public record SurveyFile(String name, OriginalContent content, Map<String, String> facts) {
  public SurveyFile {
    facts = Map.copyOf(facts);
  }

  /** A FITS file. */
  public SurveyFile(String name, FitsFile fits, Map<String, String> facts) {
    this(name, new OriginalContent.Fits(fits), facts);
  }

  /**
   * The contents of a FITS file.
   *
   * @throws IllegalStateException when it is none, which its loader has ruled out
   */
  public FitsFile fits() {
    if (content instanceof OriginalContent.Fits fits) {
      return fits.file();
    }
    throw new IllegalStateException(name + " is no FITS file");
  }
}

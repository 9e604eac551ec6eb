package org.pawprint.catalogue.survey;

import java.util.Map;
import org.pawprint.core.fits.FitsFile;

/**
 * One original, open, with what the event says of it.
 *
 * @param name file name as announced; for people and for surveys whose names carry meaning
 * @param fits its contents
 * @param facts of the event (kind, arm, run, programme, …); empty for a bare file
 */
public record SurveyFile(String name, FitsFile fits, Map<String, String> facts) {
  public SurveyFile {
    facts = Map.copyOf(facts);
  }
}

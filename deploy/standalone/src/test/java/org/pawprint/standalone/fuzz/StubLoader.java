package org.pawprint.standalone.fuzz;

import org.pawprint.catalogue.survey.LoadedFile;
import org.pawprint.catalogue.survey.LoaderFacts;
import org.pawprint.catalogue.survey.SurveyFile;
import org.pawprint.catalogue.survey.SurveyLoader;
import org.pawprint.core.fits.FitsFile;

/** Claims every file and does with it what a test wants. */
abstract class StubLoader implements SurveyLoader {
  @Override
  public String name() {
    return "stub";
  }

  @Override
  public int revision() {
    return 1;
  }

  @Override
  public String defaultCollection() {
    return "stub";
  }

  @Override
  public LoaderFacts facts() {
    return new LoaderFacts("", "", "", "", "", "");
  }

  @Override
  public boolean recognises(FitsFile fits) {
    return true;
  }

  @Override
  public abstract LoadedFile load(SurveyFile file);
}

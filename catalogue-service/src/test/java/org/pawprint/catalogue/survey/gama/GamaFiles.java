package org.pawprint.catalogue.survey.gama;

import java.util.Map;
import org.pawprint.catalogue.survey.LoadedFile;
import org.pawprint.catalogue.survey.SurveyFile;
import org.pawprint.core.fits.FitsFile;
import org.pawprint.testkit.fixture.EditedFixture;
import org.pawprint.testkit.fixture.SurveyFixture;

/** The fixtures, as they are and with a card changed. */
final class GamaFiles {
  private GamaFiles() {}

  static LoadedFile load(String name) {
    return load(SurveyFixture.open("gama/" + name));
  }

  static LoadedFile load(FitsFile fits) {
    return new GamaLoader().load(new SurveyFile(fits.name(), fits, Map.of()));
  }

  /** A fixture in which a card of the primary header has another value. */
  static FitsFile with(String name, String keyword, String value) {
    return EditedFixture.of("gama/" + name).set(0, keyword, value).open();
  }

  /** A fixture without a card of the primary header. */
  static FitsFile without(String name, String keyword) {
    return EditedFixture.of("gama/" + name).without(0, keyword).open();
  }
}

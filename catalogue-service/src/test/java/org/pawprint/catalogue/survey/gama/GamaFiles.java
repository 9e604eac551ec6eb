package org.pawprint.catalogue.survey.gama;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.pawprint.catalogue.survey.LoadedFile;
import org.pawprint.catalogue.survey.SurveyFile;
import org.pawprint.core.fits.FitsFile;
import org.pawprint.testkit.fixture.SurveyFixture;

/** The fixtures, as they are and with a card changed. */
final class GamaFiles {
  private static final int CARD = 80;

  private GamaFiles() {}

  static LoadedFile load(String name) {
    return load(SurveyFixture.open("gama/" + name));
  }

  static LoadedFile load(FitsFile fits) {
    return new GamaLoader().load(new SurveyFile(fits.name(), fits, Map.of()));
  }

  /**
   * A fixture in which one card of the primary header is replaced.
   *
   * @param keyword of the card, the first of that name
   * @param card the new one, e.g. {@code SURVEY = 'VVDS'}
   */
  static FitsFile with(String name, String keyword, String card) {
    byte[] content = SurveyFixture.content("gama/" + name);
    String start = "%-8s".formatted(keyword);
    for (int at = 0; at < content.length; at += CARD) {
      if (new String(content, at, start.length(), StandardCharsets.US_ASCII).equals(start)) {
        byte[] padded = ("%-" + CARD + "s").formatted(card).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(padded, 0, content, at, CARD);
        return FitsFile.of(content);
      }
    }
    throw new IllegalArgumentException(name + " has no card " + keyword);
  }

  /** A fixture without a card. */
  static FitsFile without(String name, String keyword) {
    return with(name, keyword, "COMMENT");
  }
}

package org.pawprint.catalogue.survey.galah;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.pawprint.catalogue.survey.SurveyFile;
import org.pawprint.core.fits.FitsFile;
import org.pawprint.core.fits.FitsLimits;
import org.pawprint.testkit.fixture.SurveyFixture;

/** A fixture with single cards changed in place. */
final class EditedFile {
  private static final int CARD = 80;
  private final byte[] bytes;

  EditedFile(String fixture) {
    bytes = SurveyFixture.content("galah/" + fixture);
  }

  /** Changes the card of the primary header. */
  EditedFile with(String key, String value) {
    return with(key, 0, value);
  }

  /**
   * Changes one of several cards.
   *
   * @param repeat how many of this keyword stand before it in the file
   * @param value as it stands in the card
   */
  EditedFile with(String key, int repeat, String value) {
    String card = String.format(Locale.ROOT, "%-80s", keyword(key) + value);
    System.arraycopy(card.getBytes(StandardCharsets.US_ASCII), 0, bytes, find(key, repeat), CARD);
    return this;
  }

  /** Gives the place of a card that does not matter to another keyword. */
  EditedFile renamed(String key, String newKey) {
    int at = find(key, 0);
    byte[] name = String.format(Locale.ROOT, "%-8s", newKey).getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(name, 0, bytes, at, name.length);
    return this;
  }

  private int find(String key, int repeat) {
    String wanted = keyword(key);
    int before = repeat;
    for (int at = 0; at < bytes.length; at += CARD) {
      String found = new String(bytes, at, wanted.length(), StandardCharsets.ISO_8859_1);
      if (found.equals(wanted) && before-- == 0) {
        return at;
      }
    }
    throw new IllegalArgumentException("no card " + key);
  }

  private static String keyword(String key) {
    return String.format(Locale.ROOT, "%-8s= ", key);
  }

  FitsFile fits() {
    return FitsFile.of(bytes, "edited.fits", FitsLimits.DEFAULT);
  }

  SurveyFile named(String name) {
    return new SurveyFile(name, fits(), Map.of());
  }
}

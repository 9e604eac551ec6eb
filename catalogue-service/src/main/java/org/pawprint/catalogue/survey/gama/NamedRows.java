package org.pawprint.catalogue.survey.gama;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pawprint.catalogue.survey.SubtractedSky;
import org.pawprint.core.fits.FitsHdu;
import org.pawprint.core.fits.FitsHeader;
import org.pawprint.core.fits.UnreadableFits;
import org.pawprint.core.spectrum.SkyPlace;

/** An image whose rows have names: by cards ROWn, or ARRAYn in SDSS. */
final class NamedRows {
  private static final int MOST_ROWS = 100;

  private final FitsHdu image;
  private final List<String> names;

  private NamedRows(FitsHdu image, List<String> names) {
    this.image = image;
    this.names = names;
  }

  /**
   * @param silent names in the order that the origin documents, for images without such cards;
   *     empty where it documents none
   * @throws UnreadableFits when this is no image of some rows
   */
  static NamedRows of(FitsHdu image, String... silent) {
    FitsHeader header = image.header();
    long[] shape = image.shape();
    if (shape.length != 2 || shape[1] > MOST_ROWS) {
      throw header.unreadable("NAXIS", "2, with some rows");
    }
    List<String> names = new ArrayList<>();
    boolean told = header.has("ROW1") || header.has("ARRAY1");
    for (int row = 1; row <= shape[1]; row++) {
      String card = (header.has("ROW1") ? "ROW" : "ARRAY") + row;
      String documented = row <= silent.length ? silent[row - 1] : "";
      names.add(Origins.letters(told ? header.text(card).orElse("") : documented));
    }
    return new NamedRows(image, names);
  }

  FitsHeader header() {
    return image.header();
  }

  /** Pixels of a row. */
  int length() {
    return (int) Math.min(image.shape()[0], Integer.MAX_VALUE);
  }

  boolean has(String name) {
    return names.contains(Origins.letters(name));
  }

  /** The row of that name, whatever its case and punctuation. */
  Optional<float[]> row(String name) {
    int row = names.indexOf(Origins.letters(name));
    return row < 0 ? Optional.empty() : Optional.of(image.floatRow(row));
  }

  /** Where the row of the sky is, for a spectrum of which it was subtracted; in any unit. */
  Optional<SkyPlace> sky() {
    return SubtractedSky.in(image, names.indexOf("SKY"), length());
  }

  /**
   * @throws UnreadableFits when there is no such row
   */
  float[] required(String name) {
    return row(name).orElseThrow(() -> header().unreadable("ROW1", "a row named " + name));
  }
}

package org.pawprint.standalone.simulate;

import nom.tam.fits.Header;
import nom.tam.fits.HeaderCard;
import nom.tam.fits.HeaderCardException;

/** Composes a FITS header in the order of writing; every keyword is a constant of the code. */
final class Cards {
  private final Header header = new Header();

  /** Opens a primary HDU holding an image of floats. */
  static Cards primaryImage(int... axes) {
    Cards cards = new Cards();
    cards.add("SIMPLE", true, "file does conform to FITS standard");
    cards.image(-32, axes);
    return cards.add("EXTEND", true, "there are extensions");
  }

  /** Opens an extension holding an image of floats. */
  static Cards image(String name, int... axes) {
    Cards cards = new Cards();
    cards.add("XTENSION", "IMAGE", "image extension");
    cards.image(-32, axes);
    return cards
        .add("PCOUNT", 0, "no parameters")
        .add("GCOUNT", 1, "one group")
        .add("EXTNAME", name, "name of this extension");
  }

  /** Opens a binary table; its columns follow with {@link #column}. */
  static Cards table(String name, int rowBytes, int rows, int fields) {
    Cards cards = new Cards();
    cards.add("XTENSION", "BINTABLE", "binary table extension");
    cards.image(8, rowBytes, rows);
    return cards
        .add("PCOUNT", 0, "no heap")
        .add("GCOUNT", 1, "one group")
        .add("TFIELDS", fields, "columns")
        .add("EXTNAME", name, "name of this extension");
  }

  private void image(int bitsPerPixel, int... axes) {
    add("BITPIX", bitsPerPixel, "bits per data value");
    add("NAXIS", axes.length, "number of axes");
    for (int i = 0; i < axes.length; i++) {
      add("NAXIS" + (i + 1), axes[i], "length of axis " + (i + 1));
    }
  }

  Cards column(int number, String name, String form, String unit) {
    add("TTYPE" + number, name, "");
    add("TFORM" + number, form, "");
    return unit.isEmpty() ? this : add("TUNIT" + number, unit, "");
  }

  Cards add(String key, String value, String comment) {
    return line(() -> new HeaderCard(key, value, comment));
  }

  Cards add(String key, Number value, String comment) {
    return line(() -> new HeaderCard(key, value, comment));
  }

  Cards add(String key, boolean value, String comment) {
    return line(() -> new HeaderCard(key, value, comment));
  }

  Cards history(String text) {
    return line(() -> HeaderCard.createHistoryCard(text));
  }

  Header header() {
    return header;
  }

  private Cards line(CardMaker maker) {
    try {
      header.addLine(maker.card());
      return this;
    } catch (HeaderCardException e) {
      throw new IllegalStateException("not a FITS card", e);
    }
  }

  @FunctionalInterface
  private interface CardMaker {
    HeaderCard card() throws HeaderCardException;
  }
}

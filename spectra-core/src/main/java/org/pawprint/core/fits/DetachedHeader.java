package org.pawprint.core.fits;

/** The headers of a file as plain text, one card a line, for people and scripts. */
public final class DetachedHeader {
  private DetachedHeader() {}

  /**
   * All cards of all HDUs as they stand, each header closed by END and parted from the next by an
   * empty line; trailing blanks of a card are dropped. Printable ASCII and line feeds only.
   */
  public static String of(FitsFile file) {
    StringBuilder text = new StringBuilder();
    for (FitsHdu hdu : file.hdus()) {
      if (hdu.index() > 0) {
        text.append('\n');
      }
      for (String card : hdu.header().cards()) {
        text.append(card.stripTrailing()).append('\n');
      }
      text.append("END\n");
    }
    return text.toString();
  }
}

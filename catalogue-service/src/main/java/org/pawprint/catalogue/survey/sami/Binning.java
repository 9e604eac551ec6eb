package org.pawprint.catalogue.survey.sami;

import java.util.Locale;

/**
 * How spaxels were put together. No card tells; the survey's file names do.
 *
 * <p>Annuli and sectors become spectra of their own: there are few of them, and each is a place in
 * the galaxy. Adaptive bins follow the noise; there are hundreds, most of a single spaxel.
 */
enum Binning {
  ADAPTIVE,
  ANNULAR,
  SECTORS,
  /** The file has another name. */
  BINNED;

  /** Five annuli of eight sectors: what the survey's binning code makes unless told otherwise. */
  private static final int MOST_SECTORS = 40;

  /** Beyond this a mask is of another kind than its file name says. */
  private static final int MOST_NAMED = 400;

  static Binning of(String fileName) {
    String name = fileName.toLowerCase(Locale.ROOT);
    for (Binning binning : values()) {
      if (name.contains("_" + binning.word() + "_")) {
        return binning;
      }
    }
    return BINNED;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether each of so many bins is a spectrum of its own. */
  boolean hasSpectra(int bins) {
    return switch (this) {
      case ADAPTIVE -> false;
      case ANNULAR, SECTORS -> bins <= MOST_NAMED;
      case BINNED -> bins <= MOST_SECTORS;
    };
  }

  /**
   * The word in the names of what is in the file. Without the file name the number of bins keeps
   * two binnings of one cube apart.
   */
  String label(int bins) {
    return this == BINNED ? word() + bins : word();
  }
}

package org.pawprint.catalogue.survey.gama;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.pawprint.catalogue.survey.DataPaper;
import org.pawprint.core.fits.FitsFile;
import org.pawprint.core.fits.UnreadableFits;

/** A survey that GAMA took spectra from: how its files are laid out and what they mean. */
interface Origin {

  /** As GAMA's SURVEY card spells it. */
  String survey();

  /** The paper of that survey; empty where it was GAMA who observed. */
  Optional<DataPaper> paper();

  /** Finds the name in a text that is reduced to upper-case letters and digits. */
  Pattern named();

  /** Whether a card names it. */
  default boolean isNamedIn(String text) {
    return named().matcher(Origins.letters(text)).find();
  }

  /**
   * The spectra of a file, in its order; sky is left out.
   *
   * @throws UnreadableFits when the layout is not that of the origin
   */
  List<Part> parts(FitsFile fits);
}

package org.pawprint.catalogue.survey.mapping;

import java.util.Optional;
import org.pawprint.core.fits.FitsFile;
import org.pawprint.core.fits.FitsHdu;

/**
 * An HDU by its number, from 0, or by its name in any case.
 *
 * @param word as written in the mapping
 */
record HduName(String word) {
  static final HduName PRIMARY = new HduName("0");

  Optional<FitsHdu> in(FitsFile fits) {
    if (word.matches("\\d{1,4}")) {
      int index = Integer.parseInt(word);
      return index < fits.hdus().size() ? Optional.of(fits.hdu(index)) : Optional.empty();
    }
    return fits.hdu(word);
  }

  /** The HDU, or a fault that names it. */
  FitsHdu required(FitsFile fits) {
    return in(fits)
        .orElseThrow(
            () ->
                fits.primary()
                    .header()
                    .unreadable("EXTNAME", "no HDU " + word, "one of that name"));
  }

  static HduName of(MappingNode node) {
    return node.text().map(HduName::new).orElse(PRIMARY);
  }
}

package org.pawprint.catalogue.survey.gama;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.pawprint.core.fits.FitsFile;
import org.pawprint.core.fits.FitsHeader;
import org.pawprint.core.fits.UnreadableFits;

/** The ten origins, and how a file is given to one of them. */
final class Origins {
  private static final List<Origin> ALL =
      List.of(
          new TwoDfgrsOrigin(),
          new TwoQzOrigin(),
          new SlaqQsoOrigin(),
          new SlaqLrgOrigin(),
          new SixDfgsOrigin(),
          new MgcOrigin(),
          new WigglezOrigin(),
          new LiverpoolOrigin(),
          new SdssOrigin(),
          new AatOrigin());

  private Origins() {}

  /**
   * The origin of a file with GAMA's cards: by SURVEY, and by ORIGIN where there is no SURVEY, as
   * in GAMA's own files and those of the Liverpool Telescope.
   *
   * @throws UnreadableFits when the card names none of the ten
   */
  static Origin of(FitsHeader header) {
    String card = header.text("SURVEY").isPresent() ? "SURVEY" : "ORIGIN";
    return header
        .text(card)
        .flatMap(text -> ALL.stream().filter(origin -> origin.isNamedIn(text)).findFirst())
        .orElseThrow(
            () ->
                header.unreadable(
                    card,
                    "one of "
                        + ALL.stream().map(Origin::survey).collect(Collectors.joining(", "))));
  }

  /** {@code 2SLAQ-QSO}, {@code 2SLAQ QSO} and {@code 2slaq_qso} are one. */
  static String letters(String text) {
    return text.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
  }

  /** The origin whose own file, without GAMA's cards, this is. */
  static Optional<OwnFiles> publisher(FitsFile fits) {
    return ALL.stream()
        .filter(OwnFiles.class::isInstance)
        .map(OwnFiles.class::cast)
        .filter(origin -> origin.published(fits))
        .findFirst();
  }
}

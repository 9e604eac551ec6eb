package org.pawprint.catalogue.survey.twodfdr;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pawprint.core.fits.FitsHeader;

/**
 * What a frame was made of, by its HISTORY (2dfdr), COMBn cards (IRAF) or FILEnnnn cards (SWarp).
 *
 * @param names of the combined files without folder, in order, none twice; empty for a single frame
 * @param spliced whether blue and red were joined
 */
record FrameInputs(List<String> names, boolean spliced) {
  private static final Pattern COMBINED =
      Pattern.compile("(?:Combined frame based on|Combining with)\\s+(\\S+)");
  private static final String SPLICED = "Splicing blue and red";

  /** A HISTORY card full to its last column goes on in the next. */
  private static final int FULL_CARD = 72;

  FrameInputs {
    names = List.copyOf(names);
  }

  static FrameInputs of(FitsHeader header) {
    Set<String> names = new LinkedHashSet<>();
    boolean spliced = false;
    for (String line : lines(header.history())) {
      Matcher combined = COMBINED.matcher(line);
      if (combined.find()) {
        names.add(baseName(combined.group(1)));
      }
      spliced |= line.startsWith(SPLICED);
    }
    if (names.isEmpty()) {
      addNumbered(header, "COMB%d", 0, names);
      addNumbered(header, "COMB%d", 1, names);
      addNumbered(header, "FILE%04d", 1, names);
    }
    return new FrameInputs(new ArrayList<>(names), spliced);
  }

  private static List<String> lines(List<String> cards) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String card : cards) {
      line.append(card);
      if (card.length() < FULL_CARD) {
        lines.add(line.toString().strip());
        line.setLength(0);
      }
    }
    lines.add(line.toString().strip());
    return lines;
  }

  private static void addNumbered(FitsHeader header, String form, int first, Set<String> names) {
    int number = first;
    for (Optional<String> name = header.text(String.format(Locale.ROOT, form, number));
        name.isPresent();
        name = header.text(String.format(Locale.ROOT, form, ++number))) {
      names.add(baseName(name.get()));
    }
  }

  private static String baseName(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  boolean combined() {
    return names.size() > 1;
  }

  /** Exposures in the frame, at least 1. */
  int count() {
    return Math.max(1, names.size());
  }
}

package org.pawprint.catalogue.survey.galah;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * GALAH's key of a star in one observation: date (yymmdd), run (4 digits), how exposures were
 * combined (00 not at all, 01 within the configuration, 02 over epochs) and pivot (3 digits).
 *
 * @param digits all fifteen
 */
record SobjectId(String digits) {
  private static final Pattern FILE_NAME = Pattern.compile("(\\d{15})([1-4])(?:\\D.*)?");
  private static final int DIGITS = 15;
  private static final int CODE = 10;
  private static final int PIVOT = 12;

  SobjectId {
    if (digits.length() != DIGITS) {
      throw new IllegalArgumentException("'" + digits + "' has not fifteen digits");
    }
  }

  /**
   * From the name of a file, which is sobject_id and camera; empty where it has not this form or
   * names another camera. GALAH writes the id nowhere in the file.
   *
   * @param camera 1 to 4, by the content of the file
   */
  static Optional<SobjectId> ofFileName(String name, int camera) {
    Matcher parts = FILE_NAME.matcher(name.substring(name.lastIndexOf('/') + 1));
    return parts.matches() && Integer.parseInt(parts.group(2)) == camera
        ? Optional.of(new SobjectId(parts.group(1)))
        : Optional.empty();
  }

  /** The same star may have had several fibres then; the pivot is that of the last observation. */
  boolean overEpochs() {
    return digits.startsWith("02", CODE);
  }

  int pivot() {
    return Integer.parseInt(digits.substring(PIVOT));
  }
}

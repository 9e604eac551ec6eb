package org.pawprint.catalogue.survey.sami;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pawprint.core.fits.FitsHeader;
import org.pawprint.core.identifier.Sha256;

/**
 * Which galaxy was observed by which exposures. Some galaxies were observed twice, on two plates;
 * file names tell these apart by a letter, headers by the plate and the exposures.
 *
 * @param galaxy NAME, the survey's number of the galaxy
 * @param exposures the frames that went into the cube, in order; empty where no card names them
 * @param plate PLATEID
 */
record SamiIdentity(String galaxy, List<String> exposures, Optional<String> plate) {
  private static final int DIGITS = 12;

  /** {@code 15apr10029sci.fits}: night, spectrograph arm, run. */
  private static final Pattern FRAME = Pattern.compile("(\\d\\d[a-z]{3})([12])(\\d{4}).*");

  SamiIdentity {
    exposures = List.copyOf(exposures);
  }

  static SamiIdentity of(FitsHeader header) {
    List<String> exposures = new ArrayList<>();
    for (int n = 1; header.text("RSS_FILE " + n).isPresent(); n++) {
      exposures.add(header.text("RSS_FILE " + n).get());
    }
    return new SamiIdentity(header.requiredText("NAME"), exposures, header.text("PLATEID"));
  }

  /**
   * {@code 24433-Y15SAR3_P002_12T056}: galaxy and plate; without a plate, twelve digits of the
   * SHA-256 of the names of the exposures, alike for both arms; without either the galaxy alone.
   */
  String obsId() {
    if (plate.isPresent()) {
      return galaxy + "-" + plate.get();
    }
    if (exposures.isEmpty()) {
      return galaxy;
    }
    String names = String.join("\n", exposures.stream().map(SamiIdentity::withoutArm).toList());
    byte[] text = names.getBytes(StandardCharsets.UTF_8);
    return galaxy + "-" + Sha256.of(text).hex().substring(0, DIGITS);
  }

  private static String withoutArm(String frame) {
    Matcher name = FRAME.matcher(frame);
    return name.matches() ? name.group(1) + "-" + name.group(3) : frame;
  }

  /** Exposures in the cube, at least 1. */
  int count() {
    return Math.max(1, exposures.size());
  }
}

package org.pawprint.core.spectrum;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Per-spectrum warnings, stored as a bit set in {@code quality_flags}. */
public enum QualityFlag {
  /** More than a tenth of the pixels are masked. */
  BAD_PIXELS(1, "more than 10 % of the pixels are masked"),
  /** The median flux is less than its own typical error. */
  LOW_FLUX(2, "median flux below the median error"),
  /** Residuals at the strong night-sky lines stand out of the noise. */
  SKY_RESIDUAL(4, "residuals of night-sky lines above the noise"),
  /** The file itself marks saturated pixels. */
  SATURATED(8, "saturated pixels marked by the file"),
  /** No error array came with the flux. */
  NO_ERROR(16, "no error array"),
  /** Part of the axis lies below 2000 Å, where air wavelengths are left as they are. */
  BELOW_2000_ANGSTROM(32, "axis reaches below 2000 Å, left unconverted"),
  /** The file tells where the field's centre is, not where the target is. */
  FIELD_POSITION(64, "position is the centre of the field, not of the target"),
  /** The survey left the exposure out of its co-add, or calls it less than good. */
  DOUBTED(128, "doubted by the survey itself"),
  /** The survey gives a redshift and calls it unreliable. */
  REDSHIFT_DOUBTED(256, "redshift doubted by the survey itself");

  private final int bit;
  private final String meaning;

  QualityFlag(int bit, String meaning) {
    this.bit = bit;
    this.meaning = meaning;
  }

  public int bit() {
    return bit;
  }

  public String meaning() {
    return meaning;
  }

  /** Stable lower-case term, e.g. {@code sky_residual}. */
  public String term() {
    return name().toLowerCase(Locale.ROOT);
  }

  public boolean isIn(int flags) {
    return (flags & bit) != 0;
  }

  /** All flags in words, e.g. {@code 1 bad_pixels, 2 low_flux}. */
  public static String legend() {
    return Arrays.stream(values())
        .map(flag -> flag.bit + " " + flag.term())
        .collect(Collectors.joining(", "));
  }

  /** Terms of all the flags set, in declaration order. */
  public static List<String> terms(int flags) {
    List<String> terms = new ArrayList<>();
    for (QualityFlag flag : values()) {
      if (flag.isIn(flags)) {
        terms.add(flag.term());
      }
    }
    return terms;
  }
}

package org.pawprint.datalink.preview;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pawprint.core.dali.ParameterFaults;

/**
 * Width and height of a picture in pixels; width 40 to 1600, height 20 to 1200.
 *
 * @param width in pixels
 * @param height in pixels
 */
public record PreviewSize(int width, int height) {
  /** Of the pictures of any size. */
  public static final String MEDIA_TYPE = "image/png";

  /** The parameter's name. */
  public static final String PARAMETER = "SIZE";

  /** Large enough to read. */
  public static final PreviewSize PLOT = new PreviewSize(800, 400);

  /** Small enough for a table of many. */
  public static final PreviewSize THUMBNAIL = new PreviewSize(160, 80);

  private static final int MIN_WIDTH = 40;
  private static final int MAX_WIDTH = 1600;
  private static final int MIN_HEIGHT = 20;
  private static final int MAX_HEIGHT = 1200;

  /** Below this nobody could read the numbers along the axes. */
  private static final int MIN_WIDTH_WITH_TEXT = 320;

  private static final int MIN_HEIGHT_WITH_TEXT = 160;

  private static final Pattern FORM = Pattern.compile("(\\d{1,4})x(\\d{1,4})");
  private static final String EXPECTED =
      "<width>x<height> in pixels, %d to %d by %d to %d, as %s"
          .formatted(MIN_WIDTH, MAX_WIDTH, MIN_HEIGHT, MAX_HEIGHT, PLOT);

  public PreviewSize {
    if (!isWithin(width, height)) {
      throw new IllegalArgumentException(width + "x" + height + " is not " + EXPECTED);
    }
  }

  private static boolean isWithin(int width, int height) {
    return width >= MIN_WIDTH && width <= MAX_WIDTH && height >= MIN_HEIGHT && height <= MAX_HEIGHT;
  }

  /**
   * Reads {@code 800x400}.
   *
   * @throws ParameterFaults for anything else, and for a size out of range
   */
  static PreviewSize parse(String text) {
    Matcher m = FORM.matcher(text.trim());
    if (m.matches()) {
      int width = Integer.parseInt(m.group(1));
      int height = Integer.parseInt(m.group(2));
      if (isWithin(width, height)) {
        return new PreviewSize(width, height);
      }
    }
    throw ParameterFaults.of(PARAMETER, text, EXPECTED);
  }

  /** Whether title, numbers and units are drawn. */
  boolean hasText() {
    return width >= MIN_WIDTH_WITH_TEXT && height >= MIN_HEIGHT_WITH_TEXT;
  }

  /** Bytes of every picture of this size, whatever it shows. */
  public long bytes() {
    return PalettePng.length(width, height, PreviewPalette.COLOURS.length);
  }

  /** As the parameter has it. */
  @Override
  public String toString() {
    return width + "x" + height;
  }
}

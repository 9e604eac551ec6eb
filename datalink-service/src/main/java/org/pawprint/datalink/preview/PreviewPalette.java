package org.pawprint.datalink.preview;

import java.awt.Color;
import java.awt.image.BufferedImage;

/**
 * The colours of a picture: one blue in two lightnesses on white, with grey for what surrounds the
 * spectrum. Whoever sees no colours tells them apart by lightness alone. The rest are the shades
 * that smooth edges need.
 */
final class PreviewPalette {
  static final Color PAPER = new Color(0xffffff);
  static final Color INK = new Color(0x1f2933);
  static final Color GRID = new Color(0xe4e8ec);
  static final Color BAND = new Color(0xb3cdea);
  static final Color LINE = new Color(0x0b3d91);

  /** As 0xRRGGBB. */
  static final int[] COLOURS = {
    rgb(PAPER),
    rgb(GRID),
    rgb(INK),
    mix(INK, PAPER, 0.75),
    mix(INK, PAPER, 0.5),
    mix(INK, PAPER, 0.25),
    rgb(BAND),
    mix(BAND, PAPER, 0.5),
    rgb(LINE),
    mix(LINE, PAPER, 0.75),
    mix(LINE, PAPER, 0.5),
    mix(LINE, PAPER, 0.25),
    mix(LINE, BAND, 0.75),
    mix(LINE, BAND, 0.5),
    mix(LINE, BAND, 0.25)
  };

  private PreviewPalette() {}

  private static int rgb(Color colour) {
    return colour.getRGB() & 0xffffff;
  }

  private static int mix(Color above, Color below, double share) {
    int mixed = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      double part =
          share * (rgb(above) >> shift & 0xff) + (1 - share) * (rgb(below) >> shift & 0xff);
      mixed |= (int) Math.round(part) << shift;
    }
    return mixed;
  }

  /** The number of the nearest colour for every pixel, row by row from the top. */
  static byte[] nearest(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    int[] rgb = image.getRGB(0, 0, width, height, null, 0, width);
    byte[] nearest = new byte[rgb.length];
    for (int i = 0; i < rgb.length; i++) {
      boolean repeats = i > 0 && rgb[i] == rgb[i - 1];
      nearest[i] = repeats ? nearest[i - 1] : nearest(rgb[i]);
    }
    return nearest;
  }

  private static byte nearest(int rgb) {
    int best = 0;
    int least = Integer.MAX_VALUE;
    for (int i = 0; i < COLOURS.length; i++) {
      int distance = distance(rgb, COLOURS[i]);
      if (distance < least) {
        least = distance;
        best = i;
      }
    }
    return (byte) best;
  }

  private static int distance(int one, int other) {
    int sum = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      int difference = (one >> shift & 0xff) - (other >> shift & 0xff);
      sum += difference * difference;
    }
    return sum;
  }
}

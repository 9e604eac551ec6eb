package org.pawprint.datalink.preview;

import java.awt.geom.Rectangle2D;
import org.pawprint.core.spectrum.SpectralAxis;

/**
 * Where in the picture the spectrum is drawn, and which place there belongs to a wavelength and a
 * flux. The axis fills the width from its first pixel to its last.
 *
 * @param left in pixels from the picture's left
 * @param top in pixels from the picture's top
 * @param width in pixels
 * @param height in pixels
 * @param firstAngstrom at the left side
 * @param lastAngstrom at the right side
 * @param flux from bottom to top
 */
record PlotArea(
    double left,
    double top,
    double width,
    double height,
    double firstAngstrom,
    double lastAngstrom,
    FluxRange flux) {
  private static final int LEFT = 74;
  private static final int RIGHT = 16;
  private static final int TOP = 34;
  private static final int BOTTOM = 48;
  private static final int BARE = 2;

  static PlotArea of(PreviewSize size, SpectralAxis axis, FluxRange flux) {
    boolean text = size.hasText();
    double left = text ? LEFT : BARE;
    double top = text ? TOP : BARE;
    // A spectrum of one pixel has some width all the same.
    double half = axis.length() > 1 ? 0 : 0.5;
    return new PlotArea(
        left,
        top,
        size.width() - left - (text ? RIGHT : BARE),
        size.height() - top - (text ? BOTTOM : BARE),
        axis.first() - half,
        axis.last() + half,
        flux);
  }

  double x(double angstrom) {
    return left + width * (angstrom - firstAngstrom) / (lastAngstrom - firstAngstrom);
  }

  /** Far away fluxes end a picture's height outside, where no rasteriser loses its digits. */
  double y(double value) {
    double share = (value - flux.low()) / (flux.high() - flux.low());
    return top + height * (1 - Math.max(-1, Math.min(2, share)));
  }

  double right() {
    return left + width;
  }

  double bottom() {
    return top + height;
  }

  Rectangle2D box() {
    return new Rectangle2D.Double(left, top, width, height);
  }
}

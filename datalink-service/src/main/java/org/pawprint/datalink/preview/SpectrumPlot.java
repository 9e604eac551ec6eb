package org.pawprint.datalink.preview;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.pawprint.core.obscore.ObsCoreRow;
import org.pawprint.core.spectrum.Spectrum;

/**
 * Draws flux against wavelength: the flux as a line, one sigma around it as a band, masked pixels
 * left out, axes with their units. Small pictures show the spectrum alone.
 */
final class SpectrumPlot {
  private static final int TITLE_POINTS = 16;
  private static final int TEXT_POINTS = 13;
  private static final int GAP = 6;
  private static final int TICK = 5;
  private static final float LINE = 1.3f;

  /** Room that a number along an axis needs, in pixels. */
  private static final int NUMBER_WIDTH = 70;

  private static final int NUMBER_HEIGHT = 38;

  /** Numbers from 0.01 to 99,999 are written out; others get a common power of ten. */
  private static final int SMALLEST_EXPONENT = -2;

  private static final int LARGEST_EXPONENT = 4;

  private final PreviewSize size;
  private final Spectrum spectrum;
  private final PlotTexts texts;
  private final PlotArea area;
  private final BufferedImage image;
  private final Graphics2D pen;

  private SpectrumPlot(ObsCoreRow row, Spectrum spectrum, PreviewSize size) {
    this.size = size;
    this.spectrum = spectrum;
    this.texts = PlotTexts.of(row, spectrum);
    this.area = PlotArea.of(size, spectrum.axis(), FluxRange.of(spectrum));
    this.image = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_RGB);
    this.pen = image.createGraphics();
  }

  /** The picture as PNG, of {@link PreviewSize#bytes} bytes. */
  static byte[] png(ObsCoreRow row, Spectrum spectrum, PreviewSize size) {
    SpectrumPlot plot = new SpectrumPlot(row, spectrum, size);
    try {
      plot.draw();
    } finally {
      plot.pen.dispose();
    }
    return PalettePng.bytes(
        size.width(), size.height(), PreviewPalette.COLOURS, PreviewPalette.nearest(plot.image));
  }

  private void draw() {
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    pen.setColor(PreviewPalette.PAPER);
    pen.fillRect(0, 0, size.width(), size.height());
    if (size.hasText()) {
      drawTitle();
      drawWavelengths();
      drawFluxes();
    }
    drawSpectrum();
    pen.setStroke(new BasicStroke(1));
    pen.setColor(size.hasText() ? PreviewPalette.INK : PreviewPalette.GRID);
    pen.draw(area.box());
  }

  private void drawSpectrum() {
    pen.setClip(area.box());
    SpectrumTrace trace = new SpectrumTrace(spectrum, area);
    pen.setColor(PreviewPalette.BAND);
    for (Path2D band : trace.sigmaBand()) {
      pen.fill(band);
    }
    pen.setColor(PreviewPalette.LINE);
    pen.setStroke(new BasicStroke(LINE, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
    pen.draw(trace.flux());
    pen.setClip(null);
  }

  private void drawTitle() {
    double baseline = area.top() - GAP - 4;
    FontMetrics small = font(Font.PLAIN, TEXT_POINTS);
    String origin = cut(texts.origin(), small, area.width() / 2);
    double originWidth = small.stringWidth(origin);
    pen.setColor(PreviewPalette.INK);
    draw(origin, area.right() - originWidth, baseline);
    FontMetrics large = font(Font.BOLD, TITLE_POINTS);
    draw(cut(texts.title(), large, area.width() - originWidth - 2 * GAP), area.left(), baseline);
  }

  private void drawWavelengths() {
    FontMetrics metrics = font(Font.PLAIN, TEXT_POINTS);
    int atMost = Math.max(2, (int) (area.width() / NUMBER_WIDTH));
    for (Ticks.Tick tick : Ticks.within(area.firstAngstrom(), area.lastAngstrom(), atMost)) {
      double x = area.x(tick.value());
      gridLine(x, area.top(), x, area.bottom());
      tickMark(x, area.bottom(), x, area.bottom() - TICK);
      double width = metrics.stringWidth(tick.label());
      draw(tick.label(), x - width / 2, area.bottom() + metrics.getAscent() + 3);
    }
    String label = cut(texts.wavelength(), metrics, area.width());
    double start = area.left() + (area.width() - metrics.stringWidth(label)) / 2;
    draw(label, start, size.height() - metrics.getDescent() - 4.0);
  }

  private void drawFluxes() {
    FontMetrics metrics = font(Font.PLAIN, TEXT_POINTS);
    FluxRange range = area.flux();
    int exponent = exponent(Math.max(Math.abs(range.low()), Math.abs(range.high())));
    double factor = Math.pow(10, exponent);
    int atMost = Math.max(2, (int) (area.height() / NUMBER_HEIGHT));
    List<Ticks.Tick> ticks = Ticks.within(range.low() / factor, range.high() / factor, atMost);
    for (Ticks.Tick tick : ticks) {
      double y = area.y(tick.value() * factor);
      gridLine(area.left(), y, area.right(), y);
      tickMark(area.left(), y, area.left() + TICK, y);
      double width = metrics.stringWidth(tick.label());
      double middle = (metrics.getAscent() - metrics.getDescent()) / 2.0;
      draw(tick.label(), area.left() - width - GAP, y + middle);
    }
    drawUpwards(cut(texts.fluxLabel(exponent), metrics, size.height() - 2 * GAP), metrics);
  }

  private static int exponent(double largest) {
    int exponent = (int) Math.floor(Math.log10(largest));
    return exponent < SMALLEST_EXPONENT || exponent > LARGEST_EXPONENT ? exponent : 0;
  }

  private void drawUpwards(String text, FontMetrics metrics) {
    double half = metrics.stringWidth(text) / 2.0;
    double middle = area.top() + area.height() / 2;
    // Beside the axis, but wholly inside the picture.
    double start = Math.min(size.height() - (double) GAP, Math.max(2 * half + GAP, middle + half));
    AffineTransform upright = pen.getTransform();
    pen.translate(metrics.getAscent() + 3.0, start);
    pen.rotate(-Math.PI / 2);
    draw(text, 0, 0);
    pen.setTransform(upright);
  }

  private void gridLine(double x1, double y1, double x2, double y2) {
    line(x1, y1, x2, y2, PreviewPalette.GRID);
  }

  private void tickMark(double x1, double y1, double x2, double y2) {
    line(x1, y1, x2, y2, PreviewPalette.INK);
  }

  /** Through the middle of pixels, so that a line is one of them wide and not two half. */
  private void line(double x1, double y1, double x2, double y2, Color colour) {
    pen.setColor(colour);
    pen.setStroke(new BasicStroke(1));
    pen.draw(
        new Line2D.Double(
            Math.floor(x1) + 0.5,
            Math.floor(y1) + 0.5,
            Math.floor(x2) + 0.5,
            Math.floor(y2) + 0.5));
    pen.setColor(PreviewPalette.INK);
  }

  private FontMetrics font(int style, int points) {
    pen.setFont(new Font(Font.SANS_SERIF, style, points));
    return pen.getFontMetrics();
  }

  private void draw(String text, double x, double baseline) {
    pen.drawString(text, (float) x, (float) baseline);
  }

  /** The text, or as much of its beginning as there is room for, with an ellipsis. */
  private static String cut(String text, FontMetrics metrics, double room) {
    if (metrics.stringWidth(text) <= room) {
      return text;
    }
    int end = text.length();
    while (end > 0 && metrics.stringWidth(text.substring(0, end) + "…") > room) {
      end--;
    }
    return text.substring(0, end) + "…";
  }
}

package org.pawprint.datalink.preview;

import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.pawprint.core.spectrum.Spectrum;

/**
 * The lines of a spectrum in a picture. Where several pixels share a column of the picture, the
 * first, the extremes and the last of them are kept, so that a line looks as if all were drawn and
 * costs no more than the picture is wide. Pixels that are not shown break the lines.
 */
final class SpectrumTrace {
  private final Spectrum spectrum;
  private final PlotArea area;

  SpectrumTrace(Spectrum spectrum, PlotArea area) {
    this.spectrum = spectrum;
    this.area = area;
  }

  /** The flux as one path of as many pieces as there are runs of shown pixels. */
  Path2D flux() {
    Path2D path = new Path2D.Double();
    int pixel = 0;
    while (pixel < spectrum.length()) {
      if (FluxRange.isShown(spectrum, pixel)) {
        pixel = addRun(path, pixel);
      } else {
        pixel++;
      }
    }
    return path;
  }

  private int addRun(Path2D path, int first) {
    int end = first;
    boolean begun = false;
    while (end < spectrum.length() && FluxRange.isShown(spectrum, end)) {
      int next = endOfColumn(end);
      for (int pixel : kept(end, next)) {
        point(path, begun, x(pixel), area.y(spectrum.flux()[pixel]));
        begun = true;
      }
      end = next;
    }
    if (end == first + 1) {
      // A line of one point would not be seen.
      double half = Math.max(0.5, (x(end) - x(first)) / 2);
      double y = area.y(spectrum.flux()[first]);
      path.moveTo(x(first) - half, y);
      path.lineTo(x(first) + half, y);
    }
    return end;
  }

  private static void point(Path2D path, boolean begun, double x, double y) {
    if (begun) {
      path.lineTo(x, y);
    } else {
      path.moveTo(x, y);
    }
  }

  /** Where the shown pixels of the column of a pixel end. */
  private int endOfColumn(int first) {
    int column = column(first);
    int end = first + 1;
    while (end < spectrum.length() && FluxRange.isShown(spectrum, end) && column(end) == column) {
      end++;
    }
    return end;
  }

  private int column(int pixel) {
    return (int) Math.floor(x(pixel));
  }

  private double x(int pixel) {
    return area.x(spectrum.axis().angstrom(Math.min(pixel, spectrum.length() - 1)));
  }

  /** First, lowest, highest and last of some pixels, in their order, each once. */
  private int[] kept(int first, int end) {
    int lowest = first;
    int highest = first;
    for (int i = first; i < end; i++) {
      lowest = spectrum.flux()[i] < spectrum.flux()[lowest] ? i : lowest;
      highest = spectrum.flux()[i] > spectrum.flux()[highest] ? i : highest;
    }
    return IntStream.of(first, lowest, highest, end - 1).sorted().distinct().toArray();
  }

  /**
   * From one sigma below the flux to one above: an outline for each run of pixels with an error;
   * none where the spectrum has no errors.
   */
  List<Path2D> sigmaBand() {
    List<Path2D> bands = new ArrayList<>();
    float[] sigma = spectrum.sigma();
    if (sigma == null) {
      return bands;
    }
    Band band = new Band();
    int pixel = 0;
    while (pixel < spectrum.length()) {
      if (hasError(pixel, sigma)) {
        pixel = addColumn(band, pixel, sigma);
      } else {
        band.endInto(bands);
        pixel++;
      }
    }
    band.endInto(bands);
    return bands;
  }

  private boolean hasError(int pixel, float[] sigma) {
    return FluxRange.isShown(spectrum, pixel) && Float.isFinite(sigma[pixel]);
  }

  private int addColumn(Band band, int first, float[] sigma) {
    int column = column(first);
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    int end = first;
    while (end < spectrum.length() && hasError(end, sigma) && column(end) == column) {
      low = Math.min(low, spectrum.flux()[end] - sigma[end]);
      high = Math.max(high, spectrum.flux()[end] + sigma[end]);
      end++;
    }
    band.add((x(first) + x(end - 1)) / 2, area.y(low), area.y(high));
    return end;
  }

  /** An outline in the making: along the top, and back along the bottom. */
  private static final class Band {
    private @Nullable Path2D top;
    private final List<double[]> bottom = new ArrayList<>();

    void add(double x, double low, double high) {
      if (top == null) {
        top = new Path2D.Double();
        top.moveTo(x - 0.5, high);
        bottom.add(new double[] {x - 0.5, low});
      }
      top.lineTo(x + 0.5, high);
      bottom.add(new double[] {x + 0.5, low});
    }

    void endInto(List<Path2D> bands) {
      Path2D outline = top;
      if (outline == null) {
        return;
      }
      for (int i = bottom.size() - 1; i >= 0; i--) {
        outline.lineTo(bottom.get(i)[0], bottom.get(i)[1]);
      }
      outline.closePath();
      bands.add(outline);
      top = null;
      bottom.clear();
    }
  }
}

package org.pawprint.datalink.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.pawprint.core.obscore.ObsCoreRow;
import org.pawprint.core.spectrum.ErrorKind;
import org.pawprint.core.spectrum.LinearAxis;
import org.pawprint.core.spectrum.MaskBit;
import org.pawprint.core.spectrum.Medium;
import org.pawprint.core.spectrum.Spectrum;
import org.pawprint.core.spectrum.VelocityFrame;
import org.pawprint.datalink.SampleSpectra;

/**
 * Places are worked out by hand: in 800 by 400 pixels the axes run from 74 to 784 and from 352 up
 * to 34, in 160 by 80 from 2 to 158 and from 78 up to 2.
 */
class SpectrumPlotTest {
  private static final int PIXELS = 4001;

  /** The line, 0b3d91, and its smooth edges down to half of it on paper, 859ec8. */
  private static final IntPredicate DARK_BLUE = rgb -> rgb >> 16 <= 0x86;

  private static final IntPredicate LIGHT_BLUE = rgb -> rgb == 0xb3cdea;

  /** λ(p) = 4000 + p Å. */
  private static Spectrum spectrum(IntToDoubleFunction flux, @Nullable Double sigma, int... blank) {
    float[] values = new float[PIXELS];
    float[] errors = new float[PIXELS];
    byte[] mask = new byte[PIXELS];
    for (int i = 0; i < PIXELS; i++) {
      values[i] = (float) flux.applyAsDouble(i);
      errors[i] = sigma == null ? 0 : sigma.floatValue();
    }
    for (int pixel : blank) {
      values[pixel] = Float.NaN;
      errors[pixel] = Float.NaN;
      mask[pixel] = (byte) MaskBit.BLANK.bit();
    }
    return new Spectrum(
        new LinearAxis(1, 4000, 1, PIXELS),
        Medium.AIR,
        VelocityFrame.HELIOCENTRIC,
        values,
        sigma == null ? null : errors,
        mask,
        "count",
        sigma == null ? ErrorKind.NONE : ErrorKind.VARIANCE);
  }

  private static byte[] png(Spectrum spectrum, PreviewSize size) {
    ObsCoreRow row = SampleSpectra.row(spectrum, "o", "blue", 120, "SN 2026abc").build();
    return SpectrumPlot.png(row, spectrum, size);
  }

  private static BufferedImage image(Spectrum spectrum, PreviewSize size) throws Exception {
    return ImageIO.read(new ByteArrayInputStream(png(spectrum, size)));
  }

  /** Rows of a column, from the top, away from the axes and their ticks, have a colour. */
  private static int[] rows(BufferedImage image, int x, IntPredicate colour) {
    int[] rows = new int[image.getHeight()];
    int n = 0;
    int top = image.getHeight() == 400 ? 40 : 0;
    int bottom = image.getHeight() == 400 ? 345 : image.getHeight();
    for (int y = top; y < bottom; y++) {
      if (colour.test(image.getRGB(x, y) & 0xffffff)) {
        rows[n++] = y;
      }
    }
    return Arrays.copyOf(rows, n);
  }

  private static List<Integer> boxed(int[] rows) {
    return Arrays.stream(rows).boxed().toList();
  }

  /** 6000 Å is at 74 + 710 · 2000/4000 = 429; fluxes of 9.6 to 20.4 fill the height of 318. */
  @Test
  void aStepOfTheFluxIsAtItsWavelength() throws Exception {
    BufferedImage image = image(spectrum(i -> i < 2000 ? 10 : 20, null), new PreviewSize(800, 400));

    assertThat(boxed(rows(image, 426, DARK_BLUE))).isNotEmpty().isSubsetOf(339, 340, 341);
    assertThat(boxed(rows(image, 432, DARK_BLUE))).isNotEmpty().isSubsetOf(45, 46, 47);
    assertThat(rows(image, 428, DARK_BLUE).length + rows(image, 429, DARK_BLUE).length)
        .isGreaterThan(200);
  }

  /** 5000 to 5100 Å are the columns 251.5 to 269.25. */
  @Test
  void maskedPixelsAreLeftOut() throws Exception {
    int[] blank = IntStream.rangeClosed(1000, 1100).toArray();
    BufferedImage image = image(spectrum(i -> 10 + i % 2, 1.0, blank), new PreviewSize(800, 400));

    for (int x = 254; x <= 267; x++) {
      assertThat(rows(image, x, DARK_BLUE)).as("column %d", x).isEmpty();
      assertThat(rows(image, x, LIGHT_BLUE)).as("column %d", x).isEmpty();
    }
    assertThat(rows(image, 248, DARK_BLUE)).isNotEmpty();
    assertThat(rows(image, 273, DARK_BLUE)).isNotEmpty();
  }

  /** Flux 0 to 4000 fills 318 pixels with 4 % beyond either end, so σ 400 is 29.4 pixels. */
  @Test
  void oneSigmaAroundTheFluxIsLight() throws Exception {
    BufferedImage image = image(spectrum(i -> i, 400.0), new PreviewSize(800, 400));

    int[] band = rows(image, 400, LIGHT_BLUE);
    assertThat(band[band.length - 1] - band[0]).isBetween(57, 62);
    int[] line = rows(image, 400, DARK_BLUE);
    assertThat((line[0] + line[line.length - 1]) / 2.0 - (band[0] + band[band.length - 1]) / 2.0)
        .isBetween(-1.5, 1.5);
  }

  /** One pixel of 100,000 counts among fluxes of 10 and 11 must not flatten them. */
  @Test
  void aCosmicRayDoesNotSetTheScale() throws Exception {
    BufferedImage image =
        image(spectrum(i -> i == 3000 ? 1e5 : 10 + i / 4000.0, null), new PreviewSize(800, 400));

    int left = rows(image, 90, DARK_BLUE)[0];
    int right = rows(image, 770, DARK_BLUE)[0];
    assertThat(left - right).isGreaterThan(100);
  }

  /**
   * A line of one pixel in 4001 is seen in a picture of 156 columns: 6500 Å is at 2 + 156 · 0.625.
   */
  @Test
  void aNarrowLineIsKeptInASmallPicture() throws Exception {
    BufferedImage image =
        image(spectrum(i -> i == 2500 ? 12 : 10 + i % 10 / 5.0, null), PreviewSize.THUMBNAIL);

    int line = rows(image, 99, DARK_BLUE)[0];
    assertThat(line).isLessThan(rows(image, 95, DARK_BLUE)[0]);
  }

  @Test
  void everyPictureOfASizeIsAsLongAsTheSizeTells() {
    for (PreviewSize size :
        new PreviewSize[] {
          PreviewSize.PLOT,
          PreviewSize.THUMBNAIL,
          new PreviewSize(41, 21),
          new PreviewSize(1600, 1200)
        }) {
      assertThat(png(spectrum(i -> Math.sin(i / 50.0), 0.1), size)).hasSize((int) size.bytes());
      assertThat(png(SampleSpectra.red(), size)).hasSize((int) size.bytes());
    }
  }

  @Test
  void theSameSpectrumGivesTheSameBytes() {
    assertThat(png(SampleSpectra.blue(), PreviewSize.PLOT))
        .isEqualTo(png(SampleSpectra.blue(), PreviewSize.PLOT));
  }

  @Test
  void drawsTheFrameOfASpectrumWithoutAnyFlux() throws Exception {
    int[] all = IntStream.range(0, PIXELS).toArray();

    BufferedImage image = image(spectrum(i -> 1, 1.0, all), PreviewSize.PLOT);

    for (int x = 82; x < 780; x++) {
      assertThat(rows(image, x, DARK_BLUE)).isEmpty();
    }
    assertThat(image.getRGB(400, 352) & 0xffffff).isNotEqualTo(0xffffff);
  }
}

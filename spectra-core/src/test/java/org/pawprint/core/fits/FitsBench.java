package org.pawprint.core.fits;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import nom.tam.fits.BinaryTableHDU;
import nom.tam.fits.Fits;
import nom.tam.fits.FitsException;
import org.pawprint.core.obscore.ObsCoreRow;
import org.pawprint.core.spectrum.LinearAxis;
import org.pawprint.core.spectrum.Medium;
import org.pawprint.core.spectrum.Spectrum;

/**
 * Times behind docs/decisions/0003: reading a frame of 400 fibres and 2048 pixels with VARIANCE and
 * FIBRES, here and in nom-tam-fits, and rendering products. Prints the median and the best of many
 * rounds after a warm-up, in processor time of the thread, which other load disturbs least.
 */
public final class FitsBench {
  private static final int FIBRES = 400;
  private static final int PIXELS = 2048;
  private static final int ROUNDS = 200;

  private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

  private FitsBench() {}

  /** One measured action; gives a number so that nothing is optimised away. */
  private interface Action {
    double run() throws IOException, FitsException;
  }

  /** No arguments. */
  public static void main(String[] arguments) throws IOException, FitsException {
    Path frame = Files.createTempFile("pawprint-bench", ".fits");
    try {
      Files.write(frame, frame());
      time("FitsFile, frame", () -> read(frame));
      time("nom-tam-fits, frame", () -> readByNomTam(frame));
      Spectrum spectrum =
          SampleProduct.spectrum(
              new LinearAxis(1024, 5000, 1, PIXELS), Medium.AIR, true, SampleProduct.PHYSICAL);
      ObsCoreRow row = SampleProduct.row().build();
      time(
          "1000 products",
          () -> {
            double bytes = 0;
            for (int i = 0; i < 1000; i++) {
              bytes += SimplifiedFits.render(row, spectrum, SampleProduct.INFO).length;
            }
            return bytes;
          });
    } finally {
      Files.delete(frame);
    }
  }

  private static void time(String what, Action action) throws IOException, FitsException {
    double[] millis = new double[ROUNDS];
    double sum = 0;
    int rounds = what.startsWith("1000") ? 10 : ROUNDS;
    for (int i = -rounds / 2; i < rounds; i++) {
      long start = CPU.getCurrentThreadCpuTime();
      sum += action.run();
      millis[Math.max(0, i)] = (CPU.getCurrentThreadCpuTime() - start) / 1e6;
    }
    Arrays.sort(millis, 0, rounds);
    System.out.printf(
        "%-22s median %8.2f ms  best %8.2f ms  (%.6g)%n", what, millis[rounds / 2], millis[0], sum);
  }

  private static double read(Path frame) throws IOException {
    double sum = 0;
    try (FitsFile file = FitsFile.open(frame)) {
      FitsHdu variance = file.hdu("VARIANCE").orElseThrow();
      FitsTable fibres = file.hdu("FIBRES").orElseThrow().table();
      for (int i = 0; i < FIBRES; i++) {
        sum += file.primary().floatRow(i)[7] + variance.floatRow(i)[7];
        sum += fibres.text("NAME", i).orElse("").length();
        sum += fibres.number("RA", i).orElse(0);
      }
    }
    return sum;
  }

  private static double readByNomTam(Path frame) throws IOException, FitsException {
    double sum = 0;
    try (Fits file = new Fits(frame.toFile())) {
      file.read();
      float[][] flux = (float[][]) file.getHDU(0).getKernel();
      float[][] variance = (float[][]) file.getHDU("VARIANCE").getKernel();
      BinaryTableHDU fibres = (BinaryTableHDU) file.getHDU("FIBRES");
      for (int i = 0; i < FIBRES; i++) {
        sum += flux[i][7] + variance[i][7];
        sum += ((String) fibres.getElement(i, 0)).strip().length();
        sum += ((double[]) fibres.getElement(i, 1))[0];
      }
    }
    return sum;
  }

  private static byte[] frame() {
    float[] pixels = new float[FIBRES * PIXELS];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = i % 1000;
    }
    int rowBytes = 80 + 8 + 80;
    FitsCards table =
        FitsCards.table("FIBRES", rowBytes, FIBRES, 3)
            .column(1, "NAME", "80A", "")
            .column(2, "RA", "1D", "rad")
            .column(3, "COMMENT", "80A", "");
    return new FitsOutput(8_000_000)
        .hdu(headerOfA2dfdrFrame(), pixels)
        .hdu(FitsCards.image("VARIANCE", -32, PIXELS, FIBRES), pixels)
        .hdu(table, rowBytes * FIBRES, FitsBench::fibres)
        .toBytes();
  }

  /** As many cards as real frames have, about 250. */
  private static FitsCards headerOfA2dfdrFrame() {
    FitsCards cards = FitsCards.primary(-32, PIXELS, FIBRES);
    for (int i = 0; i < 250; i++) {
      cards.real("KEY" + i, i + 0.5, "some keyword of the instrument");
    }
    return cards;
  }

  private static void fibres(ByteBuffer out) {
    for (int i = 0; i < FIBRES; i++) {
      out.put("%-80s".formatted("Object" + i).getBytes(StandardCharsets.US_ASCII));
      out.putDouble(i / 400.0);
      out.put("%-80s".formatted("r_mag=17").getBytes(StandardCharsets.US_ASCII));
    }
  }
}

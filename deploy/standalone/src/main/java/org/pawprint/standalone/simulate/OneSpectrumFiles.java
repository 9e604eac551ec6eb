package org.pawprint.standalone.simulate;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.LongConsumer;
import org.pawprint.core.fits.FitsCards;
import org.pawprint.core.fits.FitsChecksum;

/**
 * Seeded files of one spectrum each, as a survey's release has them: flux and variance of 4,000
 * pixels and a fibre table of one row, in the layout of a 2dfdr frame cut to one fibre. About 50 kB
 * a file, a thousand files a folder.
 */
public final class OneSpectrumFiles {
  public static final int PIXELS = 4000;
  private static final int BLOCK = 2880;
  private static final int FOLDER = 1000;
  private static final int NAME_BYTES = 20;
  private static final int ROW_BYTES = NAME_BYTES + 8 + 8 + 1 + 4;

  private final Path root;
  private final long seed;

  public OneSpectrumFiles(Path root, long seed) {
    this.root = root;
    this.seed = seed;
  }

  public Path root() {
    return root;
  }

  /** Name of the target of a file. */
  public String target(int number) {
    return String.format(Locale.ROOT, "BENCH%d-%07d", seed, number);
  }

  /** Where a file is. */
  public Path file(int number) {
    return root.resolve(String.format(Locale.ROOT, "%04d", number / FOLDER))
        .resolve(String.format(Locale.ROOT, "spectrum-%07d.fits", number));
  }

  /**
   * Writes so many files.
   *
   * @param done receives how many are written
   * @return bytes in all
   */
  public long write(int count, LongConsumer done) throws IOException {
    long bytes = 0;
    for (int i = 0; i < count; i++) {
      Path file = file(i);
      if (i % FOLDER == 0) {
        Files.createDirectories(file.resolveSibling("").normalize());
      }
      try (OutputStream out = Files.newOutputStream(file)) {
        bytes += write(i, SeededNoise.of(seed, i), out);
      }
      done.accept(i + 1);
    }
    return bytes;
  }

  private long write(int number, SeededNoise noise, OutputStream out) throws IOException {
    ByteBuffer flux = block(4 * PIXELS);
    ByteBuffer variance = block(4 * PIXELS);
    float level = (float) noise.uniform(50, 250);
    float sigma = (float) Math.sqrt(20 + level / 10);
    for (int i = 0; i < PIXELS; i++) {
      flux.putFloat(level + sigma * noise.gaussian());
      variance.putFloat(sigma * sigma);
    }
    long bytes = write(primary(number), flux, out);
    bytes += write(FitsCards.image("VARIANCE", -32, PIXELS, 1), variance, out);
    return bytes + write(fibreCards(), fibre(number, noise), out);
  }

  private FitsCards primary(int number) {
    // Two seeds are two years, so that their exposures are not the same.
    int day = number / 10_000;
    return FitsCards.primary(-32, PIXELS, 1)
        .text("TELESCOP", "Anglo-Australian Telescope", "")
        .text("INSTRUME", "AAOMEGA-2dF", "")
        .text("NDFCLASS", "MFOBJECT", "")
        .text("OBJECT", "BENCH", "")
        .text("SPECTID", "RD", "")
        .text(
            "UTDATE",
            String.format(
                Locale.ROOT,
                "%04d:%02d:%02d",
                1990 + (int) Math.floorMod(seed, 30L) + day / 336,
                1 + day / 28 % 12,
                1 + day % 28),
            "")
        .text("UTSTART", "10:00:00", "")
        .text("UTEND", "10:30:00", "")
        .integer("RUN", number % 10_000, "")
        .real("EXPOSED", 1800, "")
        .text("CTYPE1", "Wavelength", "")
        .text("CUNIT1", "Angstroms", "")
        .real("CRVAL1", 7000, "")
        .real("CDELT1", 0.9, "")
        .real("CRPIX1", 2000.5, "")
        .text("TDFDRVER", "8.03", "");
  }

  private static FitsCards fibreCards() {
    return FitsCards.table("FIBRES", ROW_BYTES, 1, 5)
        .column(1, "NAME", NAME_BYTES + "A", "")
        .column(2, "RA", "1D", "")
        .column(3, "DEC", "1D", "")
        .column(4, "TYPE", "1A", "")
        .column(5, "PIVOT", "1J", "");
  }

  private ByteBuffer fibre(int number, SeededNoise noise) {
    ByteBuffer row = block(ROW_BYTES);
    byte[] name = target(number).getBytes(StandardCharsets.US_ASCII);
    row.put(name, 0, Math.min(name.length, NAME_BYTES)).position(NAME_BYTES);
    row.putDouble(2 * Math.PI * noise.uniform());
    row.putDouble(Math.asin(2 * noise.uniform() - 1));
    return row.put((byte) 'P').putInt(1);
  }

  /** Room for so many bytes, filled up to whole blocks. */
  private static ByteBuffer block(int bytes) {
    return ByteBuffer.allocate((bytes + BLOCK - 1) / BLOCK * BLOCK);
  }

  private static long write(FitsCards cards, ByteBuffer data, OutputStream out) throws IOException {
    data.clear();
    byte[] header = cards.toBlocks(FitsChecksum.of(data.duplicate()));
    out.write(header);
    out.write(data.array());
    return header.length + data.capacity();
  }
}

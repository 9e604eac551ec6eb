package org.pawprint.core.fits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Expected numbers are astropy's, see PROVENANCE.md beside the files; those of the 2QZ file are
 * BZERO + BSCALE · stored in double precision, because astropy scales int16 in single precision.
 */
class FitsFileTest {

  @Test
  void readsScaledIntegersWithBlanksAsNan() {
    try (FitsFile file = Sample.open("2qz.fit")) {
      FitsHdu flux = file.primary();
      float[] values = flux.floats(0, 1024);

      assertThat(flux.shape()).containsExactly(1024);
      assertThat(flux.bitpix()).isEqualTo(16);
      assertThat(values[0]).isEqualTo(9.653036713615649f);
      assertThat(values[500]).isEqualTo(145.84823334217748f);
      assertThat(values[1023]).isNaN();
      assertThat(nans(values)).isEqualTo(4);
      assertThat(file.hdu("badpix").orElseThrow().doubles(0, 1024)).contains(255.0, 0.0);
    }
  }

  @Test
  void readsFloatRowsOfA2dfdrFrame() {
    try (FitsFile file = Sample.open("marz-linear.fits")) {
      float[] flux = file.primary().floatRow(0);
      float[] variance = file.hdu("VARIANCE").orElseThrow().floatRow(0);

      assertThat(file.hdus())
          .extracting(FitsHdu::name)
          .containsExactly("PRIMARY", "VARIANCE", "SKY", "FIBRES");
      assertThat(file.hdus())
          .extracting(FitsHdu::kind)
          .containsExactly(HduKind.PRIMARY, HduKind.IMAGE, HduKind.IMAGE, HduKind.BINTABLE);
      assertThat(flux[0]).isEqualTo(-32.20356369018555f);
      assertThat(flux[500]).isEqualTo(51.172340393066406f);
      assertThat(nans(flux)).isEqualTo(37);
      assertThat(sum(variance)).isCloseTo(2098856.3322508335, within(1e-3));
    }
  }

  @Test
  void readsPartsOfARow() {
    try (FitsFile file = Sample.open("marz-linear.fits")) {
      assertThat(file.primary().floats(500, 1)).containsExactly(51.172340393066406f);
      assertThat(file.primary().doubles(500, 1)).containsExactly(51.172340393066406);
      assertThat(file.primary().floats(5037, 0)).isEmpty();
    }
  }

  @Test
  void readsTheFibreTable() {
    try (FitsFile file = Sample.open("marz-linear.fits")) {
      FitsTable fibres = file.hdu("FIBRES").orElseThrow().table();

      assertThat(fibres.rows()).isEqualTo(1);
      assertThat(fibres.columns()).hasSize(17);
      assertThat(fibres.text("name", 0)).contains("D0221394-2854323");
      assertThat(fibres.number("RA", 0)).hasValue(0.6180956282346627);
      assertThat(fibres.integer("X", 0)).hasValue(-37494);
      assertThat(fibres.integer("XERR", 0)).hasValue(-11);
      assertThat(fibres.text("TYPE", 0)).contains("P");
      assertThat(fibres.text("COMMENT", 0)).contains("DIRECTPHOT");
      assertThat(fibres.integer("RETRACTOR", 0)).hasValue(9);
      assertThat(fibres.doubles("WLEN", 0)).containsExactly(650.0);
    }
  }

  @Test
  void readsAnAsciiTable() {
    try (FitsFile file = Sample.open("6dfgs-table.fits")) {
      FitsTable spectrum = file.hdu("spectrum").orElseThrow().table();

      assertThat(file.primary().shape()).isEmpty();
      assertThat(spectrum.rows()).isEqualTo(2899);
      assertThat(spectrum.number("WAVE", 0)).hasValue(4036.8);
      assertThat(spectrum.number("FLUX", 0)).hasValue(-1989.5);
      assertThat(spectrum.number("WAVE", 2898)).hasValue(8508.4);
      assertThat(spectrum.floats("FLUX", 2898)).containsExactly(464.02f);
    }
  }

  @Test
  void readsATableWithoutExtname() {
    try (FitsFile file = Sample.open("wigglez.fit")) {
      FitsTable redshift = file.hdu(2).table();

      assertThat(file.hdu(2).name()).isEmpty();
      assertThat(redshift.text("sdss_id", 0)).contains("588848901000921344");
      assertThat(redshift.integer("sdss_id", 0)).hasValue(588848901000921344L);
      assertThat(redshift.number("ra", 0)).hasValue(213.1597083333);
      assertThat(redshift.number("redshift", 0).orElseThrow()).isCloseTo(0.37301, within(1e-7));
    }
  }

  @Test
  void readsHeaderCardsOfRealFiles() {
    try (FitsFile file = Sample.open("2qz.fit")) {
      FitsHeader header = file.primary().header();

      assertThat(header.text("DATE-OBS")).contains("2000:05:09");
      assertThat(header.number("CRVAL1")).isEqualTo(OptionalDouble.of(5814.5371094));
      assertThat(header.number("PROB")).isEqualTo(OptionalDouble.of(0));
      assertThat(header.integer("PIVOT")).hasValue(205);
      assertThat(header.logical("EXTEND")).contains(true);
      assertThat(header.history()).containsExactly("The following keywords were added by GAMA.");
      assertThat(header.cards()).hasSize(85).allMatch(card -> card.length() == 80);
    }
  }

  @Test
  void expandsGzip() {
    byte[] plain = Sample.bytes("marz-linear.fits");
    try (FitsFile file = FitsFile.of(Sample.gzip(plain))) {
      assertThat(file.size()).isEqualTo(plain.length);
      assertThat(file.primary().floats(500, 1)).containsExactly(51.172340393066406f);
    }
  }

  @Test
  void expandsLargeGzipOutsideTheHeap(@TempDir Path folder) throws IOException {
    // Bytes as unlike as measured ones: what shrinks a hundred times is taken for a bomb.
    byte[] pixels = new byte[20_000_000];
    new SplittableRandom(3).nextBytes(pixels);
    ByteBuffer.wrap(pixels).putFloat(4 * 4_999_999, 2.5f);
    byte[] large =
        Sample.join(
            Sample.header("SIMPLE  = T", "BITPIX  = -32", "NAXIS   = 1", "NAXIS1  = 5000000"),
            Sample.padded(pixels));
    Path path = folder.resolve("large.fits.gz");
    Files.write(path, Sample.gzip(large));

    try (FitsFile file = FitsFile.open(path)) {
      assertThat(file.size()).isEqualTo(large.length);
      assertThat(file.primary().floats(4_999_999, 1)).containsExactly(2.5f);
    }
  }

  /**
   * A sparse file; pixel 268434736 begins at byte 2^30, where the first piece of the mapping ends.
   */
  @Test
  void readsAcrossPiecesOfALargeFile(@TempDir Path folder) throws IOException {
    Path path = folder.resolve("large.fits");
    long border = 1L << 30;
    byte[] header =
        Sample.header("SIMPLE  = T", "BITPIX  = -32", "NAXIS   = 1", "NAXIS1  = 300000000");
    try (FileChannel channel =
        FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(header), 0);
      channel.write(ByteBuffer.allocate(8).putFloat(1.5f).putFloat(2.5f).flip(), border - 4);
      channel.write(ByteBuffer.allocate(4), 2880 + 4 * 300_000_000L - 4);
    }
    try (FitsFile file = FitsFile.open(path)) {
      assertThat(file.primary().floats(268_434_734, 4)).containsExactly(0, 1.5f, 2.5f, 0);
      assertThat(file.primary().floats(268_434_736, 1)).containsExactly(2.5f);
    }
  }

  @Test
  void readsFromAChannelThatIsClosedAfterwards(@TempDir Path folder) throws IOException {
    Path path = folder.resolve("frame.fits");
    Files.write(path, Sample.bytes("2qz.fit"));
    FitsFile file;
    try (FileChannel channel = FileChannel.open(path)) {
      file = FitsFile.open(channel, "frame.fits");
    }
    assertThat(file.primary().floats(0, 1)).containsExactly(9.653036713615649f);
  }

  @Test
  void acceptsMissingPaddingAtTheEnd() {
    byte[] data = Sample.shorts(1, 2, 3);
    byte[] header = Sample.header("SIMPLE  = T", "BITPIX  = 16", "NAXIS   = 1", "NAXIS1  = 3");
    try (FitsFile file = FitsFile.of(Sample.join(header, data))) {
      assertThat(file.primary().floats(0, 3)).containsExactly(1f, 2f, 3f);
      assertThat(file.trailingBytes()).isZero();
    }
  }

  @Test
  void countsBytesAfterTheLastHdu() {
    byte[] header = Sample.header("SIMPLE  = T", "BITPIX  = 16", "NAXIS   = 0");
    assertThat(FitsFile.of(Sample.join(header, new byte[5000])).trailingBytes()).isEqualTo(5000);
  }

  private static long nans(float[] values) {
    int count = 0;
    for (float value : values) {
      count += Float.isNaN(value) ? 1 : 0;
    }
    return count;
  }

  private static double sum(float[] values) {
    double[] wide = new double[values.length];
    Arrays.setAll(wide, i -> Float.isNaN(values[i]) ? 0 : values[i]);
    return Arrays.stream(wide).sum();
  }
}

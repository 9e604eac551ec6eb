package org.pawprint.core.fits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the bytes say, the reader answers with {@link UnreadableFits} and nothing else. */
class HostileFitsTest {
  private static final String SIMPLE = "SIMPLE  =                    T";
  private static final String TABLE = "XTENSION= 'BINTABLE'";

  static Stream<Arguments> refusedWhenOpened() {
    return Stream.of(
        refused("an empty file", "SIMPLE", new byte[0]),
        refused("something else", "SIMPLE", "<html>no FITS</html>".getBytes()),
        refused("SIMPLE = F", "SIMPLE", primary("SIMPLE  = F", "BITPIX = 8", "NAXIS   = 0")),
        refused("no BITPIX", "BITPIX", primary(SIMPLE, "NAXIS   = 0")),
        refused("BITPIX 17", "BITPIX", primary(SIMPLE, "BITPIX  = 17", "NAXIS   = 0")),
        refused("BITPIX of text", "BITPIX", primary(SIMPLE, "BITPIX  = 'eight'", "NAXIS   = 0")),
        refused("no NAXIS", "NAXIS", primary(SIMPLE, "BITPIX  = 8")),
        refused("NAXIS -1", "NAXIS", primary(SIMPLE, "BITPIX  = 8", "NAXIS   = -1")),
        refused("NAXIS 999 alone", "NAXIS1", primary(SIMPLE, "BITPIX  = 8", "NAXIS   = 999")),
        refused("NAXIS 1000", "NAXIS", primary(SIMPLE, "BITPIX  = 8", "NAXIS   = 1000")),
        refused("NAXIS1 -5", "NAXIS1", image("-5")),
        refused("NAXIS1 beyond 64 bits", "NAXIS1", image("99999999999999999999999")),
        refused("NAXIS1 NaN", "NAXIS1", image("NaN")),
        refused("NAXIS1 beyond the file", "", image("1000000")),
        refused(
            "axes whose product overflows",
            "NAXIS",
            primary(
                SIMPLE,
                "BITPIX  = -64",
                "NAXIS   = 3",
                "NAXIS1  = 4294967296",
                "NAXIS2  = 4294967296",
                "NAXIS3  = 4294967296")),
        refused("PCOUNT huge", "NAXIS", extension("PCOUNT  = 9223372036854775807")),
        refused("PCOUNT negative", "PCOUNT", extension("PCOUNT  = -2880")),
        refused("PCOUNT beyond the file", "", extension("PCOUNT  = 4000000000")),
        refused("GCOUNT huge", "NAXIS", extension("GCOUNT  = 9223372036854775807")),
        refused("GCOUNT zero", "GCOUNT", extension("GCOUNT  = 0")),
        refused("GCOUNT negative", "GCOUNT", extension("GCOUNT  = -1")),
        refused("no END", "END", Arrays.copyOf(image("0"), 160)),
        refused("only the word SIMPLE", "END", "SIMPLE  ".getBytes()),
        refused("truncated data", "", cut("2qz.fit", 10_000)),
        refused("truncated in the last HDU", "", cut("marz-linear.fits", 89_400)),
        refused("gzip of nothing", "", Sample.gzip(new byte[0])),
        refused("gzip of something else", "", Sample.gzip(new byte[100_000])),
        refused("gzip cut short", "", Arrays.copyOf(Sample.gzip(Sample.bytes("2qz.fit")), 5000)),
        refused("gzip magic alone", "", new byte[] {0x1f, (byte) 0x8b}));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void refusedWhenOpened(String what, String keyword, byte[] content) {
    assertThatExceptionOfType(UnreadableFits.class)
        .isThrownBy(() -> FitsFile.of(content))
        .satisfies(e -> assertThat(e.keyword()).isEqualTo(keyword))
        .withMessageStartingWith("memory: ")
        .withMessageContaining("found ")
        .withMessageContaining("expected ");
  }

  static Stream<Arguments> refusedWhenRead() {
    return Stream.of(
        Arguments.of("BITPIX 16 in a table", table("BITPIX  = 16", "8", "TFORM1  = '8A'")),
        Arguments.of("TFIELDS huge", table("TFIELDS = 2000000000", "8", "TFORM1  = '8A'")),
        Arguments.of("a column missing", table("TFIELDS = 2", "8", "TFORM1  = '8A'")),
        Arguments.of("TFORM of nonsense", table("TFIELDS = 1", "8", "TFORM1  = 'Z'")),
        Arguments.of("TFORM beyond the row", table("TFIELDS = 1", "8", "TFORM1  = '9999999999D'")),
        Arguments.of(
            "TFORM of 20 digits", table("TFIELDS = 1", "8", "TFORM1  = '99999999999999999999D'")),
        Arguments.of("THEAP outside", table("THEAP   = 99999999", "8", "TFORM1  = '8A'")),
        Arguments.of("TSCAL of text", table("TSCAL1  = 'x'", "8", "TFORM1  = '8A'")),
        Arguments.of(
            "a descriptor outside the heap", table("TFIELDS = 1", "8", "TFORM1  = '1PE(5)'")),
        Arguments.of("a wide descriptor outside", table("TFIELDS = 1", "16", "TFORM1  = '1QD'")));
  }

  /** The rows hold bytes 0x7f, so that descriptors ask for about 2^31 or 2^63 elements. */
  @ParameterizedTest(name = "{0}")
  @MethodSource
  void refusedWhenRead(String what, byte[] content) {
    FitsFile file = FitsFile.of(content);
    assertThatExceptionOfType(UnreadableFits.class)
        .isThrownBy(() -> file.hdu(1).table().doubles("A", 0))
        .withMessageStartingWith("memory: HDU 1");
  }

  @Test
  void refusesGzipBeyondTheLimit() {
    byte[] noise = new byte[20_000_000];
    new SplittableRandom(3).nextBytes(noise);
    byte[] start = image("20000000");
    System.arraycopy(start, 0, noise, 0, start.length);
    byte[] packed = Sample.gzip(noise);
    for (long limit : new long[] {100_000, 18_000_000}) {
      assertThatExceptionOfType(UnreadableFits.class)
          .isThrownBy(() -> FitsFile.of(packed, "large.gz", new FitsLimits(limit, 10, 100)))
          .withMessageContaining("more than " + limit + " bytes");
    }
  }

  /** Deflate makes 1,032 bytes of one at best; no measured numbers come near. */
  @Test
  void refusesAGzipBombWithoutExpandingItAll() {
    byte[] zeros = new byte[30_000_000];
    byte[] start = image("30000000");
    System.arraycopy(start, 0, zeros, 0, start.length);

    assertThatExceptionOfType(UnreadableFits.class)
        .isThrownBy(() -> FitsFile.of(Sample.gzip(zeros), "bomb.gz", FitsLimits.DEFAULT))
        .withMessageContaining("at most 100 times the size beyond 16 MiB");
  }

  @Test
  void saysWhatWouldBeRightInPrintableAscii() {
    UnreadableFits fault = new UnreadableFits("a.fits", "", "CRVAL1", "x", "5000 \u00c5\u2026\n");

    assertThat(fault.getMessage()).endsWith("expected 5000 ???");
    assertThat(fault.expected()).isEqualTo("5000 ???");
  }

  @Test
  void refusesMoreHdusThanAllowed() {
    byte[] empty = Sample.header("XTENSION= 'IMAGE'", "BITPIX  = 8", "NAXIS   = 0");
    byte[] content = Sample.join(image("0"), empty, empty, empty);

    assertThat(FitsFile.of(content).hdus()).hasSize(4);
    assertThatExceptionOfType(UnreadableFits.class)
        .isThrownBy(() -> FitsFile.of(content, "many", new FitsLimits(1 << 20, 3, 100)))
        .withMessageContaining("more than 3 HDUs");
  }

  @Test
  void refusesMoreCardsThanAllowed() {
    byte[] content = Sample.bytes("marz-linear.fits");
    assertThatExceptionOfType(UnreadableFits.class)
        .isThrownBy(() -> FitsFile.of(content, "many", new FitsLimits(1 << 20, 100, 100)))
        .satisfies(e -> assertThat(e.keyword()).isEqualTo("END"));
  }

  @Test
  void keepsControlAndOtherCharactersOutOfTextAndMessages() {
    byte[] content =
        Sample.join(
            Sample.header(
                SIMPLE, "BITPIX  = 8", "NAXIS   = 0", "OBJECT  = 'caf\u00e9\u0000\u0007'"),
            Sample.header("XTENSION= 'IM\u001b[2JE'", "BITPIX  = '\u00ff'", "NAXIS   = 0"));
    assertThatExceptionOfType(UnreadableFits.class)
        .isThrownBy(() -> FitsFile.of(content))
        .satisfies(e -> assertThat(e.getMessage()).matches("[ -~]*"));
    assertThat(FitsFile.of(Arrays.copyOf(content, 2880)).primary().header().text("OBJECT"))
        .contains("caf???");
  }

  @Test
  void treatsNotANumberInWcsCardsAsAbsent() {
    FitsHeader header =
        FitsFile.of(
                primary(
                    SIMPLE,
                    "BITPIX  = 8",
                    "NAXIS   = 0",
                    "CRVAL1  = NaN",
                    "CDELT1  = 1E999",
                    "CRPIX1  = Infinity",
                    "CD1_1   = 0x1p3"))
            .primary()
            .header();
    for (String key : new String[] {"CRVAL1", "CDELT1", "CRPIX1", "CD1_1"}) {
      assertThat(header.number(key)).isEmpty();
      assertThatExceptionOfType(UnreadableFits.class)
          .isThrownBy(() -> header.requiredNumber(key))
          .satisfies(e -> assertThat(e.keyword()).isEqualTo(key));
    }
  }

  @Test
  void refusesPixelsAndRowsThatAreNotThere() {
    FitsFile file = Sample.open("marz-linear.fits");
    FitsHdu image = file.primary();
    FitsHdu table = file.hdu(3);
    Stream.<org.assertj.core.api.ThrowableAssert.ThrowingCallable>of(
            () -> image.floats(0, 5038),
            () -> image.floats(-1, 2),
            () -> image.floats(Long.MAX_VALUE, 1),
            () -> image.doubles(5037, 1),
            () -> image.floatRow(1),
            () -> image.floatRow(-1),
            image::table,
            () -> table.floats(0, 1),
            () -> table.table().text("NAME", 1),
            () -> table.table().text("NAME", -1),
            () -> table.table().text("NO_SUCH", 0),
            () -> table.table().doubles("NAME", 0),
            () -> file.hdu(99))
        .forEach(call -> assertThatExceptionOfType(UnreadableFits.class).isThrownBy(call::call));
  }

  /**
   * 3,000 damaged copies of each sample, seed 20261122; every call on them ends one way or the
   * other.
   */
  @ParameterizedTest
  @org.junit.jupiter.params.provider.ValueSource(
      strings = {"2qz.fit", "6dfgs-table.fits", "marz-linear.fits", "wigglez.fit"})
  void damagedFilesAreReadOrRefused(String name) {
    byte[] original = Sample.bytes(name);
    Random random = new Random(20261122);
    int refused = 0;
    for (int i = 0; i < 3000; i++) {
      byte[] damaged = Arrays.copyOf(original, damagedLength(original, random));
      for (int hits = random.nextInt(8); hits >= 0; hits--) {
        int at = random.nextInt(Math.min(damaged.length, 20_000));
        damaged[at] = (byte) (random.nextBoolean() ? '0' + random.nextInt(10) : random.nextInt());
      }
      try (FitsFile file = FitsFile.of(damaged, name, FitsLimits.DEFAULT)) {
        file.hdus().forEach(HostileFitsTest::readAll);
      } catch (UnreadableFits e) {
        refused++;
        assertThat(e.getMessage()).startsWith(name).matches("[ -~]*");
      }
    }
    assertThat(refused).isPositive();
  }

  private static int damagedLength(byte[] original, Random random) {
    return random.nextInt(4) == 0 ? 1 + random.nextInt(original.length) : original.length;
  }

  private static void readAll(FitsHdu hdu) {
    hdu.header().cards();
    hdu.header().history();
    hdu.header().number("CRVAL1");
    if (hdu.kind() == HduKind.BINTABLE || hdu.kind() == HduKind.TABLE) {
      FitsTable table = hdu.table();
      for (FitsColumn column : table.columns()) {
        for (int row = 0; row < Math.min(3, table.rows()); row++) {
          table.text(column.name(), row);
          table.number(column.name(), row);
          table.integer(column.name(), row);
        }
      }
    } else if (hdu.kind() != HduKind.OTHER) {
      hdu.floats(0, (int) Math.min(10_000, hdu.elements()));
      hdu.doubles(0, (int) Math.min(10_000, hdu.elements()));
    }
  }

  private static Arguments refused(String what, String keyword, byte[] content) {
    return Arguments.of(what, keyword, content);
  }

  private static byte[] primary(String... cards) {
    return Sample.header(cards);
  }

  private static byte[] image(String naxis1) {
    return primary(SIMPLE, "BITPIX  = 8", "NAXIS   = 1", "NAXIS1  = " + naxis1);
  }

  private static byte[] extension(String card) {
    return Sample.join(
        image("0"),
        Sample.header("XTENSION= 'IMAGE   '", "BITPIX  = 16", "NAXIS   = 1", "NAXIS1  = 2", card),
        new byte[2880]);
  }

  private static byte[] table(String first, String naxis1, String form) {
    byte[] rows = new byte[2880];
    Arrays.fill(rows, (byte) 0x7f);
    return Sample.join(
        image("0"),
        Sample.header(
            TABLE,
            first,
            "BITPIX  = 8",
            "NAXIS   = 2",
            "NAXIS1  = " + naxis1,
            "NAXIS2  = 1",
            "PCOUNT  = 0",
            "GCOUNT  = 1",
            "TFIELDS = 1",
            "TTYPE1  = 'A'",
            form),
        rows);
  }

  private static byte[] cut(String name, int length) {
    return Arrays.copyOf(Sample.bytes(name), length);
  }
}

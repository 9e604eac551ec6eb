package org.pawprint.core.fits;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Cell types of FITS 4.0 tables 15 and 18, with scaling, nulls and arrays. */
class FitsTableTest {

  @Test
  void readsEveryTypeOfABinaryTable() {
    FitsTable table =
        binary(
            ByteBuffer.allocate(66)
                .put((byte) 'T')
                .put((byte) 200)
                .putShort((short) -3)
                .putInt(70_000)
                .putLong(1L << 60)
                .put("ab\0zzz".getBytes(StandardCharsets.US_ASCII))
                .putFloat(1.5f)
                .putFloat(Float.NaN)
                .putDouble(-2.25)
                .putFloat(3)
                .putFloat(4)
                .putDouble(5)
                .putDouble(6)
                .putShort((short) 0b1010_0000_0000_0000),
            "L",
            "1B",
            "1I",
            "J",
            "1K",
            "6A",
            "2E",
            "1D",
            "1C",
            "1M",
            "12X");

    assertThat(table.text("c1", 0)).contains("T");
    assertThat(table.number("C1", 0)).hasValue(1);
    assertThat(table.integer("C2", 0)).hasValue(200);
    assertThat(table.integer("C3", 0)).hasValue(-3);
    assertThat(table.text("C4", 0)).contains("70000");
    assertThat(table.integer("C5", 0)).hasValue(1L << 60);
    assertThat(table.text("C6", 0)).contains("ab");
    assertThat(table.floats("C7", 0)).containsExactly(1.5f, Float.NaN);
    assertThat(table.doubles("C7", 0)).containsExactly(1.5, Double.NaN);
    assertThat(table.number("C8", 0)).hasValue(-2.25);
    assertThat(table.doubles("C9", 0)).containsExactly(3, 4);
    assertThat(table.doubles("C10", 0)).containsExactly(5, 6);
    assertThat(table.doubles("C11", 0)).containsExactly(160, 0);
    assertThat(table.column("C6")).hasValueSatisfying(c -> assertThat(c.repeat()).isEqualTo(6));
    assertThat(table.has("c12")).isFalse();
  }

  @Test
  void scalesAndLeavesOutNulls() {
    FitsTable table =
        binaryWith(
            ByteBuffer.allocate(6)
                .putShort((short) 100)
                .putShort((short) -99)
                .putShort((short) -32768),
            new String[] {"TSCAL1  = 0.5", "TZERO1  = 10", "TNULL2  = -99", "TZERO3  = 32768"},
            "1I",
            "1I",
            "1I");

    assertThat(table.number("C1", 0)).hasValue(60);
    assertThat(table.number("C2", 0)).isEmpty();
    assertThat(table.integer("C2", 0)).isEmpty();
    assertThat(table.text("C2", 0)).isEmpty();
    assertThat(table.doubles("C2", 0)).containsExactly(Double.NaN);
    assertThat(table.integer("C3", 0)).hasValue(0);
  }

  @Test
  void readsArraysFromTheHeap() {
    byte[] rows = ByteBuffer.allocate(24).putInt(3).putInt(4).putLong(2).putLong(0).array();
    byte[] heap = Sample.shorts(7, 8, 1, 2, 3);
    FitsTable table =
        FitsFile.of(
                Sample.join(
                    Sample.header("SIMPLE  = T", "BITPIX  = 8", "NAXIS   = 0"),
                    Sample.header(
                        "XTENSION= 'BINTABLE'",
                        "BITPIX  = 8",
                        "NAXIS   = 2",
                        "NAXIS1  = 24",
                        "NAXIS2  = 1",
                        "PCOUNT  = 10",
                        "GCOUNT  = 1",
                        "TFIELDS = 2",
                        "TTYPE1  = 'NEAR'",
                        "TFORM1  = '1PI(3)'",
                        "TTYPE2  = 'WIDE'",
                        "TFORM2  = 'QI'"),
                    Sample.padded(Sample.join(rows, heap))))
            .hdu(1)
            .table();

    assertThat(table.floats("NEAR", 0)).containsExactly(1, 2, 3);
    assertThat(table.doubles("WIDE", 0)).containsExactly(7, 8);
    assertThat(table.integer("WIDE", 0)).hasValue(7);
  }

  @Test
  void readsEveryFormatOfAnAsciiTable() {
    String row = "NGC 1   42 12345  1.5D+01  -9";
    FitsTable table =
        FitsFile.of(
                Sample.join(
                    Sample.header("SIMPLE  = T", "BITPIX  = 8", "NAXIS   = 0"),
                    Sample.header(
                        "XTENSION= 'TABLE'",
                        "BITPIX  = 8",
                        "NAXIS   = 2",
                        "NAXIS1  = " + row.length(),
                        "NAXIS2  = 1",
                        "PCOUNT  = 0",
                        "GCOUNT  = 1",
                        "TFIELDS = 5",
                        "TTYPE1  = 'NAME'",
                        "TBCOL1  = 1",
                        "TFORM1  = 'A6'",
                        "TTYPE2  = 'COUNT'",
                        "TBCOL2  = 7",
                        "TFORM2  = 'I4'",
                        "TTYPE3  = 'POINT'",
                        "TBCOL3  = 12",
                        "TFORM3  = 'F5.2'",
                        "TTYPE4  = 'EXP'",
                        "TBCOL4  = 19",
                        "TFORM4  = 'D7.1'",
                        "TUNIT4  = 'mag'",
                        "TTYPE5  = 'GONE'",
                        "TBCOL5  = 26",
                        "TFORM5  = 'I4'",
                        "TNULL5  = '-9'"),
                    Sample.padded(row.getBytes(StandardCharsets.US_ASCII))))
            .hdu(1)
            .table();

    assertThat(table.text("NAME", 0)).contains("NGC 1");
    assertThat(table.integer("COUNT", 0)).hasValue(42);
    assertThat(table.number("POINT", 0)).hasValue(123.45);
    assertThat(table.number("EXP", 0)).hasValue(15);
    assertThat(table.columns().get(3).unit()).isEqualTo("mag");
    assertThat(table.number("GONE", 0)).isEmpty();
    assertThat(table.doubles("GONE", 0)).containsExactly(Double.NaN);
  }

  /** More rows than are read at once, and every kind of cell that holds no number. */
  @Test
  void readsAColumnAsItsCells() {
    int rows = 30_000;
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < rows; i++) {
      text.append(String.format(Locale.ROOT, "%10.3f", i / 8.0));
    }
    List<String> odd =
        List.of(
            "          ", " -99.0    ", "x         ", "1.5\0 7    ", "  12345   ", "\0         ");
    for (int i = 0; i < odd.size(); i++) {
      text.replace(10 * i, 10 * i + 10, odd.get(i));
    }
    FitsTable table =
        FitsFile.of(
                Sample.join(
                    Sample.header("SIMPLE  = T", "BITPIX  = 8", "NAXIS   = 0"),
                    Sample.header(
                        "XTENSION= 'TABLE'",
                        "BITPIX  = 8",
                        "NAXIS   = 2",
                        "NAXIS1  = 10",
                        "NAXIS2  = " + rows,
                        "PCOUNT  = 0",
                        "GCOUNT  = 1",
                        "TFIELDS = 1",
                        "TTYPE1  = 'FLUX'",
                        "TBCOL1  = 1",
                        "TFORM1  = 'F10.2'",
                        "TSCAL1  = 2.0",
                        "TNULL1  = '-99.0'"),
                    Sample.padded(text.toString().getBytes(StandardCharsets.US_ASCII))))
            .hdu(1)
            .table();

    double[] column = table.numbers("flux");

    double nan = Double.NaN;
    assertThat(Arrays.copyOf(column, 7)).containsExactly(nan, nan, nan, 3, 246.9, nan, 1.5);
    assertThat(column[rows - 1]).isEqualTo(2 * (rows - 1) / 8.0);
    assertThat(column)
        .isEqualTo(
            IntStream.range(0, rows)
                .mapToDouble(row -> table.number("FLUX", row).orElse(nan))
                .toArray());
  }

  private static FitsTable binary(ByteBuffer row, String... forms) {
    return binaryWith(row, new String[0], forms);
  }

  private static FitsTable binaryWith(ByteBuffer row, String[] more, String... forms) {
    String[] cards = new String[8 + 2 * forms.length + more.length];
    String[] first = {
      "XTENSION= 'BINTABLE'",
      "BITPIX  = 8",
      "NAXIS   = 2",
      "NAXIS1  = " + row.capacity(),
      "NAXIS2  = 1",
      "PCOUNT  = 0",
      "GCOUNT  = 1",
      "TFIELDS = " + forms.length
    };
    System.arraycopy(first, 0, cards, 0, 8);
    for (int i = 0; i < forms.length; i++) {
      cards[8 + 2 * i] = "%-8s= 'C%d'".formatted("TTYPE" + (i + 1), i + 1);
      cards[9 + 2 * i] = "%-8s= '%s'".formatted("TFORM" + (i + 1), forms[i]);
    }
    System.arraycopy(more, 0, cards, 8 + 2 * forms.length, more.length);
    byte[] primary = Sample.header("SIMPLE  = T", "BITPIX  = 8", "NAXIS   = 0");
    byte[] table = Sample.join(Sample.header(cards), Sample.padded(row.array()));
    return FitsFile.of(Sample.join(primary, table)).hdu(1).table();
  }
}

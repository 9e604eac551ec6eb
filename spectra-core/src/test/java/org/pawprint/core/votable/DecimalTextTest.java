package org.pawprint.core.votable;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DecimalTextTest {
  /** Against Python and numpy; shortest_doubles.py beside the table made it. */
  @Test
  void writesTheDigitsThatPythonWrites() throws IOException {
    try (InputStream in = getClass().getResourceAsStream("/votable/shortest_doubles.csv")) {
      assertThat(in).isNotNull();
      for (String row : new String(in.readAllBytes(), StandardCharsets.US_ASCII).split("\n")) {
        String[] cells = row.split(",");
        String written =
            cells[0].equals("double")
                ? text(Double.longBitsToDouble(HexFormat.fromHexDigitsToLong(cells[1])))
                : text(Float.intBitsToFloat(HexFormat.fromHexDigits(cells[1])));
        assertThat(new BigDecimal(written)).as(row).isEqualByComparingTo(new BigDecimal(cells[2]));
        assertThat(digits(written)).as("%s as %s", row, written).isEqualTo(digits(cells[2]));
      }
    }
  }

  @Test
  void readsBackAsTheSameNumber() {
    SplittableRandom random = new SplittableRandom(64);
    for (int i = 0; i < 300_000; i++) {
      double value = Double.longBitsToDouble(random.nextLong());
      if (Double.isFinite(value)) {
        assertThat(Double.parseDouble(text(value))).isEqualTo(value);
      }
      float single = Float.intBitsToFloat(random.nextInt());
      if (Float.isFinite(single)) {
        assertThat(Float.parseFloat(text(single))).isEqualTo(single);
      }
    }
  }

  /** Layout is our choice: plain between 0.0001 and 10^16, like Python's repr without ".0". */
  @Test
  void writesPlainlyWhereThatIsShort() {
    assertThat(text(0.0001)).isEqualTo("0.0001");
    assertThat(text(-0.00012)).isEqualTo("-0.00012");
    assertThat(text(0.000012)).isEqualTo("1.2e-5");
    assertThat(text(6.5646e-7)).isEqualTo("6.5646e-7");
    assertThat(text(123.25)).isEqualTo("123.25");
    assertThat(text(5)).isEqualTo("5");
    assertThat(text(1234567890123456.0)).isEqualTo("1234567890123456");
    assertThat(text(9e15)).isEqualTo("9000000000000000");
    assertThat(text(1e22)).isEqualTo("1e22");
    assertThat(text(-2.5e-300)).isEqualTo("-2.5e-300");
    assertThat(text(Double.NaN)).isEqualTo("NaN");
    assertThat(text(Double.POSITIVE_INFINITY)).isEqualTo("+Inf");
    assertThat(text(Float.NEGATIVE_INFINITY)).isEqualTo("-Inf");
  }

  @Test
  void writesEveryWidthOfWholeNumber() {
    byte[] room = new byte[DecimalText.MAX_BYTES];
    long[] values = {
      0, 9, 10, -10, 999, 1000, Long.MAX_VALUE, Long.MIN_VALUE, -999999999999999999L
    };
    for (long value : values) {
      int end = DecimalText.writeLong(value, room, 0);
      assertThat(new String(room, 0, end, StandardCharsets.US_ASCII))
          .isEqualTo(Long.toString(value));
    }
  }

  private static String text(double value) {
    byte[] room = new byte[DecimalText.MAX_BYTES];
    return new String(room, 0, DecimalText.write(value, room, 0), StandardCharsets.US_ASCII);
  }

  private static String text(float value) {
    byte[] room = new byte[DecimalText.MAX_BYTES];
    return new String(room, 0, DecimalText.write(value, room, 0), StandardCharsets.US_ASCII);
  }

  private static int digits(String number) {
    return new BigDecimal(number).stripTrailingZeros().precision();
  }
}

package org.pawprint.core.fits;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalNumberTest {
  private static double parse(String text) {
    return DecimalNumber.parse(text, 0, text.length());
  }

  /** Both sides of where one operation is exact: 2⁵³ and 10²². */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-0",
        "5.",
        ".5",
        "+1.5",
        "-9.99",
        "4.0384E+03",
        "1e22",
        "1e-22",
        "1e23",
        "1e-23",
        "9007199254740992",
        "9007199254740993",
        "9007199254740993E-3",
        "90071992547409929",
        "123456789012345678901234567890",
        "0.000000000000000000000000012345",
        "1.7976931348623157E308",
        "4.9E-324",
        "1E-400",
        "1E400",
        "-1E400",
        "00000000000000000000001",
        "8.5E0005",
        "1E99999999999"
      })
  void readsAsTheJdkDoes(String text) {
    assertThat(parse(text)).isEqualTo(Double.parseDouble(text));
  }

  @Test
  void readsAnyNumberToTheLastBit() {
    // Seed 20; a decimal is the nearest to its double by BigDecimal's own conversion.
    SplittableRandom dice = new SplittableRandom(20);
    for (int i = 0; i < 100_000; i++) {
      long digits = dice.nextLong(1L << dice.nextInt(1, 63));
      String text = (dice.nextBoolean() ? "-" : "") + digits + "E" + dice.nextInt(-40, 40);
      assertThat(parse(text)).as(text).isEqualTo(new BigDecimal(text).doubleValue());
    }
  }

  @ParameterizedTest
  @CsvSource({"1.5D3, 1500", "1.5d-3, 0.0015", "12345678901234567890D0, 12345678901234567890"})
  void readsTheExponentOfFortran(String text, double value) {
    assertThat(parse(text)).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "+",
        "-",
        ".",
        "E5",
        "1E",
        "1E+",
        "1.2.3",
        "--5",
        "1-5",
        "5 6",
        " 5",
        "5 ",
        "NaN",
        "Infinity",
        "0x10",
        "1f",
        "1d",
        "1_0",
        "1E5.5",
        "\u0661",
        "1234567890123456789012x"
      })
  void readsNothingElse(String text) {
    assertThat(parse(text)).isNaN();
  }

  @Test
  void readsAPartOfAText() {
    assertThat(DecimalNumber.parse("12 -3.5 7", 3, 7)).isEqualTo(-3.5);
  }
}

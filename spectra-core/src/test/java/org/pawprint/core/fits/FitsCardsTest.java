package org.pawprint.core.fits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FitsCardsTest {

  @Test
  void writesFixedFormat() {
    List<String> cards =
        read(new FitsCards()
                .logical("SIMPLE", true, "yes")
                .integer("BITPIX", -32, "bits")
                .integer("NAXIS", 0, "")
                .real("CRVAL1", 5000.5, "[Angstrom] value")
                .text("OBJECT", "M 31", "target")
                .text("EMPTY", "", "nothing"))
            .cards();
    assertThat(cards)
        .extracting(String::stripTrailing)
        .startsWith(
            "SIMPLE  =                    T / yes",
            "BITPIX  =                  -32 / bits",
            "NAXIS   =                    0",
            "CRVAL1  =               5000.5 / [Angstrom] value",
            "OBJECT  = 'M 31    '           / target",
            "EMPTY   = ''                   / nothing");
  }

  @Test
  void realsReadBackAsTheSameNumber() {
    Random random = new Random(7);
    double[] values = new double[30];
    FitsCards cards = FitsCards.primary(8);
    for (int i = 0; i < values.length; i++) {
      values[i] = Double.longBitsToDouble(random.nextLong() & ~(1L << 62)) * (i % 2 - 0.5);
      cards.real("R" + i, values[i], "");
    }
    cards.real("LEAST", -Double.MIN_NORMAL, "").real("MOST", Double.MAX_VALUE, "");

    FitsHeader header = read(cards);
    for (int i = 0; i < values.length; i++) {
      assertThat(header.number("R" + i)).hasValue(values[i]);
    }
    assertThat(header.number("LEAST")).hasValue(-Double.MIN_NORMAL);
    assertThat(header.number("MOST")).hasValue(Double.MAX_VALUE);
  }

  @Test
  void textsOfAnyLengthReadBack() {
    for (int length = 1; length < 300; length++) {
      String text = "it''s a/b & c'".repeat(30).substring(0, length).strip();
      FitsHeader header = read(FitsCards.primary(8).text("TITLE", text, "comment"));
      assertThat(header.text("TITLE")).contains(text);
      assertThat(header.cards()).allMatch(card -> card.length() == 80);
    }
  }

  /** FITS 4.0, 3.3.1: a header fills whole blocks of 36 cards, the last one END. */
  @Test
  void headersWithoutSumsFillWholeBlocks() {
    FitsCards cards = FitsCards.table("T", 24, 5, 0, 1 << 20);
    int count = cards.toBlocksUnsummed().length / 80;
    assertThat(count).isEqualTo(36);
    for (int i = 10; i <= 35; i++) {
      cards.integer("N" + i, i, "");
    }

    // 9 mandatory cards and 26 more leave one for END.
    assertThat(cards.toBlocksUnsummed()).hasSize(2880);
    assertThat(cards.integer("N36", 36, "").toBlocksUnsummed()).hasSize(5760);
    String header = new String(cards.toBlocksUnsummed(), StandardCharsets.US_ASCII);
    assertThat(header.substring(36 * 80)).isEqualTo("END" + " ".repeat(36 * 80 - 3));
    assertThat(header).contains("PCOUNT  =              1048576").doesNotContain("CHECKSUM");
  }

  @Test
  void wrapsCommentsBetweenWords() {
    FitsHeader header =
        read(FitsCards.primary(8).history("word ".repeat(40)).history("x".repeat(100)));
    assertThat(header.history()).hasSize(5).allMatch(line -> line.length() <= 72);
    assertThat(String.join(" ", header.history().subList(0, 3)))
        .isEqualTo("word ".repeat(40).strip());
  }

  @Test
  void replacesCharactersThatFitsForbids() {
    FitsHeader header = read(FitsCards.primary(8).text("OBJECT", "\u03b1 Cen\n", "\u00e9"));
    assertThat(header.text("OBJECT")).contains("? Cen?");
  }

  @Test
  void refusesWhatNoCardCanHold() {
    FitsCards cards = FitsCards.primary(8);
    assertThatIllegalArgumentException().isThrownBy(() -> cards.real("A", Double.NaN, ""));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> cards.real("A", Double.POSITIVE_INFINITY, ""));
    for (String keyword : new String[] {"", "TOOLONGKEY", "lower", "A B", "A="}) {
      assertThatIllegalArgumentException().isThrownBy(() -> cards.integer(keyword, 1, ""));
    }
  }

  @Test
  void knowsItsLengthBeforeTheSumIsKnown() {
    for (int cards = 0; cards < 80; cards++) {
      FitsCards header = FitsCards.primary(8);
      for (int i = 0; i < cards; i++) {
        header.integer("N" + i, i, "");
      }
      int expected = header.blockBytes();
      assertThat(header.toBlocks(0)).hasSize(expected);
      assertThat(header.toBlocks(4294967295L)).hasSize(expected);
      assertThat(expected % 2880).isZero();
    }
  }

  private static FitsHeader read(FitsCards cards) {
    return FitsFile.of(cards.toBlocks(0)).primary().header();
  }
}

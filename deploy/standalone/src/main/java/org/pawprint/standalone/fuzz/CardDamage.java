package org.pawprint.standalone.fuzz;

import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.pawprint.standalone.fuzz.FitsParts.Part;

/** Wrong headers: each method damages the cards of one HDU and says in a few words how. */
final class CardDamage {
  private static final List<String> SIZES =
      List.of(
          "-1",
          "0",
          "1",
          "2",
          "3",
          "7",
          "79",
          "999",
          "1000",
          "4096",
          "65536",
          "1048577",
          "2147483647",
          "2147483648",
          "4294967296",
          "9223372036854775807",
          "1E30",
          "-9999999999",
          "99999999999999999999999",
          "NaN",
          "'8'",
          "8.5",
          "T",
          "");

  private static final List<String> BITPIX =
      List.of("8", "16", "32", "64", "-32", "-64", "-8", "-16", "0", "128", "2147483647", "'x'");

  private static final List<String> NUMBERS =
      List.of(
          "NaN",
          "Infinity",
          "-Infinity",
          "0",
          "-0.0",
          "1",
          "-1",
          "1E308",
          "-1E308",
          "1E309",
          "4.9E-324",
          "1E-300",
          "3.4E38",
          "1D5",
          "1E",
          "--5",
          "5 6",
          "'5000'",
          "",
          "T",
          "0x10",
          "1.0376",
          "-1.0376",
          "6000",
          "1E10",
          "2147483648",
          "-9.99");

  private static final List<String> FORMS =
      List.of(
          "0J",
          "1J",
          "2147483647D",
          "99999999999E",
          "999999999999999999999E",
          "1PE(10)",
          "1QD",
          "2PE",
          "PJ",
          "0QE",
          "X",
          "2147483647X",
          "A",
          "30A",
          "1000000A",
          "L",
          "M",
          "Z",
          "-1E",
          "E",
          "",
          "F10.5",
          "A8",
          "E12.4",
          "I9999999999",
          "F-1.2");

  private static final List<String> NAMES =
      List.of(
          "VARIANCE",
          "FIBRES",
          "WAVELENGTH",
          "BADPIX",
          "SKY",
          "SPECTRUM",
          "SPECTRUM_57747.658",
          "SPECTRUM_",
          "VARIANCE_57747.658",
          "SPECTRUM V",
          "input_sigma",
          "",
          "PRIMARY",
          "SIGMA");

  private static final List<String> VALUES =
      List.of(
          "'unclosed",
          "''",
          "'' ''",
          "'a'b'",
          "'&'",
          "'x&'",
          "/",
          "= 5",
          "T",
          "F",
          "TRUE",
          "-1",
          "1E400",
          "'2016:13:45'",
          "'2016:12:25'",
          "'25:61:61'",
          "'24:00:00'",
          "'0000-00-00'",
          "'99999-01-01T00:00:00'",
          "(1,2)",
          "#",
          "'None'",
          "-9.999",
          "1E-45",
          "180.0",
          "91",
          "400");

  private CardDamage() {}

  static String structure(Part part, SplittableRandom dice) {
    List<Integer> cards =
        part.cardsOf("NAXIS", "PCOUNT", "GCOUNT", "BITPIX", "TFIELDS", "THEAP", "GROUPS");
    if (cards.isEmpty() || dice.nextInt(8) == 0) {
      String key =
          Spot.pick(List.of("PCOUNT", "GCOUNT", "THEAP", "TFIELDS", "GROUPS", "BZERO"), dice);
      return add(part, key, Spot.pick(SIZES, dice), dice);
    }
    int card = Spot.pick(cards, dice);
    boolean bitpix = part.cards.get(card).startsWith("BITPIX");
    return setValue(part, card, Spot.pick(bitpix ? BITPIX : SIZES, dice));
  }

  static String tableForm(Part part, SplittableRandom dice) {
    List<Integer> cards =
        part.cardsOf("TFORM", "TTYPE", "TDIM", "TBCOL", "TSCAL", "TZERO", "TNULL");
    if (cards.isEmpty()) {
      return add(part, "TFORM" + (1 + dice.nextInt(4)), quoted(Spot.pick(FORMS, dice)), dice);
    }
    int card = Spot.pick(cards, dice);
    return part.cards.get(card).startsWith("TFORM")
        ? setValue(part, card, quoted(Spot.pick(FORMS, dice)))
        : setValue(part, card, Spot.pick(NUMBERS, dice));
  }

  static String spectralAxis(Part part, SplittableRandom dice) {
    List<Integer> cards =
        part.cardsOf(
            "CRVAL", "CDELT", "CRPIX", "CD1_1", "PC1_1", "COEFF", "DC-FLAG", "CUNIT", "CTYPE");
    if (cards.isEmpty() || dice.nextInt(4) == 0) {
      String key =
          Spot.pick(
              List.of(
                  "CD1_1", "PC1_1", "CDELT1", "CRVAL1", "CRPIX1", "CUNIT1", "LOGSCALE", "VACUUM"),
              dice);
      return add(part, key, Spot.pick(NUMBERS, dice), dice);
    }
    return setValue(part, Spot.pick(cards, dice), Spot.pick(NUMBERS, dice));
  }

  static String anyValue(Part part, SplittableRandom dice) {
    if (part.cards.isEmpty()) {
      return add(part, "OBJECT", Spot.pick(VALUES, dice), dice);
    }
    int card = dice.nextInt(part.cards.size());
    return setValue(part, card, Spot.pick(dice.nextBoolean() ? VALUES : NUMBERS, dice));
  }

  static String duplicate(Part part, SplittableRandom dice) {
    if (part.cards.isEmpty()) {
      return "nothing to repeat";
    }
    int card = dice.nextInt(part.cards.size());
    int times = dice.nextInt(8) == 0 ? 1 + dice.nextInt(200) : 1;
    String repeated = part.cards.get(card);
    for (int i = 0; i < times; i++) {
      String value = dice.nextBoolean() ? repeated.substring(8) : "= " + Spot.pick(NUMBERS, dice);
      part.cards.add(
          dice.nextInt(part.cards.size() + 1), FitsParts.card(repeated.substring(0, 8) + value));
    }
    return keyword(repeated) + " " + times + " times more";
  }

  static String remove(Part part, SplittableRandom dice) {
    if (part.cards.isEmpty()) {
      return "nothing to remove";
    }
    return "without " + keyword(part.cards.remove(dice.nextInt(part.cards.size())));
  }

  static String rename(Part part, SplittableRandom dice) {
    List<Integer> cards = part.cardsOf("EXTNAME", "HDUNAME", "XTENSION", "SIMPLE");
    if (cards.isEmpty() || dice.nextInt(4) == 0) {
      return add(part, "EXTNAME", quoted(Spot.pick(NAMES, dice)), dice);
    }
    return setValue(part, Spot.pick(cards, dice), quoted(Spot.pick(NAMES, dice)));
  }

  /** Up to 30,000 cards, more than any header may have. */
  static String manyCards(Part part, SplittableRandom dice) {
    int count = 1 << dice.nextInt(5, 15);
    String keyword =
        Spot.pick(List.of("HISTORY ", "COMMENT ", "CONTINUE", "        ", "HIERARCH"), dice);
    for (int i = 0; i < count; i++) {
      String text = keyword.equals("HIERARCH") ? " A B" + i + " = " + i : "  'text&'";
      part.cards.add(FitsParts.card(keyword + text));
    }
    return count + " cards " + keyword.strip();
  }

  static String longText(Part part, SplittableRandom dice) {
    int at = dice.nextInt(part.cards.size() + 1);
    int count = dice.nextInt(1, 3000);
    String keyword = part.cards.isEmpty() ? "OBJECT" : keyword(Spot.pick(part.cards, dice));
    String filling = "x".repeat(67);
    part.cards.addAll(
        at, Collections.nCopies(count, FitsParts.card("CONTINUE  '" + filling + "&'")));
    part.cards.add(at, FitsParts.card(String.format("%-8s= '%s&'", keyword, filling)));
    return keyword + " of " + count * 67L + " characters";
  }

  static String notAscii(Part part, SplittableRandom dice) {
    if (part.cards.isEmpty()) {
      return "nothing to spoil";
    }
    int card = dice.nextInt(part.cards.size());
    char[] text = part.cards.get(card).toCharArray();
    int count = dice.nextInt(1, 12);
    for (int i = 0; i < count; i++) {
      text[dice.nextInt(text.length)] =
          (char) (dice.nextBoolean() ? dice.nextInt(32) : dice.nextInt(127, 256));
    }
    String before = part.cards.set(card, new String(text));
    return count + " characters of " + keyword(before);
  }

  private static String add(Part part, String keyword, String value, SplittableRandom dice) {
    String card = FitsParts.card(String.format("%-8s= %s", keyword, value));
    part.cards.add(dice.nextInt(part.cards.size() + 1), card);
    return "added " + card.strip();
  }

  private static String setValue(Part part, int card, String value) {
    String key = part.cards.get(card).substring(0, 8);
    part.cards.set(card, FitsParts.card(key + "= " + value));
    return key.strip() + " = " + value;
  }

  private static String keyword(String card) {
    return card.substring(0, 8).strip();
  }

  private static String quoted(String text) {
    return "'" + text + "'";
  }
}

package org.pawprint.core.fits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

/** Forms of FITS 4.0 section 4.2, and what real headers write instead. */
class FitsHeaderTest {

  @Test
  void unquotesTextWithSlashesAndApostrophes() {
    FitsHeader header =
        header(
            "OBJECT  = 'NGC 1/2 ''odd'' ' / a / comment",
            "BLANKS  = '        '",
            "EMPTY   = ''",
            "OPEN    = 'never closed",
            "LEADING = '  two'");
    assertThat(header.text("OBJECT")).contains("NGC 1/2 'odd'");
    assertThat(header.text("BLANKS")).isEmpty();
    assertThat(header.has("BLANKS")).isTrue();
    assertThat(header.text("EMPTY")).isEmpty();
    assertThat(header.text("OPEN")).contains("never closed");
    assertThat(header.text("LEADING")).contains("two");
  }

  @Test
  void takesUnquotedTextAsText() {
    FitsHeader header = header("OBSERVER= Smith / astronomer", "crval1  =1.5", "NOTHING =");
    assertThat(header.text("OBSERVER")).contains("Smith");
    assertThat(header.number("CRVAL1")).hasValue(1.5);
    assertThat(header.text("NOTHING")).isEmpty();
  }

  @Test
  void readsNumbersInFitsForms() {
    FitsHeader header =
        header(
            "A       = 1.5D-3",
            "B       = -.5",
            "C       = +7.",
            "D       = 1e3",
            "E       = '2.5'",
            "F       = 12.0",
            "G       = 9223372036854775807",
            "H       = 1.5",
            "I       = (1.0, 2.0)");
    assertThat(header.number("A")).hasValue(0.0015);
    assertThat(header.number("B")).hasValue(-0.5);
    assertThat(header.number("C")).hasValue(7);
    assertThat(header.number("D")).hasValue(1000);
    assertThat(header.number("E")).hasValue(2.5);
    assertThat(header.integer("F")).hasValue(12);
    assertThat(header.integer("G")).hasValue(Long.MAX_VALUE);
    assertThat(header.integer("H")).isEmpty();
    assertThat(header.number("I")).isEmpty();
  }

  @Test
  void joinsContinuedText() {
    FitsHeader header =
        header(
            "LONG    = 'first &'",
            "CONTINUE  'second &'",
            "CONTINUE  'third' / done",
            "AMP     = 'stays &'",
            "LAST    = 'nothing follows&'");
    assertThat(header.text("LONG")).contains("first second third");
    assertThat(header.text("AMP")).contains("stays &");
    assertThat(header.text("LAST")).contains("nothing follows&");
  }

  @Test
  void findsHierarchKeywordsWithAndWithoutTheWord() {
    FitsHeader header = header("HIERARCH ESO TEL  ALT = 45.2 / altitude");
    assertThat(header.number("HIERARCH ESO TEL ALT")).hasValue(45.2);
    assertThat(header.number("eso tel alt")).hasValue(45.2);
  }

  @Test
  void takesTheFirstOfRepeatedKeywords() {
    assertThat(header("CDELT1  = 1.0", "CDELT1  = 2.0").number("CDELT1")).hasValue(1);
  }

  @Test
  void readsOnlyTAndFAsLogical() {
    FitsHeader header = header("A       =                    F", "B       = 'TRUE'");
    assertThat(header.logical("A")).contains(false);
    assertThat(header.logical("B")).isEmpty();
    assertThat(header.logical("C")).isEmpty();
  }

  @Test
  void saysWhatIsMissingAndWhere() {
    FitsHeader header = header("BUNIT   = 'adu'");
    assertThatExceptionOfType(UnreadableFits.class)
        .isThrownBy(() -> header.requiredNumber("BUNIT"))
        .withMessage("memory: HDU 0 (PRIMARY): BUNIT: found 'adu', expected a finite number");
    assertThatExceptionOfType(UnreadableFits.class)
        .isThrownBy(() -> header.requiredText("OBJECT"))
        .withMessage("memory: HDU 0 (PRIMARY): OBJECT: found no such card, expected a text");
  }

  private static FitsHeader header(String... cards) {
    String[] all = new String[cards.length + 3];
    all[0] = "SIMPLE  = T";
    all[1] = "BITPIX  = 8";
    all[2] = "NAXIS   = 0";
    System.arraycopy(cards, 0, all, 3, cards.length);
    return FitsFile.of(Sample.header(all)).primary().header();
  }
}

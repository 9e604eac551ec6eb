package org.pawprint.ssa.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pawprint.core.dali.DaliParameters;
import org.pawprint.core.dali.ParameterFaults;
import org.pawprint.core.sky.SkyPosition;

class SsaQueryParserTest {
  private final SsaQueryParser parser =
      new SsaQueryParser(
          new SsaProperties("Archive", 1000, 1_000_000, 0.05, 400, Duration.ofSeconds(1), 6),
          new PageTokens("secret"));

  private Search parse(String... namesAndValues) {
    Map<String, String[]> pairs = new LinkedHashMap<>();
    pairs.put("REQUEST", new String[] {"queryData"});
    for (int i = 0; i < namesAndValues.length; i += 2) {
      pairs.put(namesAndValues[i], namesAndValues[i + 1].split("\\|"));
    }
    return parser.parse(DaliParameters.of(pairs));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          150.1,-2.2             | 150.1       | -2.2
          1e-05,-1E1             | 0.00001     | -10
          -10,5                  | 350         | 5
          360,90                 | 0           | 90
          150.1, 2.2             | 150.1       | 2.2
          150.1,-2.2;icrs        | 150.1       | -2.2
          0,0;GALACTIC           | 266.4049882 | -28.9361781
          """)
  @DisplayName("SSA-1.1 4.1.1.1 POS; the galactic row is SkyCoord(0,0,frame='galactic').icrs")
  void readsPositions(String text, double raDeg, double decDeg) {
    SkyPosition centre = parse("POS", text).centre().orElseThrow();

    assertThat(centre.raDeg()).isCloseTo(raDeg, within(3e-5));
    assertThat(centre.decDeg()).isCloseTo(decDeg, within(3e-5));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          all                         ; VOTABLE
          Compliant                   ; VOTABLE
          application/x-votable xml   ; VOTABLE
          text/xml                    ; VOTABLE
          image/fits                  ; FITS
          native                      ; NATIVE
          fits,all                    ; VOTABLE FITS
          graphic,jpeg                ; GRAPHIC
          jpeg,xml                    ; ''
          """)
  @DisplayName("SSA-1.1 4.1.1.5 FORMAT; a + of a media type may arrive as a blank")
  void readsFormats(String text, String products) {
    assertThat(
            String.join(" ", parse("FORMAT", text).products().stream().map(Product::name).toList()))
        .isEqualTo(products);
  }

  @Test
  void joinsRepeatedListsAndRefusesContradictions() {
    assertThat(parse("FORMAT", "fits|votable").products())
        .containsExactly(Product.VOTABLE, Product.FITS);
    assertThat(parse("SIZE", "0.1|0.1").conditions())
        .hasSameSizeAs(parse("SIZE", "0.1").conditions());
    assertThatThrownBy(() -> parse("SIZE", "0.1|0.2"))
        .isInstanceOf(ParameterFaults.class)
        .hasMessageContaining("SIZE")
        .hasMessageContaining("0.1' and '0.2");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          U          | 3.338e-7/3.988e-7
          V          | 5.028e-7/5.868e-7
          I          | 7.21e-7/8.75e-7
          u          | 3.311e-7/3.881e-7
          r          | 5.547e-7/6.697e-7
          z          | 8.361e-7/9.431e-7
          K          | 1.995e-6/2.385e-6
          UV         | 1e-7/3e-7
          Optical    | 3e-7/1e-6
          optical    | 3e-7/1e-6
          Infrared   | 1e-6/1e-4
          B,J        | 3.916e-7/4.806e-7,1.1135e-6/1.3265e-6
          V;source   | 5.028e-7/5.868e-7;source
          V;observer | 5.028e-7/5.868e-7
          """)
  @DisplayName("SSA-1.1 4.1.1.3 BAND by name: effective wavelength and half the width to each side")
  void takesNamesOfBands(String name, String metres) {
    assertThat(parse("BAND", name).conditions())
        .usingRecursiveComparison()
        .isEqualTo(parse("BAND", metres).conditions());
  }

  @ParameterizedTest(name = "BAND={0}")
  @CsvSource({"v, v", "Q, Q", "V/R, V/R", "'5e-7,Visual', Visual"})
  void saysWhichBandsItKnows(String text, String unknown) {
    assertThatThrownBy(() -> parse("BAND", text))
        .isInstanceOf(ParameterFaults.class)
        .hasMessageContaining("BAND: '" + unknown + "' received")
        .hasMessageContaining(
            "one of U, B, V, R, I, u, g, r, i, z, J, H, K, UV, Optical, Infrared");
  }

  @ParameterizedTest(name = "MAXREC={0}")
  @CsvSource({"'', 1000", "5, 5", "0, 0", "2000000, 1000000", "99999999999999999999, 1000000"})
  @DisplayName("DALI-1.1 3.4.4 MAXREC: lowered to the ceiling, not refused")
  void limitsRows(String text, long rows) {
    assertThat(parse("MAXREC", text).limit()).isEqualTo(new RowLimit(rows, OptionalLong.empty()));
  }

  @Test
  void ignoresEverythingElseForMetadata() {
    Map<String, String[]> pairs =
        Map.of("format", new String[] {"Metadata"}, "POS", new String[] {"?"});

    assertThat(parser.parse(DaliParameters.of(pairs)).metadata()).isTrue();
  }

  @ParameterizedTest(name = "VERSION={0}")
  @CsvSource({"1, true", "1.1, true", "1.12, true", "1.0, false", "1.04, false", "2, false"})
  @DisplayName("SSA-1.1 4.1 VERSION: digits of the second level, never a number")
  void comparesVersionsByLevel(String version, boolean known) {
    if (known) {
      assertThat(parse("VERSION", version).metadata()).isFalse();
    } else {
      assertThatThrownBy(() -> parse("VERSION", version)).hasMessageContaining("VERSION");
    }
  }

  @Test
  void repeatsWhatItUnderstood() {
    assertThat(parse("pos", "1,2", "FROB", "x").echo())
        .extracting(info -> info.name() + "=" + info.value())
        .containsExactly("REQUEST=queryData", "POS=1,2");
  }
}

package org.pawprint.core.dali;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pawprint.core.sky.Cone;
import org.pawprint.core.sky.Polygon;
import org.pawprint.core.sky.SkyPosition;
import org.pawprint.core.sky.SkyRegion;

class RegionReaderTest {
  private static final RegionReader READER = new RegionReader(2);

  @Test
  @DisplayName("Most are examples of SIA-2.0 2.1.1")
  void readsShapesInAnyCase() {
    assertThat(new RegionReader(180).shape("POS", "CIRCLE 12.0 34.0 0.5"))
        .isEqualTo(new Cone(new SkyPosition(12, 34), 0.5));
    assertThat(READER.shape("POS", " range  12.0 12.5\t34.0 36.0 "))
        .isEqualTo(new SkyRegion.Range(12, 12.5, 34, 36));
    assertThat(READER.shape("POS", "RANGE 0 360.0 89.0 +Inf"))
        .isEqualTo(new SkyRegion.Range(0, 360, 89, Double.POSITIVE_INFINITY));
    assertThat(READER.shape("POS", "POLYGON 12.0 34.0 14.0 35.0 14. 36.0 12.0 35.0"))
        .isInstanceOfSatisfying(
            Polygon.class,
            polygon -> assertThat(polygon.contains(new SkyPosition(13, 35))).isTrue());
    assertThat(READER.circle("CIRCLE", "360 -90 2"))
        .isEqualTo(new Cone(new SkyPosition(0, -90), 2));
    assertThat(READER.polygon("POLYGON", "1 1 2 1 1 2").stc()).contains("Polygon ICRS 1 1 2 1 1 2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                                                | expected CIRCLE and right
          CIRCLE                                            | it has 0 numbers
          BOX 1 2 3 4                                       | none of these words
          CIRCLE 1 2                                        | it has 2 numbers
          CIRCLE 1 2 3 4                                    | it has 4 numbers
          CIRCLE 361 2 1                                    | a right ascension is 361
          CIRCLE -1 2 1                                     | a right ascension is -1
          CIRCLE 1 90.1 1                                   | declination 90.1 is not within -90 to 90
          CIRCLE 1 2 0                                      | its radius is 0
          CIRCLE 1 2 2.1                                    | its radius is 2.1
          CIRCLE NaN 2 1                                    | one is no number
          RANGE 1 2 3                                       | it has 3 numbers
          RANGE 2 1 3 4                                     | low before high
          RANGE 1 2 x 4                                     | low before high
          POLYGON 1 1 2 2                                   | it has 2 different corners
          POLYGON 1 1 2 2 3                                 | it has 5 numbers
          POLYGON 0 0 2 2 2 0 0 2                           | its sides cross or touch each other
          POLYGON 0 9 60 -9 120 9 180 -9 240 9 300 -9       | it does not fit on half of the sky
          """)
  void saysWhatWouldBeRight(String text, String words) {
    assertThatThrownBy(() -> READER.shape("POS", text))
        .isInstanceOf(ParameterFaults.class)
        .hasMessageStartingWith("POS: '" + text + "' received, expected CIRCLE and right ascension")
        .hasMessageContaining("at most 2, all in degrees; RANGE and")
        .hasMessageContaining(words);
  }

  @Test
  void takesAHundredCorners() {
    assertThat(READER.polygon("POLYGON", corners(100)).contains(new SkyPosition(10, 0))).isTrue();
    assertThatThrownBy(() -> READER.polygon("POLYGON", corners(101)))
        .isInstanceOf(ParameterFaults.class)
        .hasMessageContaining("3 to 100 corners")
        .hasMessageContaining("it has 202 numbers");
  }

  private static String corners(int count) {
    return IntStream.range(0, count)
        .mapToDouble(i -> 2 * Math.PI * i / count)
        .mapToObj(angle -> (10 + Math.cos(angle)) + " " + Math.sin(angle))
        .collect(Collectors.joining(" "));
  }
}

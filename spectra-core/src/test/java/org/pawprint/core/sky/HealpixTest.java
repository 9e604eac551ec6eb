package org.pawprint.core.sky;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Against astropy_healpix; healpix_positions.py beside the table made it. */
class HealpixTest {
  private static final int[] ORDERS = {0, 3, 12, 29};

  @Test
  void numbersPositionsAsAstropyDoes() throws IOException {
    List<String> rows = table().stream().filter(r -> !r.startsWith("border")).toList();
    assertThat(rows).hasSizeGreaterThan(100);
    for (String row : rows) {
      String[] cells = row.split(",");
      for (int i = 0; i < ORDERS.length; i++) {
        assertThat(Healpix.index(position(cells), ORDERS[i]))
            .as("%s order %d", row, ORDERS[i])
            .isEqualTo(Long.parseLong(cells[3 + i]));
      }
    }
  }

  @Test
  void picksOneOfTheTouchingCellsOnBordersOfFaces() throws IOException {
    List<String> rows = table().stream().filter(r -> r.startsWith("border")).toList();
    assertThat(rows).hasSize(44);
    for (String row : rows) {
      SkyPosition position = position(row.split(","));
      for (int order : ORDERS) {
        SkyPosition centre = Healpix.centre(order, Healpix.index(position, order));
        assertThat(Math.toRadians(position.separationDeg(centre)))
            .as("%s order %d", row, order)
            .isLessThanOrEqualTo(Healpix.cellRadiusRad(order));
      }
    }
  }

  @Test
  void findsEachCellAgainFromItsCentre() {
    for (int order = 0; order <= 4; order++) {
      for (long cell = 0; cell < 12L << (2 * order); cell++) {
        assertThat(Healpix.index(Healpix.centre(order, cell), order)).isEqualTo(cell);
      }
    }
    SplittableRandom random = new SplittableRandom(29);
    for (int i = 0; i < 20_000; i++) {
      long cell = random.nextLong(Healpix.CELLS);
      assertThat(Healpix.index(Healpix.centre(29, cell))).isEqualTo(cell);
    }
  }

  /** Centres by astropy_healpix: HEALPix(nside=2**k, order='nested').healpix_to_lonlat(i). */
  @Test
  void placesCentresAsAstropyDoes() {
    assertCentre(0, 4, 0.0, 0.0);
    assertCentre(0, 0, 45.0, 41.810314895778596);
    assertCentre(1, 47, 315.0, -19.471220634490695);
    assertCentre(10, 5_000_000, 4.5703125, 7.519255119993595);
  }

  @Test
  void refusesOrdersAndNumbersThatDoNotExist() {
    SkyPosition origin = new SkyPosition(0, 0);
    assertThatThrownBy(() -> Healpix.index(origin, 30)).hasMessageContaining("order 30");
    assertThatThrownBy(() -> Healpix.centre(0, 12)).hasMessageContaining("no cell 12 at order 0");
    assertThatThrownBy(() -> new IndexRange(5, 4)).hasMessageContaining("5 to 4");
  }

  private static void assertCentre(int order, long cell, double raDeg, double decDeg) {
    SkyPosition expected = new SkyPosition(raDeg, decDeg);
    assertThat(Healpix.centre(order, cell).separationDeg(expected)).isLessThan(1e-12);
  }

  private static SkyPosition position(String[] cells) {
    return new SkyPosition(Double.parseDouble(cells[1]), Double.parseDouble(cells[2]));
  }

  private static List<String> table() throws IOException {
    try (InputStream in = HealpixTest.class.getResourceAsStream("/sky/healpix_positions.csv")) {
      assertThat(in).isNotNull();
      String text = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
      return text.lines().skip(1).toList();
    }
  }
}

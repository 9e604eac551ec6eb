package org.pawprint.core.sky;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The other arithmetic: on a plane that touches the sky great circles are straight, so a polygon is
 * made there, and a place in it found by counting the sides that a straight line from it crosses.
 */
class PolygonTest {
  @Test
  @DisplayName("Stars of 3 to 100 corners, arcseconds to nearly half of the sky wide, anywhere")
  void holdsWhatTheCountOfCrossedSidesHolds() {
    SplittableRandom random = new SplittableRandom(1962);
    int inside = 0;
    int concave = 0;
    for (int i = 0; i < 2000; i++) {
      TouchingPlane plane = new TouchingPlane(anywhere(random, i));
      double size = Math.pow(10, random.nextDouble(-5.3, 1.3));
      List<double[]> star = star(random, 3 + random.nextInt(i % 10 == 0 ? 98 : 12), size);
      Polygon polygon = Polygon.of(plane.sky(star));
      concave += polygon.pieces().size() > 1 ? 1 : 0;
      for (int j = 0; j < 100; j++) {
        double[] place = {random.nextDouble(-size, size), random.nextDouble(-size, size)};
        if (distance(star, place) > 1e-9 * size) {
          boolean expected = crossed(star, place) % 2 == 1;
          assertThat(polygon.contains(plane.sky(place)))
              .as("star %d about %s: %s in %s", i, plane.centre, place, star)
              .isEqualTo(expected);
          inside += expected ? 1 : 0;
        }
      }
      assertThat(plane.sky(star)).allMatch(polygon::contains).allMatch(polygon.bounds()::contains);
    }
    assertThat(inside).isBetween(20_000, 180_000);
    assertThat(concave).isGreaterThan(1000);
  }

  /** Columns side by side give straight corners, and places exactly on the lines of the cuts. */
  @Test
  void holdsItsRimAndWhatLiesOnTheCuts() {
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 300; i++) {
      TouchingPlane plane = new TouchingPlane(anywhere(random, i));
      int[] heights =
          IntStream.range(0, 1 + random.nextInt(20)).map(c -> 1 + random.nextInt(6)).toArray();
      double step = Math.pow(10, random.nextDouble(-5, -2));
      Polygon polygon = Polygon.of(plane.sky(columns(heights, step)));
      for (int x = 0; x <= heights.length; x++) {
        int left = x == 0 ? 0 : heights[x - 1];
        int right = x == heights.length ? 0 : heights[x];
        for (int y = -1; y <= 7; y++) {
          assertThat(polygon.contains(plane.sky(new double[] {x * step, y * step})))
              .as(
                  "%d %d in columns %s of %s about %s",
                  x, y, Arrays.toString(heights), step, plane.centre)
              .isEqualTo(y >= 0 && y <= Math.max(left, right));
        }
      }
    }
  }

  @Test
  @DisplayName("A spiral, of which every straight line from the middle crosses many sides")
  void holdsASpiral() {
    TouchingPlane plane = new TouchingPlane(new SkyPosition(0.3, 89));
    List<double[]> spiral = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      spiral.add(polar(0.01 + 0.002 * i, i * 0.4));
    }
    for (int i = 49; i >= 0; i--) {
      spiral.add(polar(0.005 + 0.002 * i, i * 0.4));
    }
    Polygon polygon = Polygon.of(plane.sky(spiral));
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < 5000; i++) {
      double[] place = polar(random.nextDouble(0.12), random.nextDouble(2 * Math.PI));
      assertThat(polygon.contains(plane.sky(place)))
          .as("%s", Arrays.toString(place))
          .isEqualTo(crossed(spiral, place) % 2 == 1);
    }
  }

  @Test
  void aConvexOneIsOnePieceEitherWayRoundWithStraightAndRepeatedCorners() {
    List<SkyPosition> corners = new ArrayList<>(at("10 0 11 0 11 0 12 0 12 1 12 2 10 2 10 0"));

    assertThat(Polygon.of(corners).pieces()).hasSize(1);
    Collections.reverse(corners);
    assertThat(Polygon.of(corners).pieces()).hasSize(1);
    assertThat(Polygon.of(corners).contains(new SkyPosition(11, 0))).isTrue();
    assertThat(Polygon.of(corners).contains(new SkyPosition(11, -1e-9))).isFalse();
  }

  @Test
  void aLetterLIsTwoPieces() {
    assertThat(Polygon.of(at("0 0 2 0 2 1 1 1 1 2 0 2")).pieces()).hasSize(2);
  }

  /** An eighth and a quarter of the sky; the quarter has corners that are opposite. */
  @ParameterizedTest
  @CsvSource({
    "0 0 90 0 0 90, 45 35, true",
    "0 0 90 0 0 90, 100 35, false",
    "0 0 90 0 0 90, 225 -35, false",
    "0 -90 0 0 0 90 90 0, 45 -80, true",
    "0 -90 0 0 0 90 90 0, 91 0, false",
    "0 1 120 1 240 1, 77 88, true",
    "0 1 120 1 240 1, 77 -88, false",
    "0 1 120 1 240 1, 60 1.9, false",
    "0 1 120 1 240 1, 60 2.1, true"
  })
  @DisplayName("Wide ones; the side from 0 1 to 120 1 culminates at tan dec = tan 1 / cos 60")
  void holdsLargePartsOfTheSky(String corners, String place, boolean holds) {
    assertThat(Polygon.of(at(corners)).contains(at(place).get(0))).isEqualTo(holds);
  }

  @ParameterizedTest
  @CsvSource({
    "0 0 1 1, 2 different corners",
    "0 0 1 1 0 0 1 1 0 0, cross or touch",
    "5 5 5 5 5 5, 1 different corners",
    "0 0 1 0 2 0, cross or touch",
    "0 0 1 1 1 0 0 1, cross or touch",
    "0 0 2 0 2 2 1 0 0 2, cross or touch",
    "0 0 2 0 1 0 1 1, cross or touch",
    "0 0 0 2 1 1 2 2 2 0 1 1, cross or touch",
    "0 0 180 0 90 45 90 -45, same or opposite",
    "0 10 60 -10 120 10 180 -10 240 10 300 -10, half of the sky",
    "0 -1 120 -1 240 -1 240 1 200 2 120 1, half of the sky"
  })
  void refusesWhatIsNone(String corners, String words) {
    assertThatThrownBy(() -> Polygon.of(at(corners)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(words);
  }

  private static List<SkyPosition> at(String numbers) {
    double[] n = Arrays.stream(numbers.split(" ")).mapToDouble(Double::parseDouble).toArray();
    return IntStream.range(0, n.length / 2)
        .mapToObj(i -> new SkyPosition(n[2 * i], n[2 * i + 1]))
        .toList();
  }

  private static SkyPosition anywhere(SplittableRandom random, int i) {
    return switch (i % 4) {
      case 0 -> new SkyPosition(random.nextDouble(360), 90);
      case 1 -> new SkyPosition(0, random.nextDouble(-90, 90));
      default ->
          new SkyPosition(
              random.nextDouble(360), Math.toDegrees(Math.asin(random.nextDouble(-1, 1))));
    };
  }

  private static double[] polar(double radius, double angle) {
    return new double[] {radius * Math.cos(angle), radius * Math.sin(angle)};
  }

  /** Corners in all directions from the middle, so that no sides cross, in either sense. */
  private static List<double[]> star(SplittableRandom random, int corners, double size) {
    List<double[]> star = new ArrayList<>();
    for (int i = 0; i < corners; i++) {
      double angle = 2 * Math.PI * (i + random.nextDouble(0.9)) / corners;
      star.add(polar(size * random.nextDouble(0.05, 1), angle));
    }
    if (random.nextBoolean()) {
      Collections.reverse(star);
    }
    return star;
  }

  private static List<double[]> columns(int[] heights, double step) {
    List<double[]> corners = new ArrayList<>();
    for (int x = 0; x < heights.length; x++) {
      corners.add(new double[] {x * step, heights[x] * step});
      corners.add(new double[] {(x + 1) * step, heights[x] * step});
    }
    for (int x = heights.length; x >= 0; x--) {
      corners.add(new double[] {x * step, 0});
    }
    return corners;
  }

  /** How many sides cross the line from a place towards greater x. */
  private static int crossed(List<double[]> corners, double[] place) {
    int crossed = 0;
    for (int i = 0; i < corners.size(); i++) {
      double[] a = corners.get(i);
      double[] b = corners.get((i + 1) % corners.size());
      if (a[1] > place[1] != b[1] > place[1]) {
        double x = a[0] + (place[1] - a[1]) / (b[1] - a[1]) * (b[0] - a[0]);
        crossed += x > place[0] ? 1 : 0;
      }
    }
    return crossed;
  }

  private static double distance(List<double[]> corners, double[] place) {
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < corners.size(); i++) {
      double[] a = corners.get(i);
      double[] b = corners.get((i + 1) % corners.size());
      double dx = b[0] - a[0];
      double dy = b[1] - a[1];
      double along = ((place[0] - a[0]) * dx + (place[1] - a[1]) * dy) / (dx * dx + dy * dy);
      double t = Math.max(0, Math.min(1, along));
      least = Math.min(least, Math.hypot(place[0] - a[0] - t * dx, place[1] - a[1] - t * dy));
    }
    return least;
  }

  /** Gnomonic projection about a place, backwards (Calabretta and Greisen 2002, 5.1.3). */
  private record TouchingPlane(SkyPosition centre) {
    SkyPosition sky(double[] xy) {
      double dec = Math.toRadians(centre.decDeg());
      double inward = Math.cos(dec) - xy[1] * Math.sin(dec);
      double ra = Math.toDegrees(Math.atan2(xy[0], inward));
      double up = Math.sin(dec) + xy[1] * Math.cos(dec);
      return new SkyPosition(
          centre.raDeg() + ra, Math.toDegrees(Math.atan2(up, Math.hypot(xy[0], inward))));
    }

    List<SkyPosition> sky(List<double[]> plane) {
      return plane.stream().map(this::sky).toList();
    }
  }
}

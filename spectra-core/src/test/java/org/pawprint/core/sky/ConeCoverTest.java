package org.pawprint.core.sky;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ConeCoverTest {
  private static final double SKY_STERADIAN = 4 * Math.PI;

  @Test
  void missesNoPositionInsideRandomCones() {
    SplittableRandom random = new SplittableRandom(1977);
    for (int i = 0; i < 600; i++) {
      Cone cone = new Cone(anywhere(random), randomRadius(random));
      int maxRanges = i % 3 == 0 ? 1 + random.nextInt(12) : ConeCover.DEFAULT_RANGES;
      assertCovers(cone, maxRanges, random);
    }
  }

  @Test
  void missesNothingAtPolesAtZeroRightAscensionAndAtTheLimitsOfRadius() {
    SplittableRandom random = new SplittableRandom(2004);
    double[] ras = {0, 1e-12, 359.9999999, 45, 90, 180};
    double[] decs = {90, -90, 89.9999999, -89.9, 41.8103148957786, -41.8103148957786, 0};
    double[] radii = {0, 1e-9, 1.0 / 3600, 0.05, 1, 30, 90, 179.9999, 180};
    for (double ra : ras) {
      for (double dec : decs) {
        for (double radius : radii) {
          assertCovers(new Cone(new SkyPosition(ra, dec), radius), 60, random);
        }
      }
    }
  }

  /**
   * A cone should not drag in much sky beside it: within a factor of two of the area 2π(1 − cos r),
   * of three where it is small.
   */
  @Test
  void coversLittleMoreThanTheCone() {
    SplittableRandom random = new SplittableRandom(3);
    for (double radius : new double[] {1.0 / 3600, 0.025, 1, 10, 60}) {
      for (int i = 0; i < 50; i++) {
        Cone cone = new Cone(anywhere(random), radius);
        double area = 2 * Math.PI * (1 - Math.cos(Math.toRadians(radius)));
        assertThat(coveredSteradian(ConeCover.ranges(cone)))
            .as("%s", cone)
            .isLessThan((radius < 1 ? 3 : 2) * area);
      }
    }
  }

  @Test
  void isTheWholeSkyInOneRangeForRadius180() {
    assertThat(ConeCover.ranges(new Cone(new SkyPosition(12, 34), 180)))
        .containsExactly(new IndexRange(0, Healpix.CELLS - 1));
  }

  @Test
  void refusesRadiiOutsideZeroTo180AndNoRanges() {
    SkyPosition centre = new SkyPosition(1, 2);
    for (double bad : new double[] {-1e-9, 180.0001, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatThrownBy(() -> new Cone(centre, bad)).hasMessageContaining("0 to 180");
    }
    assertThatThrownBy(() -> ConeCover.ranges(new Cone(centre, 1), 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static void assertCovers(Cone cone, int maxRanges, SplittableRandom random) {
    List<IndexRange> ranges = ConeCover.ranges(cone, maxRanges);
    assertThat(ranges).as("%s", cone).hasSizeBetween(1, maxRanges);
    for (int i = 1; i < ranges.size(); i++) {
      assertThat(ranges.get(i).first()).isGreaterThan(ranges.get(i - 1).lastInclusive() + 1);
    }
    for (int i = 0; i < 60; i++) {
      // Every third point lies on the rim, where a miss would show first.
      double share = i % 3 == 0 ? 1 : Math.sqrt(random.nextDouble());
      SkyPosition inside = at(cone.centre(), share * cone.radiusDeg(), random.nextDouble(360));
      if (cone.contains(inside)) {
        long index = Healpix.index(inside);
        assertThat(ranges).as("%s holds %s", cone, inside).anyMatch(r -> r.contains(index));
      }
    }
  }

  /** The place at a distance and position angle from another (spherical law of cosines). */
  private static SkyPosition at(SkyPosition from, double distanceDeg, double angleDeg) {
    double d = Math.toRadians(distanceDeg);
    double angle = Math.toRadians(angleDeg);
    double dec = Math.toRadians(from.decDeg());
    double z = Math.sin(dec) * Math.cos(d) + Math.cos(dec) * Math.sin(d) * Math.cos(angle);
    double east = Math.sin(angle) * Math.sin(d);
    double inward = Math.cos(dec) * Math.cos(d) - Math.sin(dec) * Math.sin(d) * Math.cos(angle);
    double raDeg = from.raDeg() + Math.toDegrees(Math.atan2(east, inward));
    return new SkyPosition(raDeg, Math.toDegrees(Math.atan2(z, Math.hypot(east, inward))));
  }

  private static SkyPosition anywhere(SplittableRandom random) {
    return new SkyPosition(
        random.nextDouble(360), Math.toDegrees(Math.asin(random.nextDouble(-1, 1))));
  }

  /** Even in the logarithm from a tenth of a milliarcsecond to 180°. */
  private static double randomRadius(SplittableRandom random) {
    return Math.min(180, Math.pow(10, random.nextDouble(-7.5, 2.26)));
  }

  private static double coveredSteradian(List<IndexRange> ranges) {
    double cells = ranges.stream().mapToDouble(r -> r.lastInclusive() - r.first() + 1).sum();
    return cells / Healpix.CELLS * SKY_STERADIAN;
  }
}

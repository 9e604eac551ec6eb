package org.pawprint.standalone.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Damaged files by number: each has a generator of its own, so that it is the same whatever was
 * made before and by how many threads.
 */
final class FuzzCases {
  private static final long STRIDE = 0xD1342543DE82EF95L;

  private final List<FuzzFixture> fixtures;
  private final long seed;
  private final FitsDamage ofFits;

  /**
   * @param fixtures at least one; their order matters
   */
  FuzzCases(List<FuzzFixture> fixtures, long seed) {
    this.fixtures = List.copyOf(fixtures);
    this.seed = seed;
    this.ofFits =
        new FitsDamage(
            fixtures.stream()
                .filter(FuzzFixture.Fits.class::isInstance)
                .map(fixture -> ((FuzzFixture.Fits) fixture).parts())
                .toList());
  }

  FuzzCase make(long number) {
    SplittableRandom dice = new SplittableRandom(seed ^ (number * STRIDE));
    FuzzFixture fixture = fixtures.get(dice.nextInt(fixtures.size()));
    List<String> told = new ArrayList<>();
    byte[] content =
        fixture instanceof FuzzFixture.Fits fits
            ? ofFits.damage(fits.parts(), dice, told)
            : DocumentDamage.damage(((FuzzFixture.VoTable) fixture).document(), dice, told);
    return new FuzzCase(number, fixture.name(), told, content);
  }
}

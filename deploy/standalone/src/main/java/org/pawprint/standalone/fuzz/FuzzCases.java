package org.pawprint.standalone.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.pawprint.standalone.fuzz.FitsParts.Part;

/**
 * Damaged files by number: each has a generator of its own, so that it is the same whatever was
 * made before and by how many threads.
 */
final class FuzzCases {
  private static final long STRIDE = 0xD1342543DE82EF95L;
  private static final int MOST_MUTATIONS = 3;
  private static final Mutation[] KINDS = Mutation.values();

  private final List<FuzzFixture> fixtures;
  private final long seed;

  /**
   * @param fixtures at least one; their order matters
   */
  FuzzCases(List<FuzzFixture> fixtures, long seed) {
    this.fixtures = List.copyOf(fixtures);
    this.seed = seed;
  }

  FuzzCase make(long number) {
    SplittableRandom dice = new SplittableRandom(seed ^ (number * STRIDE));
    FuzzFixture fixture = fixtures.get(dice.nextInt(fixtures.size()));
    List<Mutation> kinds = new ArrayList<>();
    for (int i = dice.nextInt(1, MOST_MUTATIONS + 1); i > 0; i--) {
      kinds.add(KINDS[dice.nextInt(KINDS.length)]);
    }
    List<String> told = new ArrayList<>();
    FitsParts parts = fixture.parts().copy();
    for (Mutation kind : kinds) {
      if (!kind.isOfBytes()) {
        told.add(name(kind) + ": " + damage(kind, parts, dice));
      }
    }
    byte[] content = parts.toBytes();
    for (Mutation kind : kinds) {
      if (kind.isOfBytes()) {
        int before = content.length;
        content = damage(kind, content, dice);
        told.add(name(kind) + ": " + before + " to " + content.length + " bytes");
      }
    }
    return new FuzzCase(number, fixture.name(), told, content);
  }

  private static String name(Mutation kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private String damage(Mutation kind, FitsParts file, SplittableRandom dice) {
    Part part = file.parts.get(dice.nextInt(file.parts.size()));
    return switch (kind) {
      case STRUCTURE -> CardDamage.structure(part, dice);
      case TABLE_FORM -> CardDamage.tableForm(part, dice);
      case SPECTRAL_AXIS -> CardDamage.spectralAxis(part, dice);
      case ANY_VALUE -> CardDamage.anyValue(part, dice);
      case DUPLICATE_KEYWORD -> CardDamage.duplicate(part, dice);
      case REMOVED_CARD -> CardDamage.remove(part, dice);
      case RENAMED_HDU -> CardDamage.rename(part, dice);
      case MANY_CARDS -> CardDamage.manyCards(part, dice);
      case LONG_TEXT -> CardDamage.longText(part, dice);
      case NOT_ASCII -> CardDamage.notAscii(part, dice);
      case REORDERED_HDUS -> HduDamage.reorder(file, dice);
      case GRAFTED_HDU ->
          HduDamage.graft(file, fixtures.get(dice.nextInt(fixtures.size())).parts(), dice);
      case EXTREME_PIXELS -> HduDamage.extremes(part, dice);
      default -> throw new IllegalArgumentException(kind + " is of bytes");
    };
  }

  private static byte[] damage(Mutation kind, byte[] content, SplittableRandom dice) {
    return switch (kind) {
      case FLIPPED_BYTES -> ByteDamage.flip(content, dice);
      case CUT -> ByteDamage.cut(content, dice);
      case REMOVED_BYTES -> ByteDamage.removeMiddle(content, dice);
      case INSERTED_BYTES -> ByteDamage.insert(content, dice);
      case MANY_HDUS -> ByteDamage.manyHdus(content, dice);
      case DAMAGED_GZIP -> ByteDamage.damagedGzip(content, dice);
      case GZIP_BOMB -> ByteDamage.bomb(content, dice);
      default -> throw new IllegalArgumentException(kind + " is of HDUs");
    };
  }
}

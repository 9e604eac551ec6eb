package org.pawprint.standalone.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.pawprint.standalone.fuzz.FitsParts.Part;

/** Damages FITS files: their cards and HDUs first, then the bytes that come of it. */
final class FitsDamage {
  private static final int MOST_MUTATIONS = 3;
  private static final Mutation[] KINDS = Mutation.values();

  private final List<FitsParts> donors;

  /**
   * @param donors files whose HDUs may be put into another
   */
  FitsDamage(List<FitsParts> donors) {
    this.donors = List.copyOf(donors);
  }

  /**
   * A damaged copy.
   *
   * @param told receives in words what was done
   */
  byte[] damage(FitsParts file, SplittableRandom dice, List<String> told) {
    List<Mutation> kinds = new ArrayList<>();
    for (int i = dice.nextInt(1, MOST_MUTATIONS + 1); i > 0; i--) {
      kinds.add(KINDS[dice.nextInt(KINDS.length)]);
    }
    FitsParts parts = file.copy();
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
    return content;
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
      case GRAFTED_HDU -> HduDamage.graft(file, donors.get(dice.nextInt(donors.size())), dice);
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

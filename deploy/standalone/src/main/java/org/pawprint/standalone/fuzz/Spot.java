package org.pawprint.standalone.fuzz;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Places in a text, and words of a list, as the dice fall. */
final class Spot {
  private Spot() {}

  /** One of the places that look so; empty when there is none. */
  static Optional<MatchResult> any(String text, Pattern what, SplittableRandom dice) {
    List<MatchResult> all = what.matcher(text).results().toList();
    return all.isEmpty() ? Optional.empty() : Optional.of(pick(all, dice));
  }

  /** The text with one of the places that look so filled otherwise. */
  static String replace(String text, Pattern what, String by, SplittableRandom dice) {
    return any(text, what, dice).map(spot -> put(text, spot, by)).orElse(text);
  }

  static String put(String text, MatchResult spot, String by) {
    return text.substring(0, spot.start()) + by + text.substring(spot.end());
  }

  /** Where a tag begins. */
  static int boundary(String text, SplittableRandom dice) {
    int at = text.indexOf('<', dice.nextInt(text.length() + 1));
    return at < 0 ? text.length() : at;
  }

  static <T> T pick(List<T> list, SplittableRandom dice) {
    return list.get(dice.nextInt(list.size()));
  }
}

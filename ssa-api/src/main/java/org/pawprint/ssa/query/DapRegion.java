package org.pawprint.ssa.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.pawprint.core.dali.Interval;
import org.pawprint.core.dali.ParameterFaults;
import org.pawprint.core.obscore.ObsCoreColumn;
import org.pawprint.core.sky.Cone;
import org.pawprint.core.sky.ConvexPolygon;
import org.pawprint.core.sky.SkyPosition;
import org.pawprint.store.search.Condition;
import org.pawprint.store.search.Unknown;

/**
 * The value of POS (SIA-2.0 2.1.1): a region in ICRS degrees that holds the position of a row. The
 * extent of a fibre is not looked at.
 */
final class DapRegion {
  private static final String FORM =
      "'CIRCLE lon lat radius', 'RANGE lon1 lon2 lat1 lat2' with -Inf and +Inf for open sides, or"
          + " 'POLYGON lon1 lat1 lon2 lat2 lon3 lat3 …' with at most 100 corners and convex, in"
          + " degrees: longitude 0 to 360, latitude -90 to 90, radius above 0 and at most 180";
  private static final int LONGEST = 10_000;
  private static final int MOST_CORNERS = 100;

  private final String text;
  private final String[] words;

  private DapRegion(String text) {
    this.text = text;
    this.words = text.length() > LONGEST ? new String[] {""} : text.strip().split("\\s+");
  }

  /** How long it is, cheaply. */
  static int words(String text) {
    return (int) text.chars().filter(c -> c == ' ').count() + 1;
  }

  /**
   * @throws ParameterFaults naming the form that would be right
   */
  static Condition parse(String text) {
    DapRegion region = new DapRegion(text);
    return switch (region.words[0].toUpperCase(Locale.ROOT)) {
      case "CIRCLE" -> region.circle();
      case "RANGE" -> region.range();
      case "POLYGON" -> region.polygon();
      default -> throw region.fault();
    };
  }

  private Condition circle() {
    require(words.length == 4);
    double radius = number(3, 0, 180);
    require(radius > 0);
    return Condition.within(new Cone(position(1), radius));
  }

  private Condition range() {
    require(words.length == 5);
    Interval longitude = Interval.parse(DapParameter.POS.name(), words[1] + " " + words[2]);
    Interval latitude = Interval.parse(DapParameter.POS.name(), words[3] + " " + words[4]);
    return Condition.between(ObsCoreColumn.S_RA, List.of(longitude), Unknown.FAILS)
        .and(Condition.between(ObsCoreColumn.S_DEC, List.of(latitude), Unknown.FAILS));
  }

  private Condition polygon() {
    require(words.length >= 7 && words.length % 2 == 1 && words.length <= 2 * MOST_CORNERS + 1);
    List<SkyPosition> corners = new ArrayList<>();
    for (int i = 1; i < words.length; i += 2) {
      corners.add(position(i));
    }
    try {
      return Condition.within(ConvexPolygon.of(corners));
    } catch (IllegalArgumentException e) {
      throw fault();
    }
  }

  private SkyPosition position(int first) {
    return new SkyPosition(number(first, 0, 360), number(first + 1, -90, 90));
  }

  private double number(int word, double least, double most) {
    OptionalDouble number = SsaNumber.parse(words[word]);
    require(number.isPresent() && number.getAsDouble() >= least && number.getAsDouble() <= most);
    return number.getAsDouble();
  }

  private void require(boolean holds) {
    if (!holds) {
      throw fault();
    }
  }

  private ParameterFaults fault() {
    return ParameterFaults.of(DapParameter.POS.name(), text, FORM);
  }
}

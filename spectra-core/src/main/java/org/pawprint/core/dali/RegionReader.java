package org.pawprint.core.dali;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.pawprint.core.sky.Cone;
import org.pawprint.core.sky.Polygon;
import org.pawprint.core.sky.SkyPosition;
import org.pawprint.core.sky.SkyRegion;

/**
 * Reads regions of the sky, ICRS degrees parted by blanks (DALI-1.1 3.3, SIA-2.0 2.1.1, SODA-1.0
 * 3.2.1). Its faults are {@link ParameterFaults} that tell the form that would be right.
 */
public final class RegionReader {
  private static final int MOST_CORNERS = 100;

  /** Numbers of {@link #MOST_CORNERS} corners with all the digits there are. */
  private static final int LONGEST = 10_000;

  private static final String RANGE_FORM =
      "two right ascensions and two declinations, low before high, -Inf and +Inf for open sides";
  private static final String POLYGON_FORM =
      "right ascension and declination of 3 to "
          + MOST_CORNERS
          + " corners, whose sides do not cross and enclose less than half of the sky";

  private final int largestRadiusDeg;
  private final String circleForm;

  /**
   * @param largestRadiusDeg of a circle, at most 180
   */
  public RegionReader(int largestRadiusDeg) {
    this.largestRadiusDeg = largestRadiusDeg;
    this.circleForm =
        "right ascension from 0 to 360, declination from -90 to 90 and a radius above 0 and at most "
            + largestRadiusDeg
            + ", all in degrees";
  }

  /** Any shape, which its first word in any case tells. */
  public SkyRegion shape(String parameter, String text) {
    String form =
        "CIRCLE and " + circleForm + "; RANGE and " + RANGE_FORM + "; POLYGON and " + POLYGON_FORM;
    return attempt(
        parameter,
        text,
        form,
        words -> {
          List<String> numbers = words.subList(1, words.size());
          return switch (words.get(0).toUpperCase(Locale.ROOT)) {
            case "CIRCLE" -> circle(numbers);
            case "RANGE" -> range(parameter, numbers);
            case "POLYGON" -> polygon(numbers);
            default -> throw new IllegalArgumentException("it begins with none of these words");
          };
        });
  }

  public SkyRegion circle(String parameter, String text) {
    return attempt(parameter, text, circleForm, this::circle);
  }

  public SkyRegion polygon(String parameter, String text) {
    return attempt(parameter, text, POLYGON_FORM, RegionReader::polygon);
  }

  private static SkyRegion attempt(
      String parameter, String text, String form, Function<List<String>, SkyRegion> reader) {
    try {
      require(text.length() <= LONGEST, "it has " + text.length() + " characters");
      return reader.apply(List.of(text.strip().split("\\s+")));
    } catch (IllegalArgumentException e) {
      throw ParameterFaults.of(parameter, text, form + "; but " + e.getMessage());
    } catch (ParameterFaults e) {
      throw ParameterFaults.of(parameter, text, form);
    }
  }

  private SkyRegion circle(List<String> words) {
    require(words.size() == 3, "it has " + words.size() + " numbers");
    double radius = number(words.get(2));
    require(radius > 0 && radius <= largestRadiusDeg, "its radius is " + words.get(2));
    return new Cone(place(words.get(0), words.get(1)), radius);
  }

  private static SkyRegion range(String parameter, List<String> words) {
    require(words.size() == 4, "it has " + words.size() + " numbers");
    Interval ra = Interval.parse(parameter, words.get(0) + " " + words.get(1));
    Interval dec = Interval.parse(parameter, words.get(2) + " " + words.get(3));
    return new SkyRegion.Range(ra.lo(), ra.hi(), dec.lo(), dec.hi());
  }

  private static SkyRegion polygon(List<String> words) {
    require(
        words.size() % 2 == 0 && words.size() <= 2 * MOST_CORNERS,
        "it has " + words.size() + " numbers");
    List<SkyPosition> corners = new ArrayList<>();
    for (int i = 0; i < words.size(); i += 2) {
      corners.add(place(words.get(i), words.get(i + 1)));
    }
    return Polygon.of(corners);
  }

  private static SkyPosition place(String ra, String dec) {
    double raDeg = number(ra);
    require(raDeg >= 0 && raDeg <= 360, "a right ascension is " + ra);
    return new SkyPosition(raDeg, number(dec));
  }

  private static double number(String word) {
    OptionalDouble number = Numbers.finite(word);
    return number.orElseThrow(() -> new IllegalArgumentException("one is no number"));
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}

package org.pawprint.datalink.soda;

import static org.pawprint.core.soda.SodaParameter.CIRCLE;
import static org.pawprint.core.soda.SodaParameter.NORMALISE;
import static org.pawprint.core.soda.SodaParameter.POLYGON;
import static org.pawprint.core.soda.SodaParameter.POS;
import static org.pawprint.core.soda.SodaParameter.REBIN;
import static org.pawprint.core.soda.SodaParameter.REDSHIFT;
import static org.pawprint.core.soda.SodaParameter.SMOOTH;
import static org.pawprint.core.soda.SodaParameter.SPAXEL;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import org.pawprint.core.dali.Interval;
import org.pawprint.core.dali.Numbers;
import org.pawprint.core.dali.ParameterFaults;
import org.pawprint.core.sky.Cone;
import org.pawprint.core.sky.SkyPosition;
import org.pawprint.core.sky.SkyRegion;
import org.pawprint.core.soda.GridText;
import org.pawprint.core.soda.SodaParameter;
import org.pawprint.core.spectrum.derive.Continuum;
import org.pawprint.core.spectrum.derive.RebinGrid;
import org.pawprint.core.spectrum.derive.Smoothing;

/** The values of the parameters that are more than a word, from words parted by single blanks. */
final class SodaTexts {
  private static final String MEDIAN = "MEDIAN";
  private static final String POLY = "POLY";

  private static final String SMOOTH_FORM =
      "'BOX width' or 'GAUSS fwhm', a width above zero in pixels, or with the word Angstrom behind"
          + " it in Angstrom";
  private static final String NORMALISE_FORM =
      "MEDIAN, 'MEDIAN width' with the width of a window in Angstrom, or 'POLY n' with an order n"
          + " from 0 to "
          + Continuum.MOST_ORDER;
  private static final String CIRCLE_FORM =
      "right ascension from 0 to 360, declination from -90 to 90 and a radius above 0 and at most"
          + " 1, all in degrees";
  private static final String RANGE_FORM =
      "two right ascensions and two declinations, low before high, -Inf and +Inf for open sides";
  private static final String POLYGON_FORM =
      "right ascension and declination of three or more corners, all within 90 degrees of the first";
  private static final double LARGEST_RADIUS = 1;

  private SodaTexts() {}

  static RebinGrid rebin(String text) {
    return GridText.parse(REBIN.name(), text);
  }

  static Smoothing smooth(String text) {
    String[] words = words(text);
    return attempt(
        SMOOTH,
        text,
        SMOOTH_FORM,
        () -> {
          Smoothing.Unit unit =
              words.length == 3 ? Smoothing.Unit.valueOf(words[2]) : Smoothing.Unit.PIX;
          requireLength(words, words.length == 3 ? 3 : 2);
          return new Smoothing(Smoothing.Kernel.valueOf(words[0]), number(words[1]), unit);
        });
  }

  static Continuum normalise(String text) {
    String[] words = words(text);
    return attempt(
        NORMALISE,
        text,
        NORMALISE_FORM,
        () -> {
          if (words[0].equals(POLY)) {
            return new Continuum.Polynomial(whole(words, 1));
          }
          if (!words[0].equals(MEDIAN)) {
            throw new IllegalArgumentException(words[0]);
          }
          return words.length == 1
              ? new Continuum.Median()
              : new Continuum.RunningMedian(only(words, 1));
        });
  }

  static double redshift(String text) {
    double z = Numbers.finite(text).orElse(Double.NaN);
    if (!(z >= SodaParameter.LEAST_REDSHIFT && z <= SodaParameter.GREATEST_REDSHIFT)) {
      throw ParameterFaults.of(
          REDSHIFT.name(),
          text,
          "a number from %s to %s"
              .formatted(SodaParameter.LEAST_REDSHIFT, SodaParameter.GREATEST_REDSHIFT));
    }
    return z;
  }

  static CubePart circle(String text) {
    return attempt(CIRCLE, text, CIRCLE_FORM, () -> new CubePart.Aperture(circle(words(text), 0)));
  }

  static CubePart polygon(String text) {
    return attempt(
        POLYGON, text, POLYGON_FORM, () -> new CubePart.Aperture(polygon(words(text), 0)));
  }

  /** All three shapes (SODA-1.0 3.2.1). */
  static CubePart pos(String text) {
    String[] words = words(text);
    return attempt(
        POS,
        text,
        "CIRCLE and " + CIRCLE_FORM + "; RANGE and " + RANGE_FORM + "; POLYGON and " + POLYGON_FORM,
        () ->
            new CubePart.Aperture(
                switch (words[0]) {
                  case "CIRCLE" -> circle(words, 1);
                  case "RANGE" -> range(words);
                  case "POLYGON" -> polygon(words, 1);
                  default -> throw new IllegalArgumentException(words[0]);
                }));
  }

  private static SkyRegion circle(String[] words, int from) {
    requireLength(words, from + 3);
    double radius = number(words[from + 2]);
    if (!(radius > 0 && radius <= LARGEST_RADIUS)) {
      throw new IllegalArgumentException("radius " + radius);
    }
    return new Cone(place(words[from], words[from + 1]), radius);
  }

  private static SkyRegion range(String[] words) {
    requireLength(words, 5);
    Interval ra = Interval.parse(POS.name(), words[1] + " " + words[2]);
    Interval dec = Interval.parse(POS.name(), words[3] + " " + words[4]);
    return new SkyRegion.Range(ra.lo(), ra.hi(), dec.lo(), dec.hi());
  }

  private static SkyRegion polygon(String[] words, int from) {
    List<SkyPosition> corners = new ArrayList<>();
    for (int i = from; i + 1 < words.length; i += 2) {
      corners.add(place(words[i], words[i + 1]));
    }
    requireLength(words, from + 2 * corners.size());
    return new SkyRegion.Polygon(corners);
  }

  private static SkyPosition place(String ra, String dec) {
    double raDeg = number(ra);
    if (!(raDeg >= 0 && raDeg <= 360)) {
      throw new IllegalArgumentException("right ascension " + raDeg);
    }
    return new SkyPosition(raDeg, number(dec));
  }

  static CubePart spaxel(String text) {
    String[] words = words(text);
    return attempt(
        SPAXEL,
        text,
        "two whole numbers from 1, along the first and the second axis of the cube",
        () -> {
          requireLength(words, 2);
          int x = Integer.parseInt(words[0]);
          int y = Integer.parseInt(words[1]);
          if (x < 1 || y < 1) {
            throw new IllegalArgumentException("below 1");
          }
          return new CubePart.Spaxel(x, y);
        });
  }

  private static String[] words(String text) {
    return text.toUpperCase(Locale.ROOT).split(" ", -1);
  }

  /** The number at a place behind which nothing follows. */
  private static double only(String[] words, int at) {
    requireLength(words, at + 1);
    return number(words[at]);
  }

  private static int whole(String[] words, int at) {
    requireLength(words, at + 1);
    return Integer.parseInt(words[at]);
  }

  private static void requireLength(String[] words, int length) {
    if (words.length != length) {
      throw new IllegalArgumentException(words.length + " words");
    }
  }

  private static double number(String word) {
    OptionalDouble number = Numbers.finite(word);
    return number.orElseThrow(() -> new IllegalArgumentException(word));
  }

  /** Reads a value; whatever is wrong with it is answered by the form that would be right. */
  private static <T> T attempt(
      SodaParameter parameter, String text, String form, Supplier<T> reader) {
    try {
      return reader.get();
    } catch (IllegalArgumentException | ParameterFaults e) {
      throw ParameterFaults.of(parameter.name(), text, form);
    }
  }
}
